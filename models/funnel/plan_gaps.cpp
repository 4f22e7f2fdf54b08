#include "models/funnel/plan_gaps.h"

#include "models/arithmetic/share.h"
#include "models/funnel/currencies.h"
#include "models/funnel/deals/known_sums.h"

#include <algorithm>

std::optional<Money> dealSizeOf(const FunnelFigures &funnel)
{
    const StageFigure won = funnel.figures.isEmpty() ? StageFigure() : funnel.figures.last();
    if (!won.worth || won.valued().value_or(0) <= 0)
        return {};
    const auto minor = Fraction::of(won.worth->minor, *won.valued()).rounded();
    return minor ? std::optional(Money{*minor, won.worth->currency}) : std::nullopt;
}

bool hasGaps(const FunnelPlan &plan)
{
    const auto isGap = [](const PlannedRate &rate) { return !rate.likely; };
    return !plan.dealSize
        || std::any_of(plan.rates.begin() + std::min<qsizetype>(1, plan.rates.size()), plan.rates.end(),
                       isGap);
}

FunnelFigures newestFigures(const FunnelInputs &funnel, const DealSummary &deals, Grain grain, QDate today,
                            Running running, const QString &currency)
{
    const QList<FunnelFigures> periods = funnel.funnels(deals, grain, CountedBy::Event, currency);
    const qsizetype at = newestFull(periods, today);
    const FunnelFigures newest = at < 0 ? FunnelFigures() : periods.at(at);
    const bool hasBegun = newest.period.isValid() && newest.period.start <= today;
    const bool isOver = hasBegun && newest.period.end() <= today;
    return isOver || (hasBegun && running == Running::Wanted) ? newest : FunnelFigures();
}

Result<FunnelFigures> newestFigures(const Document &document, const FunnelInputs &funnel, QDate today,
                                    Running running)
{
    const Grain grain = usualGrain(funnel.typed);
    const auto deals = summaryOfDeals(document, funnel.stages, grain);
    if (!deals)
        return deals.error();
    return newestFigures(funnel, *deals, grain, today, running, currencyToShow(document, funnel, *deals));
}

PlanGaps fillGaps(FunnelPlan &plan, const FunnelFigures &funnel)
{
    PlanGaps gaps;
    if (!funnel.period.isValid())
        return gaps;
    if (const auto size = dealSizeOf(funnel); size && !plan.dealSize) {
        plan.dealSize = size;
        gaps.dealSize = true;
    }
    for (int stage = 1; stage < plan.rates.size(); ++stage) {
        if (plan.rates.at(stage).likely)
            continue;
        const Rate rate = funnel.stepRate(stage - 1);
        plan.rates[stage].likely = rate.isKnown() ? rate.value().scaled(ShareDecimals) : std::nullopt;
        if (!plan.rates.at(stage).likely)
            continue;
        plan.rates[stage].from = plan.stages.at(stage - 1).name;
        plan.rates[stage].reached = funnel.figures.at(stage).amount;
        plan.rates[stage].outOf = funnel.figures.at(stage - 1).amount;
        gaps.rates.append(stage);
    }
    if (gaps.dealSize || !gaps.rates.isEmpty())
        gaps.period = funnel.period;
    return gaps;
}
