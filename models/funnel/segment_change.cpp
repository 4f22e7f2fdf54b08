#include "models/funnel/segment_change.h"

ChangeBySegment changeBySegment(const FunnelFigures &before, const FunnelFigures &after,
                                const QList<SegmentFunnels> &segments)
{
    QList<SegmentPeriods> periods;
    for (const SegmentFunnels &segment : segments)
        periods.append({segment.name, segment.in(before.period), segment.in(after.period)});
    return changeBySegment(before, after, periods);
}

Result<ChangeBySegment> changeBySegment(const Document &document, const QList<Stage> &stages,
                                        SegmentKind kind, const FunnelFigures &before,
                                        const FunnelFigures &after, const QString &currency)
{
    const auto segments = readSegments(document, stages, before.period.grain, kind, currency);
    if (!segments)
        return segments.error();
    return changeBySegment(before, after, *segments);
}
