#pragma once

#include "models/arithmetic/fraction.h"
#include "models/arithmetic/period.h"
#include "models/arithmetic/rate.h"
#include "models/funnel/deals/money_totals.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>

#include <array>
#include <optional>

// When a deal first came to a stage, as a CRM's history of stages tells.
struct StageEntry
{
    int stage = 0; // index
    QDate on;

    bool operator==(const StageEntry &) const = default;
};

// What the rows can be taken apart by: a region (or another segment), a product, a source.
enum class DealsBy { Segment, Product, Source };
inline constexpr std::array allDealsBy{DealsBy::Segment, DealsBy::Product, DealsBy::Source};
QString dealsByKey(DealsBy by); // "segment", "product", "source"

// One row of a CRM: a lead, an opportunity or a deal.
struct Deal
{
    enum class State { Open, Won, Lost };

    QString key; // the CRM's own id
    QString name;
    int stage = -1; // index of the furthest stage it is known to have reached; -1: not known
    State state = State::Open;
    QString crmStage; // as the CRM calls it
    QDate created, closed;
    std::optional<Money> value;
    QString owner, source, segment, product, account;
    QList<StageEntry> entered; // by stage, each once, dated; empty where no history tells
    // Of one more deal of a lead that another row counts: index of the first stage that it counts in. 0: in
    // all.
    int countsFrom = 0;
    // A lead that was lost before any deal came of it: no deal was lost, and so it is in no win rate.
    bool isLostLead = false;
    // Of an open row that tells how likely it is to be won: 0 to mostChance.
    std::optional<qint64> chance;
    static constexpr qint64 mostChance = 1'000'000'000'000;
    // While it is imported: the key by which the workbook may have it so far, as a lead without a deal.
    QString formerKey;

    bool isFurther() const { return countsFrom > 0; }

    // When it had come to the stage or beyond it. Without a history that is taken to be when it was created.
    QDate reachedOn(int stageIndex) const;
    const QString &named(DealsBy by) const;

    bool operator==(const Deal &) const = default;
};

// Whether two deals with one id have nothing else in common: name, account and day of creation differ, as far
// as both have them.
bool areStrangers(const Deal &a, const Deal &b);

// A number of rows and what they are worth.
struct DealTotals
{
    qint64 count = 0;
    qint64 withoutValue = 0; // of them
    MoneyTotals value;

    void add(const Deal &deal, int times = 1); // -1 takes out what was added
    void add(const DealTotals &others);
};

// What a row's date is taken from when it is counted in a period.
enum class CountedBy {
    Entry, // all of a row in the period it was created in (cohort)
    Event, // each stage in the period the row reached it in: won when closed, the others by Deal::reachedOn()
};

// Rows of each stage, per period: a row counts in every stage up to the one it reached, one more deal of a
// lead from Deal::countsFrom on.
using StagePeriods = QMap<Period, QList<DealTotals>>;

// Everything that is worked out from the rows of a CRM, by DealCounts.
struct DealSummary
{
    qint64 rows = 0;
    qint64 further = 0; // of them, deals of leads that another row counts
    DealTotals won, lost, open;
    DealTotals lostLeads; // beside these: rows of which no deal ever came
    QMap<QString, qint64> openByCrmStage;
    QMap<Period, DealTotals> wonByClose;
    QMap<Period, DealTotals> lostByClose;
    QList<DealTotals> stages; // over all time, undated rows too
    // Of quarters and years their shorter periods too: part of them may have been typed, see combine().
    StagePeriods byEntry;
    StagePeriods byEvent; // without the last stage where !knowsWinsOf() the period

    // Days from created to closed of won rows with both dates; not valid where there is none.
    Fraction meanCycleDays = Fraction::invalid();
    Fraction medianCycleDays = Fraction::invalid();

    // Rows that are left out above, and why.
    qint64 withoutCreated = 0; // not in byEntry, nor, without a history, in the stages before won of byEvent
    qint64 wonWithoutClosed = 0; // not in wonByClose, nor as won in byEvent
    qint64 closedBeforeCreated = 0; // contradictions; not in the cycle
    qint64 withoutStage = 0; // in no stage

    const StagePeriods &periods(CountedBy by) const { return by == CountedBy::Entry ? byEntry : byEvent; }
    // That none is dated in the period does not say that none was won, as long as some have no date.
    bool knowsWinsOf(const Period &period) const
    {
        return wonWithoutClosed == 0 || wonByClose.contains(period);
    }
    Rate winRate() const; // won ÷ (won + lost), of deals
    Rate winRateOf(const Period &period) const; // of those closed in it
    // Won value ÷ won rows that have a value in this currency; not valid where there is none.
    Fraction dealSize(const QString &currency) const;
};

// "Engaging 1,589, Prospecting 500": open rows by the CRM's own stage; empty where there are none.
QString openStagesText(const DealSummary &deals, const QLocale &locale);

// Which rows count where, in sentences, and how many in no period.
QString reachedRule();
QString typedRule(); // which of two sources is shown
QString countingRule(const DealSummary &deals, CountedBy by);
