#pragma once

#include "models/funnel/segments.h"
#include "models/funnel/what_changed.h"

// The change of won value between two periods by the workbook's regions, products or sources; without parts
// where it knows none. `currency` as the figures of both were combined.
Result<ChangeBySegment> changeBySegment(const Document &document, const QList<Stage> &stages,
                                        SegmentKind kind, const FunnelFigures &before,
                                        const FunnelFigures &after, const QString &currency = {});
