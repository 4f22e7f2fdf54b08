#pragma once

#include "models/arithmetic/money.h"
#include "models/arithmetic/period.h"
#include "models/arithmetic/rate.h"
#include "models/funnel/stages/stage.h"

#include <optional>

enum class FigureSource { None, Typed, Computed, Both };
enum class Measure { Amount, Worth };
// Whether any of it is from there.
constexpr bool isFrom(FigureSource each, FigureSource source)
{
    return each == source || each == FigureSource::Both;
}

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
