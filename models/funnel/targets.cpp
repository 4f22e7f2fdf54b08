#include "models/funnel/targets.h"

#include "models/arithmetic/share.h"
#include "models/funnel/plan_parts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Kind = PlanProblem::Kind;

constexpr qint64 minutesPerHour = 60;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Targets)
};

Rational shareOf(const std::optional<qint64> &share)
{
    return Rational::of(share.value_or(WholeShare), WholeShare);
}

PlanProblem problemOfMoney(const FunnelPlan &plan)
{
    if (plan.stages.isEmpty())
        return {Kind::NoStages};
    if (!plan.dealSize)
        return {Kind::NoDealSize};
    if (plan.dealSize->minor <= 0)
        return {Kind::DealSizeNotPositive};
    if (plan.goal && plan.goal->currency != plan.dealSize->currency)
        return {Kind::OtherCurrency};
    return {};
}

PlanProblem problemOfRate(const FunnelPlan &plan, int stage)
{
    const auto likely = plan.rates.value(stage).likely;
    const QString name = plan.stages.at(stage).name;
    if (!likely)
        return {Kind::NoRate, name};
    if (*likely == 0)
        return {Kind::RateZero, name};
    if (*likely < 0)
        return {Kind::RateBelowZero, name};
    return {};
}

// As exactly as it is known.
Rational exactOf(const PlannedRate &rate)
{
    return rate.measured().value_or(Rational::of(*rate.likely, WholeShare));
}

// What `count` at a rate lead to at the most. One that was measured is exact by its counts. Otherwise a rate
// with more than two decimals of a per cent was cut where it is kept: 10 of 30 are kept as 33.3333 %, at
// which 30 lead to 10 and not to 9. What was lost is forgiven, as long as it says nothing of the next whole
// number. Shorter rates are those that somebody typed, and exact.
Rational mostReached(const Rational &count, const PlannedRate &planned)
{
    if (const auto measured = planned.measured())
        return count * *measured;
    constexpr qint64 shortest = WholeShare / 10'000;
    const qint64 rate = *planned.likely;
    const Rational exact = count * Rational::of(rate, WholeShare);
    if (rate % shortest == 0)
        return exact;
    return exact + std::min(count * Rational::of(1, 2 * WholeShare), Rational::of(rate, 2 * WholeShare));
}

// The least whole number that leads to `needed`.
std::optional<qint64> leastThatReaches(qint64 needed, const PlannedRate &rate)
{
    const Rational exact = Rational(needed) / exactOf(rate);
    const auto below = exact.roundedDown();
    return below && mostReached(*below, rate) >= Rational(needed) ? below : exact.roundedUp();
}

PlannedCount roundedUp(const Rational &toRound, const Rational &exact)
{
    const auto count = toRound.roundedUp();
    if (!count)
        return {{}, {}, {Kind::TooLarge}};
    return {count, exact, {}};
}

// What is needed of the stage before `stage`.
PlannedCount neededBefore(const FunnelPlan &plan, const PlannedCount &needed, int stage)
{
    if (!needed.problem.isNone())
        return {{}, {}, needed.problem};
    if (const PlanProblem problem = problemOfRate(plan, stage); !problem.isNone())
        return {{}, {}, problem};
    const PlannedRate &rate = plan.rates.at(stage);
    const auto count = leastThatReaches(*needed.count, rate);
    if (!count)
        return {{}, {}, {Kind::TooLarge}};
    return {count, *needed.exact / exactOf(rate), {}};
}

PlannedCount deals(const FunnelPlan &plan)
{
    if (!plan.stages.isEmpty() && !plan.goal)
        return {{}, {}, {Kind::NoGoal}}; // asked for first, as the plan begins with it
    if (const PlanProblem problem = problemOfMoney(plan); !problem.isNone())
        return {{}, {}, problem};
    if (plan.goal->minor < 0)
        return {{}, {}, {Kind::GoalBelowZero}};
    const Rational exact
        = Rational(plan.goal->minor) * shareOf(plan.marketingShare) / Rational(plan.dealSize->minor);
    return roundedUp(exact, exact);
}

PlannedMoney marketingGoal(const FunnelPlan &plan)
{
    if (!plan.goal)
        return {{}, {Kind::NoGoal}};
    const auto minor = (Rational(plan.goal->minor) * shareOf(plan.marketingShare)).rounded();
    if (!minor)
        return {{}, {Kind::TooLarge}};
    return {Money{*minor, plan.goal->currency}, {}};
}

PlannedMoney spend(const FunnelPlan &plan, const PlannedCount &visitors)
{
    if (!visitors.problem.isNone())
        return {{}, visitors.problem};
    if (!plan.costPerVisitor)
        return {{}, {Kind::NoCost}};
    const auto minor = (Rational(*visitors.count) * Rational(plan.costPerVisitor->minor)).rounded();
    if (!minor)
        return {{}, {Kind::TooLarge}};
    return {Money{*minor, plan.costPerVisitor->currency}, {}};
}

bool knowsWorkedStage(const FunnelPlan &plan)
{
    return plan.workedStage >= 0 && plan.workedStage < plan.stages.size();
}

