#include "models/funnel/outlook.h"

#include "models/arithmetic/sum.h"
#include "models/funnel/currencies.h"
#include "models/funnel/pace.h"
#include "models/funnel/stages/stage_target.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Outlook)
};

struct Goal
{
    std::optional<Money> target, won;
    Period from = {}, to = {};
};

// The figures in the currency of the target, whichever they are shown in.
QList<FunnelFigures> inPeriods(const OutlookInputs &inputs, const QString &currency)
{
    const bool several = currenciesOf(inputs.funnel, inputs.deals).size() > 1;
    return several && !currency.isEmpty()
        ? inputs.funnel.funnels(inputs.deals, inputs.grain, CountedBy::Event, currency)
        : inputs.periods;
}

Goal goalInAll(const OutlookInputs &inputs, const Stage &last)
{
    const auto named = std::find_if(
        inputs.funnel.targets.begin(), inputs.funnel.targets.end(), [&](const TypedFigure &target) {
            return target.stage == last.id && target.worth && target.period.grain == inputs.grain;
        });
    if (named == inputs.funnel.targets.end())
        return {};
    const QString currency = named->worth->currency;
    const Pace pace = paceOf(inPeriods(inputs, currency), inputs.funnel.targets, last.id, Measure::Worth,
                             inputs.grain, inputs.today, inputs.firstMonth);
    if (!pace.targetInAll)
        return {};
    Goal goal{.target = Money{*pace.targetInAll, currency},
              .won = {},
              .from = pace.points.first().period,
              .to = pace.points.last().period};
    if (pace.reached)
        goal.won = Money{*pace.reached, currency};
    return goal;
}

// Of a year its quarters so far, of a quarter its months; none where one that is over is not known.
std::optional<Money> wonInParts(const OutlookInputs &inputs, const Period &period, const QString &currency)
{
    if (period.grain != Grain::Year && period.grain != Grain::Quarter)
        return {};
    const Grain grain = period.grain == Grain::Year ? Grain::Quarter : Grain::Month;
    QMap<Period, std::optional<Money>> parts;
    for (const FunnelFigures &funnel : inputs.funnel.funnels(inputs.deals, grain, CountedBy::Event, currency))
        if (period.contains(funnel.period.start) && !funnel.figures.isEmpty())
            parts.insert(funnel.period, funnel.figures.last().worth);
    std::optional<qint64> sum = 0;
    for (Period part = Period::containing(period.start, grain); period.contains(part.start);
         part = part.next()) {
        const auto worth = parts.value(part);
        if (!worth && (part.end() < inputs.today || parts.contains(part)))
            return {};
        sum = worth ? sumOf(sum, worth->minor) : sum;
    }
    return sum && !parts.isEmpty() ? std::optional(Money{*sum, currency}) : std::nullopt;
}

Goal goalOf(const OutlookInputs &inputs, const Period &period)
{
    if (inputs.funnel.stages.isEmpty())
        return {};
    const Stage &last = inputs.funnel.stages.last();
    if (!period.isValid())
        return goalInAll(inputs, last);
    Goal goal{.target = {}, .won = {}, .from = period, .to = period};
    if (const TypedFigure *target = inputs.funnel.targetOf(last.id, period))
        goal.target = target->worth;
    const QString currency = goal.target ? goal.target->currency : QString();
    bool known = false;
    for (const FunnelFigures &funnel : inPeriods(inputs, currency)) {
        if (funnel.period != period || funnel.figures.isEmpty())
            continue;
        known = true;
        goal.won = funnel.figures.last().worth;
    }
    if (!goal.won && goal.target)
        goal.won = wonInParts(inputs, period, currency);
    // Where there are deals, but none came to anything in the period, nothing was won in it.
    if (!goal.won && !known && goal.target && inputs.deals.rows > 0 && inputs.deals.knowsWinsOf(period)
        && inputs.deals.wonByClose.value(period).count == 0)
        goal.won = Money{0, goal.target->currency};
    return goal;
}

QStringList currenciesOf(const QList<const DealTotals *> &totals, const Goal &goal)
{
    QStringList currencies;
    for (const DealTotals *total : totals)
        for (const Money &money : total->value.sums())
            currencies.append(money.currency);
    if (goal.target)
        currencies.append(goal.target->currency);
    currencies.removeDuplicates();
    currencies.sort();
    return currencies;
}

