#pragma once

#include "models/arithmetic/rational.h"
#include "models/funnel/funnel.h"

// The rate into a stage that the teams dare to plan with, and its range; in millionths. Empty is not 0.
struct PlannedRate
{
    std::optional<qint64> low, likely, high;
    QString from = {}; // the stage that it led out of when it was agreed; empty: not known
    // Where the likely rate was measured: so many reached the stage, out of so many.
    std::optional<qint64> reached = {}, outOf = {};

    // Exactly, by the counts that it was measured by; none where there are none, or where somebody has typed
    // another rate over it since.
    std::optional<Rational> measured() const;

    bool operator==(const PlannedRate &) const = default;
};

// What a plan starts from.
struct FunnelPlan
{
    std::optional<Money> goal; // revenue in one period
    Grain grain = Grain::Year;
    QDate start; // of that period; may be invalid
    std::optional<qint64> marketingShare; // of the goal, in millionths; none: all of it
    std::optional<Money> dealSizeLow, dealSize, dealSizeHigh;
    std::optional<Money> costPerVisitor;
    QList<Stage> stages;
    QList<PlannedRate> rates; // along the stages: into each from the one before; the first has none
    int workedStage = -1; // where sales begins to spend time on each one
    std::optional<qint64> minutesPerLead; // at that stage
    std::optional<Rational> hoursForLeads; // that sales has for it in one year

    bool operator==(const FunnelPlan &) const = default;
};

// Why a figure of a plan cannot be worked out.
struct PlanProblem
{
    enum class Kind {
        None,
        NoStages,
        NoGoal,
        GoalBelowZero,
        NoDealSize,
        DealSizeNotPositive,
        OtherCurrency, // goal and deal size, or cost
        ShareZero, // of marketing, where something is to be divided by it
        NoRate,
        RateZero,
        RateBelowZero,
        RangeTurned, // low ≤ likely ≤ high does not hold
        RangeInOtherCurrency, // of the deal size
        NoRange, // low, likely and high are the same everywhere
        NoCost,
        NoWorkedStage,
        NoTimePerLead,
        TimePerLeadZero,
        NoHours,
        NoStart,
        PartTooLong, // a quarter of a month
        PartNotWhole, // a calendar quarter of which the plan has some months only
        NothingToReach, // the goal, or marketing's part of it, is 0
        TooLarge,
    };
    Kind kind = Kind::None;
    QString stage = {}; // name of the one concerned

    bool isNone() const { return kind == Kind::None; }
    QString reason() const; // "Cannot be worked out: …"; empty for none
    bool operator==(const PlanProblem &) const = default;
};

// A figure, or the reason why it cannot be worked out.
struct PlannedCount
{
    std::optional<qint64> count; // rounded up at each step
    std::optional<Rational> exact = {}; // nothing rounded on the way
    PlanProblem problem = {};
};

struct PlannedMoney
{
    std::optional<Money> money;
    PlanProblem problem = {};
};

// A plan worked backwards from its goal, step by step.
struct Targets
{
    PlannedMoney marketingGoal; // rounded half away from zero
    QList<PlannedCount> stages; // along the plan's; the last are the deals
    PlannedMoney spend; // the first stage × cost per visitor
    PlannedCount hours; // sales needs for the stage it starts to work at
    PlannedCount ceiling; // how many at that stage the hours are enough for, rounded down
    QList<int> askedAbout; // stages whose rate is above 100 %

    PlanProblem problem() const; // the first on the way back; none where every stage has its count
    bool isAboveCeiling(const FunnelPlan &plan) const; // needs more than there is time for
};

Targets targetsOf(const FunnelPlan &plan);

// The other way round: what `count` at a stage leads to, rounded down at each step. The inverse of
// targetsOf: that many at the stage are needed for the goal reached at most, and no larger goal is reached.
struct Reached
{
    QList<qint64> counts; // from that stage on
    PlannedMoney goal;
};
Reached reachedFrom(const FunnelPlan &plan, int stage, qint64 count);

// What a plan's figures can be shown for.
enum class PlanUnit { Year, Quarter, Month, WorkingDay };
QString planUnitLabel(PlanUnit unit);
QString salesCapacityLabel(const FunnelPlan &plan); // of the ceiling
QString planUnitKey(PlanUnit unit); // "year", "quarter", "month", "working_day"
// How many of the unit one period of the plan has: 4 quarters, 1/3 of a quarter. Working days are Monday to
// Friday of the plan's own months, holidays not known; without a start there is none.
std::optional<Rational> unitsIn(const FunnelPlan &plan, PlanUnit unit);
// Of one unit: a plan's count divided, and rounded up.
PlannedCount perUnit(const FunnelPlan &plan, const PlannedCount &count, PlanUnit unit);
