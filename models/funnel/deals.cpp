#include "models/funnel/deals.h"

#include "models/funnel/deal_counts.h"

void DealTotals::add(const Deal &deal, int times)
{
    count += times;
    if (deal.value)
        value.add({deal.value->minor * times, deal.value->currency}, times);
    else
        withoutValue += times;
}

void DealTotals::add(const DealTotals &others)
{
    count += others.count;
    withoutValue += others.withoutValue;
    value.add(others.value);
}

Rate DealSummary::winRate() const
{
    return Rate::of(won.count, won.count + lost.count);
}

Fraction DealSummary::dealSize(const QString &currency) const
{
    const auto sum = won.value.in(currency);
    return sum ? sum->amount() / Fraction(won.value.count(currency)) : Fraction::invalid();
}

DealSummary summarize(const QList<Deal> &deals, int stageCount, Grain grain)
{
    DealCounts counts;
    for (const Deal &deal : deals)
        counts.add(deal, deal.stage);
    return counts.summary(stageCount, grain, [](qint64 stage) { return static_cast<int>(stage); });
}