Derived dealSizeOf(const DealTotals &won, const QString &currency)
{
    const qint64 rows = won.value.count(currency);
    const auto value = won.value.in(currency);
    if (rows == 0 || !value)
        return Derived::because(Texts::tr("Cannot be worked out: no won deal has a value."));
    const auto size = Rational::of(value->amount() / Fraction(rows));
    return size ? Derived{size}
                : Derived::because(Texts::tr("Cannot be worked out: the sums are too large."));
}

// Of deals without a value nobody knows what they would bring; without deals it is nothing.
std::optional<Money> openIn(const QString &currency, const DealTotals &open)
{
    if (open.count > 0 && open.value.sums().isEmpty())
        return {};
    return open.value.in(currency).value_or(Money{0, currency});
}

Derived noOpenValue()
{
    return Derived::because(Texts::tr("Cannot be worked out: no open deal has a value."));
}

void addWeighted(MoneyOutlook &outlook, const OutlookInputs &inputs)
{
    const auto weighted = weightedPipeline(inputs.pipeline, inputs.chances, outlook.currency);
    if (!weighted) {
        outlook.weighted = Derived::because(Texts::tr("Cannot be worked out: the sums are too large."));
        return;
    }
    outlook.leftOut = weighted->leftOut;
    outlook.byOwnChance = weighted->ownRows;
    outlook.byStageChance = weighted->rows - weighted->ownRows;
    if (!outlook.open) {
        outlook.weighted = noOpenValue();
        return;
    }
    if (inputs.deals.open.count > 0 && outlook.leftOut == inputs.deals.open.count)
        outlook.weighted
            = Derived::because(Texts::tr("Cannot be worked out: no open deal has both a value and a "
                                         "chance to win, of its own or of its stage. Chances of stages are "
                                         "on “Stages and handovers”."));
    else
        outlook.weighted = {Rational::of(weighted->weighted.amount())};
}

void addCoverage(MoneyOutlook &outlook, const Goal &goal, QDate today)
{
    outlook.target = goal.target;
    outlook.won = goal.won;
    outlook.targetFrom = goal.from;
    outlook.targetTo = goal.to;
    if (!goal.target || goal.target->currency != outlook.currency) {
        outlook.target.reset();
        outlook.coverage = outlook.weightedCoverage = Derived::because(
            Texts::tr("Cannot be worked out: there is no target in %1 for it.").arg(outlook.currency));
        return;
    }
    if (goal.to.end() < today) {
        outlook.coverage = outlook.weightedCoverage = Derived::because(
            Texts::tr("Cannot be worked out: that time is over, and what is open now is won later."));
        return;
    }
    if (!goal.won) {
        outlook.coverage = outlook.weightedCoverage
            = Derived::because(Texts::tr("Cannot be worked out: what was won so far is not known."));
        return;
    }
    outlook.coverage = outlook.open ? coverage(*outlook.open, *goal.target, *goal.won) : noOpenValue();
    outlook.weightedCoverage = outlook.weighted;
    if (outlook.weighted.value) {
        const auto minor = outlook.weighted.value->scaled(currencyDigits(outlook.currency)).value_or(0);
        outlook.weightedCoverage = coverage({minor, outlook.currency}, *goal.target, *goal.won);
    }
}

// What velocity is worked out from.
struct Movement
{
    DealTotals opportunities, won, lost;
};

// Where there are several currencies, deals in this one only; how long they take is not asked apart.
Derived velocityOf(const Movement &deals, const QString &currency, const Cycle &cycle)
{
    DealTotals all = deals.opportunities;
    all.add(deals.won);
    all.add(deals.lost);
    const bool isMixed = all.value.isMixed();
    if (isMixed && all.withoutValue > 0)
        return Derived::because(
            Texts::tr("Cannot be worked out: there are several currencies, and deals without a value, of "
                      "which nobody knows in which they would be."));
    const auto countOf
        = [&](const DealTotals &totals) { return isMixed ? totals.value.count(currency) : totals.count; };
    const auto fractionOf = [](const Derived &figure) {
        return figure.value ? figure.value->toFraction() : Fraction::invalid();
    };
    const qint64 won = countOf(deals.won);
    return velocity(countOf(deals.opportunities), Rate::of(won, won + countOf(deals.lost)),
                    fractionOf(dealSizeOf(deals.won, currency)), fractionOf(cycle.mean));
}

Derived noOpportunities()
{
    return Derived::because(Texts::tr("Cannot be worked out: there is no stage before the last, at which "
                                      "opportunities would begin. Stages are on “Stages and handovers”."));
}

DealTotals openOpportunities(const OutlookInputs &inputs)
{
    DealTotals open;
    const auto first = opportunityStage(inputs.funnel.stages);
    for (qsizetype i = first.value_or(inputs.pipeline.openByStage.size());
         i < inputs.pipeline.openByStage.size(); ++i)
        open.add(inputs.pipeline.openByStage.at(i));
    return open;
}

