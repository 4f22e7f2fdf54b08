#include "tests/support/summarize.h"

#include "models/funnel/deals/deal_counts.h"

DealSummary summarize(const QList<Deal> &deals, int stageCount, Grain grain)
{
    DealCounts counts;
    for (const Deal &deal : deals)
        counts.add(deal, deal.stage);
    return counts.summary(stageCount, grain, [](qint64 stage) { return static_cast<int>(stage); });
}
