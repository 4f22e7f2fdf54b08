#pragma once

#include "models/arithmetic/money.h"
#include "models/arithmetic/period.h"
#include "models/arithmetic/rate.h"
#include "models/worksheet/field.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// A step of the funnel with the team that owns it.
struct Stage
{
    qint64 id = 0;
    QString name;
    Team owner = Team::None;
    QStringList crmNames = {}; // what the CRM calls it
    qint64 recycleTo = 0; // id of the stage that those who are not ready are sent back to; 0: none

    bool operator==(const Stage &) const = default;
};

int indexOfStage(const QList<Stage> &stages, qint64 id); // -1 where there is none

enum class FigureSource { None, Typed, Computed, Both };
enum class Measure { Amount, Worth };

// What is known of one stage in one period. Empty is not 0.
struct StageFigure
{
    std::optional<qint64> amount;
    std::optional<Money> worth;
    FigureSource amountSource = FigureSource::None;
    FigureSource worthSource = FigureSource::None;
    bool mixedCurrencies = false; // there are amounts of money, but not in one currency
    // Of the amount those whose worth it is, where others are worth something in other currencies; none: all.
    std::optional<qint64> worthAmount = {};

    std::optional<qint64> valued() const { return worthAmount ? worthAmount : amount; }
};

// The whole funnel in one period, with its rates. `figures` runs along `stages`.
struct FunnelFigures
{
    Period period;
    QList<Stage> stages;
    QList<StageFigure> figures;

    bool isEmpty() const; // nothing known of any stage
    Rate stepRate(int i, Measure measure = Measure::Amount) const; // n(i + 1) ÷ n(i)
    // The first stage of which the figure is known: nobody counts visitors in a CRM. 0 where none is.
    int top(Measure measure = Measure::Amount) const;
    Rate overallRate(int i, Measure measure = Measure::Amount) const; // n(i) ÷ n(top)
};

// The index of the newest period that is over and of which something is known; where there is none, of the
// newest of those that have begun and are known; else of the newest of all, -1 where there are none. They are
// oldest first.
qsizetype newestFull(const QList<FunnelFigures> &periods, QDate today);

// Indexes of the stages after which the owner changes. A stage without owner stays with the one before.
QList<int> handoverPoints(const QList<Stage> &stages);
// Whose this stage is, and so who hands over after it: its owner or, where it has none, that before it.
Team giverAt(const QList<Stage> &stages, int i);

// How one stage moved from one period to another; empty where either side is not known.
struct StageChange
{
    std::optional<qint64> amount;
    std::optional<Money> worth;
    Fraction stepRate = Fraction::invalid(); // of the step to the next stage; 0.05 is 5 points
    Fraction overallRate = Fraction::invalid(); // where both are from the same stage
};

// Along the stages of `now`; stages are matched by id.
QList<StageChange> compare(const FunnelFigures &now, const FunnelFigures &before, Measure measure);
