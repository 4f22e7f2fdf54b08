#include "models/funnel/segments.h"

#include "models/funnel/import/known_sums.h"
#include "models/funnel/plan_store.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Segments)
};

// Those that the worksheet gives to one of the kinds.
QHash<QString, QString> sharedOut(const Document &document, const QString &dimension)
{
    QHash<QString, QString> names;
    for (const PlanInputs::Split &split : readPlan(document).splits)
        if (split.dimension == dimension)
            for (const PlanSegment &segment : split.segments)
                names.insert(DealParts::keyOf(segment.name), segment.name.trimmed());
    return names;
}

FunnelFigures nothingIn(const Period &period, const QList<Stage> &stages)
{
    FunnelFigures figures{period, stages, QList<StageFigure>(stages.size())};
    for (StageFigure &figure : figures.figures) {
        figure.amount = 0;
        figure.amountSource = FigureSource::Computed;
    }
    return figures;
}

} // namespace

QString segmentKindKey(SegmentKind kind)
{
    return kind == SegmentKind::Region ? u"region"_s
        : kind == SegmentKind::Product ? u"product"_s
                                       : u"source"_s;
}

std::optional<SegmentKind> segmentKindFromKey(const QString &key)
{
    for (const SegmentKind kind : {SegmentKind::Region, SegmentKind::Product, SegmentKind::Source})
        if (segmentKindKey(kind) == key)
            return kind;
    return {};
}

QString segmentKindLabel(SegmentKind kind)
{
    return kind == SegmentKind::Region ? Texts::tr("Region")
        : kind == SegmentKind::Product ? Texts::tr("Product")
                                       : Texts::tr("Source");
}

FunnelFigures SegmentFunnels::in(const Period &period) const
{
    for (const FunnelFigures &figures : periods)
        if (figures.period == period)
            return figures;
    return hasDeals ? nothingIn(period, stages) : FunnelFigures();
}

Result<QList<SegmentFunnels>> readSegments(const Document &document, const QList<Stage> &stages, Grain grain,
                                           SegmentKind kind)
{
    const bool bySource = kind == SegmentKind::Source;
    const QHash<QString, QString> own
        = bySource ? QHash<QString, QString>() : sharedOut(document, segmentKindKey(kind));
    const QHash<QString, QString> products = sharedOut(document, segmentKindKey(SegmentKind::Product));
    const auto deals = partsOfDeals(document, stages, bySource ? DealsBy::Source : DealsBy::Segment);
    if (!deals)
        return deals.error();
    std::map<QString, DealParts::Part> parts; // by key
    for (const auto &[key, name] : own.asKeyValueRange())
        parts[key].name = name;
    for (const DealParts::Part &part : deals->parts()) {
        const QString key = DealParts::keyOf(part.name);
        const bool isOwn
            = bySource || own.contains(key) || (kind == SegmentKind::Region && !products.contains(key));
        if (!key.isEmpty() && isOwn && !part.counts.isEmpty())
            parts[key] = {.name = own.value(key, part.name), .counts = part.counts};
    }
    QList<SegmentFunnels> segments;
    for (const auto &[key, part] : parts) {
        FunnelCut cut;
        (bySource ? cut.source : cut.segment) = part.name;
        SegmentFunnels segment{.name = part.name,
                               .periods
                               = readFunnel(document, cut)
                                     .funnels(summaryOf(part.counts, stages, grain), grain, CountedBy::Event),
                               .stages = stages,
                               .hasDeals = !part.counts.isEmpty()};
        if (!segment.periods.isEmpty())
            segments.append(segment);
    }
    return segments;
}