// Why hours cannot be divided among leads.
PlanProblem problemOfTime(const FunnelPlan &plan)
{
    if (!plan.minutesPerLead)
        return {Kind::NoTimePerLead};
    return *plan.minutesPerLead > 0 ? PlanProblem() : PlanProblem{Kind::TimePerLeadZero};
}

PlannedCount hours(const FunnelPlan &plan, const QList<PlannedCount> &stages)
{
    if (!knowsWorkedStage(plan))
        return {{}, {}, {Kind::NoWorkedStage}};
    const PlannedCount &worked = stages.at(plan.workedStage);
    if (!worked.problem.isNone())
        return {{}, {}, worked.problem};
    if (const PlanProblem problem = problemOfTime(plan); !problem.isNone())
        return {{}, {}, problem};
    const Rational perLead = Rational::of(*plan.minutesPerLead, minutesPerHour);
    return roundedUp(Rational(*worked.count) * perLead, *worked.exact * perLead);
}

// Years in one period of the plan.
Rational yearsIn(Grain grain)
{
    switch (grain) {
    case Grain::Month:
        return Rational::of(1, monthsOfYear);
    case Grain::Quarter:
        return Rational::of(monthsOfQuarter, monthsOfYear);
    default:
        return {1};
    }
}

PlannedCount ceiling(const FunnelPlan &plan)
{
    if (!knowsWorkedStage(plan))
        return {{}, {}, {Kind::NoWorkedStage}};
    if (const PlanProblem problem = problemOfTime(plan); !problem.isNone())
        return {{}, {}, problem};
    if (!plan.hoursForLeads)
        return {{}, {}, {Kind::NoHours}};
    const Rational exact = *plan.hoursForLeads * yearsIn(plan.grain) * Rational(minutesPerHour)
        / Rational(*plan.minutesPerLead);
    const auto count = exact.roundedDown();
    if (!count)
        return {{}, {}, {Kind::TooLarge}};
    return {count, exact, {}};
}

qint64 workingDays(const QList<Period> &periods)
{
    qint64 days = 0;
    for (const Period &period : periods)
        for (QDate day = period.start; day <= period.end(); day = day.addDays(1))
            days += day.dayOfWeek() <= Qt::Friday ? 1 : 0;
    return days;
}

} // namespace

std::optional<Rational> PlannedRate::measured() const
{
    const Rate rate = Rate::of(reached, outOf);
    if (!likely || !rate.isKnown() || rate.value().scaled(ShareDecimals) != likely)
        return {};
    return Rational::of(rate.value());
}

QString PlanProblem::reason() const
{
    switch (kind) {
    case Kind::None:
        return {};
    case Kind::NoStages:
        return Texts::tr("Cannot be worked out: there are no stages yet.");
    case Kind::NoGoal:
        return Texts::tr("Cannot be worked out: the revenue goal is missing.");
    case Kind::GoalBelowZero:
        return Texts::tr("Cannot be worked out: the revenue goal is below 0.");
    case Kind::NoDealSize:
        return Texts::tr("Cannot be worked out: the deal size is missing.");
    case Kind::DealSizeNotPositive:
        return Texts::tr("Cannot be worked out: the deal size is not above 0.");
    case Kind::OtherCurrency:
        return Texts::tr("Cannot be worked out: goal and deal size are in different currencies.");
    case Kind::ShareZero:
        return Texts::tr("Cannot be worked out: marketing's share is 0 %.");
    case Kind::NoRate:
        return Texts::tr("Cannot be worked out: the rate into “%1” is missing.").arg(stage);
    case Kind::RateZero:
        return Texts::tr("Cannot be worked out: the rate into “%1” is 0 %.").arg(stage);
    case Kind::RateBelowZero:
        return Texts::tr("Cannot be worked out: the rate into “%1” is below 0 %.").arg(stage);
    case Kind::RangeTurned:
        return Texts::tr("Cannot be worked out: low, likely and high of “%1” are not in this order.")
            .arg(stage);
    case Kind::RangeInOtherCurrency:
        return Texts::tr("Cannot be worked out: low and high of the deal size are in another currency.");
    case Kind::NoRange:
        return Texts::tr(
            "Cannot be worked out: low and high rates are missing, or the same as the likely ones.");
    case Kind::NoCost:
        return Texts::tr("Cannot be worked out: the cost per visitor is missing.");
    case Kind::NoWorkedStage:
        return Texts::tr("Cannot be worked out: it is not said at which stage sales starts to work.");
    case Kind::NoTimePerLead:
        return Texts::tr("Cannot be worked out: the sales time per lead is missing.");
    case Kind::TimePerLeadZero:
        return Texts::tr("Cannot be worked out: the sales time per lead must be more than 0.");
    case Kind::NoHours:
        return Texts::tr("Cannot be worked out: the hours sales has are missing on the page “Capacity”.");
    case Kind::NoStart:
        return Texts::tr("Cannot be worked out: the plan has no starting date.");
    case Kind::PartTooLong:
        return Texts::tr("Cannot be worked out: a quarter is longer than the plan, which is for one month.");
    case Kind::PartNotWhole:
        return Texts::tr(
            "Cannot be worked out: the plan does not begin with a quarter of the calendar, so that "
            "its months make up no whole quarters. The months tell what falls into each.");
    case Kind::NothingToReach:
        return Texts::tr(
            "Cannot be worked out: there is nothing to reach, as the goal, or marketing's part of "
            "it, is 0.");
    case Kind::TooLarge:
        return Texts::tr("Cannot be worked out: the figures are too large.");
    }
    return {};
}

