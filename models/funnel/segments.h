#pragma once

#include "models/funnel/cut.h"

// What the funnel can be taken apart by.
enum class SegmentKind { Region, Product, Source };

QString segmentKindKey(SegmentKind kind); // "region", "product", "source"
std::optional<SegmentKind> segmentKindFromKey(const QString &key);
QString segmentKindLabel(SegmentKind kind);

// One part of the funnel over its periods: typed figures over those worked out from its deals.
struct SegmentFunnels
{
    QString name;
    QList<FunnelFigures> periods; // oldest first
    QList<Stage> stages;
    bool hasDeals = false;

    // Of one period; where deals of the segment are known, but none in it, that is 0 of each.
    FunnelFigures in(const Period &period) const;
};

// Which name is a region and which a product stands on the worksheet “Regions and products”; a segment of the
// deals that it does not name is what the column that told it last was named for, and otherwise a region.
// Sources are those of the deals.
Result<QList<SegmentFunnels>> readSegments(const Document &document, const QList<Stage> &stages, Grain grain,
                                           SegmentKind kind);