// Those that came in a period; of numbers that are not those of the deals only how many.
DealTotals opportunitiesIn(const OutlookInputs &inputs, const Period &period, qsizetype stage, qint64 came)
{
    const DealTotals known = inputs.deals.byEvent.value(period).value(stage);
    return known.count == came ? known : DealTotals{.count = came, .withoutValue = came, .value = {}};
}

void addOpportunities(Outlook &outlook, const OutlookInputs &inputs)
{
    const auto first = opportunityStage(inputs.funnel.stages);
    if (!first)
        return;
    outlook.opportunityStage = inputs.funnel.stages.at(*first).name;
    outlook.opportunities = openOpportunities(inputs).count;
}

} // namespace

std::optional<qsizetype> opportunityStage(const QList<Stage> &stages)
{
    const qsizetype last = stages.size() - 1;
    if (last < 1)
        return {};
    const auto named = std::find_if(stages.begin(), stages.begin() + last,
                                    [](const Stage &stage) { return saysOpen(stage.name); });
    return std::min<qsizetype>(named - stages.begin(), last - 1);
}

Outlook outlookOf(const OutlookInputs &inputs, const Period &period)
{
    const DealSummary &deals = inputs.deals;
    const DealTotals won = period.isValid() ? deals.wonByClose.value(period) : deals.won;
    const DealTotals lost = period.isValid() ? deals.lostByClose.value(period) : deals.lost;
    Outlook outlook;
    outlook.period = period;
    const bool winsKnown = !period.isValid() || deals.knowsWinsOf(period);
    if (winsKnown)
        outlook.won = won.count;
    else
        outlook.won.reset();
    outlook.lost = lost.count;
    outlook.openWithoutValue = deals.open.withoutValue;
    addOpportunities(outlook, inputs);
    outlook.winRate = winsKnown ? Rate::of(won.count, won.count + lost.count) : Rate::Problem::NoTo;
    outlook.cycle = inputs.pipeline.cycleOf(period);
    const auto noneClosed = Derived::because(
        winsKnown
            ? Texts::tr("Cannot be worked out: no deal was won or lost in this time.")
            : Texts::tr("Cannot be worked out: deals were won without a close date, perhaps in this time."));
    outlook.neededCoverage = outlook.winRate.isKnown() ? neededCoverage(outlook.winRate) : noneClosed;
    const Goal goal = goalOf(inputs, period);
    for (const QString &currency : currenciesOf({&won, &deals.open}, goal)) {
        MoneyOutlook money{.currency = currency,
                           .dealSize = winsKnown ? dealSizeOf(won, currency) : noneClosed,
                           .velocity = {},
                           .open = openIn(currency, deals.open),
                           .weighted = {},
                           .target = {},
                           .won = {},
                           .coverage = {},
                           .weightedCoverage = {}};
        money.velocity = !outlook.winRate.isKnown() ? noneClosed
            : !outlook.opportunities
            ? noOpportunities()
            : velocityOf({openOpportunities(inputs), won, lost}, currency, outlook.cycle);
        addWeighted(money, inputs);
        addCoverage(money, goal, inputs.today);
        outlook.currencies.append(money);
    }
    return outlook;
}

QList<VelocityTrend> velocityTrends(const OutlookInputs &inputs)
{
    QList<VelocityTrend> trends;
    for (const Money &won : inputs.deals.won.value.sums())
        trends.append({won.currency, {}, {}});
    const auto first = opportunityStage(inputs.funnel.stages);
    for (VelocityTrend &trend : trends)
        trend.opportunityStage = first ? inputs.funnel.stages.at(*first).name : QString();
    for (const FunnelFigures &funnel : inputs.periods) {
        std::optional<qint64> came;
        if (first)
            came = funnel.figures.at(*first).amount;
        const Cycle cycle = inputs.pipeline.cycleOf(funnel.period);
        Movement deals{
            {}, inputs.deals.wonByClose.value(funnel.period), inputs.deals.lostByClose.value(funnel.period)};
        if (came)
            deals.opportunities = opportunitiesIn(inputs, funnel.period, *first, *came);
        for (VelocityTrend &trend : trends)
            trend.velocities.append(
                !first      ? noOpportunities()
                    : !came ? Derived::because(
                          Texts::tr("Cannot be worked out: how many opportunities came is not known."))
                            : velocityOf(deals, trend.currency, cycle));
    }
    return trends;
}