PlanProblem Targets::problem() const
{
    return stages.isEmpty() ? PlanProblem{Kind::NoStages} : stages.first().problem;
}

bool Targets::isAboveCeiling(const FunnelPlan &plan) const
{
    if (!knowsWorkedStage(plan) || !ceiling.count)
        return false;
    const auto needed = stages.at(plan.workedStage).count;
    return needed && *needed > *ceiling.count;
}

Targets targetsOf(const FunnelPlan &plan)
{
    Targets targets;
    targets.marketingGoal = marketingGoal(plan);
    targets.stages.resize(plan.stages.size());
    const PlannedCount won = deals(plan);
    if (plan.stages.isEmpty()) {
        targets.spend.problem = targets.hours.problem = targets.ceiling.problem = won.problem;
        return targets;
    }
    targets.stages.last() = won;
    for (int stage = static_cast<int>(plan.stages.size()) - 1; stage > 0; --stage)
        targets.stages[stage - 1] = neededBefore(plan, targets.stages.at(stage), stage);
    for (int stage = 1; stage < plan.stages.size(); ++stage)
        if (plan.rates.value(stage).likely.value_or(0) > WholeShare)
            targets.askedAbout.append(stage);
    targets.spend = spend(plan, targets.stages.first());
    targets.hours = hours(plan, targets.stages);
    targets.ceiling = ceiling(plan);
    return targets;
}

Reached reachedFrom(const FunnelPlan &plan, int stage, qint64 count)
{
    Reached reached{.counts = {count}, .goal = {}};
    reached.goal.problem = problemOfMoney(plan);
    for (int next = stage + 1; next < plan.stages.size() && reached.goal.problem.isNone(); ++next) {
        reached.goal.problem = problemOfRate(plan, next);
        if (!reached.goal.problem.isNone())
            break;
        const auto down = mostReached(reached.counts.last(), plan.rates.at(next)).roundedDown();
        if (down)
            reached.counts.append(*down);
        else
            reached.goal.problem = {Kind::TooLarge};
    }
    if (!reached.goal.problem.isNone())
        return reached;
    const Rational share = shareOf(plan.marketingShare);
    if (share.isZero()) {
        reached.goal.problem = {Kind::ShareZero};
        return reached;
    }
    const auto minor
        = (Rational(reached.counts.last()) * Rational(plan.dealSize->minor) / share).roundedDown();
    if (minor)
        reached.goal.money = Money{*minor, plan.dealSize->currency};
    else
        reached.goal.problem = {Kind::TooLarge};
    return reached;
}

QString salesCapacityLabel(const FunnelPlan &plan)
{
    return plan.workedStage < 0 ? Texts::tr("Sales capacity")
                                : Texts::tr("Sales capacity (%1)").arg(plan.stages.at(plan.workedStage).name);
}

QString planUnitLabel(PlanUnit unit)
{
    switch (unit) {
    case PlanUnit::Year:
        return Texts::tr("Year");
    case PlanUnit::Quarter:
        return Texts::tr("Quarter");
    case PlanUnit::Month:
        return Texts::tr("Month");
    case PlanUnit::WorkingDay:
        break;
    }
    return Texts::tr("Working day");
}

QString planUnitKey(PlanUnit unit)
{
    switch (unit) {
    case PlanUnit::Year:
        return u"year"_s;
    case PlanUnit::Quarter:
        return u"quarter"_s;
    case PlanUnit::Month:
        return u"month"_s;
    case PlanUnit::WorkingDay:
        break;
    }
    return u"working_day"_s;
}

std::optional<Rational> unitsIn(const FunnelPlan &plan, PlanUnit unit)
{
    const Rational years = yearsIn(plan.grain);
    switch (unit) {
    case PlanUnit::Year:
        return years;
    case PlanUnit::Quarter:
        return years * Rational::of(monthsOfYear, monthsOfQuarter);
    case PlanUnit::Month:
        return years * Rational(monthsOfYear);
    case PlanUnit::WorkingDay:
        break;
    }
    const QList<Period> months = monthsOf(plan);
    return months.isEmpty() ? std::nullopt : std::optional(Rational(workingDays(months)));
}

PlannedCount perUnit(const FunnelPlan &plan, const PlannedCount &count, PlanUnit unit)
{
    if (!count.problem.isNone())
        return count;
    const auto units = unitsIn(plan, unit);
    if (!units || units->isZero())
        return {{}, {}, {Kind::NoStart}};
    return roundedUp(Rational(*count.count) / *units, *count.exact / *units);
}
