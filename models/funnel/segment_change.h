#pragma once

#include "models/funnel/segments.h"
#include "models/funnel/what_changed.h"

// The change of won value between two periods by the segments of one kind; without parts where there are
// none.
ChangeBySegment changeBySegment(const FunnelFigures &before, const FunnelFigures &after,
                                const QList<SegmentFunnels> &segments);
// The same by the workbook's regions, products or sources. `currency` as the figures of both were combined.
Result<ChangeBySegment> changeBySegment(const Document &document, const QList<Stage> &stages,
                                        SegmentKind kind, const FunnelFigures &before,
                                        const FunnelFigures &after, const QString &currency = {});
