#pragma once

#include "models/arithmetic/derived.h"
#include "models/funnel/deals/deal_sums.h"

// What the imported rows say about the way ahead: open deals by stage, and everything by source.
struct SourceFigures
{
    QString source; // empty: rows that name none
    // All of them are leads once, as a row counts in every stage up to the one it reached; but of several
    // deals that came of one lead, one only.
    qint64 leads = 0;
    DealTotals won = {}, lost = {}, open = {};
    DealTotals lostLeads = {}; // beside these
    DealTotals further = {}; // of these, deals of leads that another counts
    QMap<QDate, DealTotals> wonByClose = {}; // those won whose closing day is known

    DealTotals wonIn(const Period &period) const; // not valid: at any time, undated too
    // What one lead of this source is worth: deal size × lead-to-won rate. Money in major units. Where there
    // are several currencies, both of the rows in this one; a row without a value could be in any.
    Derived leadValue(const QString &currency) const;
    Rate leadToWon() const { return Rate::of(won.count, leads); }
};

// How long won rows took from created to closed.
struct Cycle
{
    Derived mean, median; // in days
};

struct PipelineFigures
{
    QList<DealTotals> openByStage; // along the stages; each open row in the one it is at
    DealTotals openWithoutStage;
    QList<ChanceTotals> ownChances; // of these that tell their own; along the stages, then of no stage
    QList<SourceFigures> sources; // most leads first, then by name
    CycleCounts cycles;

    Cycle cycleOf(const Period &period) const; // of those closed in it; not valid: at any time
};

// Of all rows: those that can be cut, and those that name no source. Sources must not be too many.
PipelineFigures pipelineOf(const DealSums &sums, int stageCount, const DealCounts::IndexOf &indexOf);

// Open deals by the chance that they are won: their own where they tell it, else that of their stage. Closed
// deals are never in it.
struct WeightedPipeline
{
    Money open; // of those with a chance
    Money weighted; // Σ value × chance, rounded half away from zero
    qint64 rows = 0; // of which this is the value
    qint64 ownRows = 0; // of these, by their own chance
    qint64 leftOut = 0; // open rows without value in this currency, or without a chance

    bool isKnown() const { return rows > 0 || leftOut == 0; } // not where all of them are left out
};
// `chances` run along the stages, in millionths. None where the sums are too large.
std::optional<WeightedPipeline> weightedPipeline(const PipelineFigures &pipeline,
                                                 const QList<std::optional<qint64>> &chances,
                                                 const QString &currency);

// One stage's part of the weighted pipeline.
struct StagePipeline
{
    DealTotals open;
    std::optional<Money> value; // of those in the currency; none: too large
    std::optional<qint64> chance; // in millionths
    qint64 ownRows = 0; // weighted by their own chance
    std::optional<Money> weighted = {}; // none: no chance. All together add up to the whole's exactly.
};
// Along the stages, and last the deals at none.
QList<StagePipeline> stagePipelines(const PipelineFigures &pipeline,
                                    const QList<std::optional<qint64>> &chances, const QString &currency);

// Opportunities × win rate × deal size ÷ cycle days: money in major units a day.
Derived velocity(qint64 opportunities, const Rate &winRate, const Fraction &dealSize,
                 const Fraction &cycleDays);
// Pipeline ÷ what the target still lacks. By one method the whole open pipeline, by the other the
// weighted one.
Derived coverage(const Money &pipeline, const Money &target, const Money &won);
// How often the open pipeline must cover the rest of the target: 1 ÷ win rate.
Derived neededCoverage(const Rate &winRate);
// Deal size × lead-to-won rate, and what so many leads are worth by it.
Derived leadValue(const Fraction &dealSize, const Rate &leadToWon);
Derived slaValue(qint64 leads, const Derived &leadValue);
