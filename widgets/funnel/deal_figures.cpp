#include "widgets/funnel/deal_figures.h"

#include "widgets/shell/notifier.h"

DealSummary dealFigures(const DealReader &reader, const PageContext &page, const QList<Stage> &stages,
                        Grain grain)
{
    const Result<DealSummary> read = reader(page.document, stages, grain);
    if (read)
        return *read;
    page.notifier.report(read.error());
    return {};
}
