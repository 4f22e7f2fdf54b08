#pragma once

#include "models/funnel/funnel_store.h"

#include <array>
#include <functional>

// What the funnel can be taken apart by.
enum class SegmentKind { Region, Product, Source };
inline constexpr std::array allSegmentKinds{SegmentKind::Region, SegmentKind::Product, SegmentKind::Source};

QString segmentKindKey(SegmentKind kind); // "region", "product", "source"
std::optional<SegmentKind> segmentKindFromKey(const QString &key);
QString segmentKindLabel(SegmentKind kind);

// Those that worksheets name, by DealParts::keyOf(): the plan is shared out to them, or the teams say what a
// source is promised to bring.
QHash<QString, QString> segmentsOfSheets(const Document &document, SegmentKind kind);

// Whether what stands as the segment of deals is a product, by DealParts::keyOf() of its name: see
// readSegments().
std::function<bool(const QString &key)> isProductIn(const Document &document);

// One part of the funnel over its periods: typed figures over those worked out from its deals.
struct SegmentFunnels
{
    QString name;
    QList<FunnelFigures> periods; // oldest first, its deals by the event
    QList<FunnelFigures> byEntry; // the same with its deals in the period in which they began
    QList<Stage> stages;
    bool hasDeals = false;

    const QList<FunnelFigures> &by(CountedBy counted) const
    {
        return counted == CountedBy::Event ? periods : byEntry;
    }
    // Of one period; where deals of the segment are known, but none in it, that is 0 of each.
    FunnelFigures in(const Period &period, CountedBy counted = CountedBy::Event) const;
};

// Those that the deals name, segmentsOfSheets(), and those that numbers are typed for; without any of which
// nothing is known. Once a region or product was imported as the segment of a deal: such a name is what the
// worksheet gives it to, or else what the column that told it last was named for. `currency` as combine()
// takes it.
Result<QList<SegmentFunnels>> readSegments(const Document &document, const QList<Stage> &stages, Grain grain,
                                           SegmentKind kind, const QString &currency = {});
