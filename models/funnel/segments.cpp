#include "models/funnel/segments.h"

#include "models/funnel/deal_counts.h"
#include "models/funnel/import/deal_store.h"
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

// Names that differ in capitals only are one, in the spelling first seen.
QString keyOf(const QString &name)
{
    return name.trimmed().toCaseFolded();
}

// Those that the worksheet gives to one of the kinds.
QHash<QString, QString> sharedOut(const Document &document, const QString &dimension)
{
    QHash<QString, QString> names;
    for (const PlanInputs::Split &split : readPlan(document).splits)
        if (split.dimension == dimension)
            for (const PlanSegment &segment : split.segments)
                names.insert(keyOf(segment.name), segment.name.trimmed());
    return names;
}

struct Group
{
    QString name;
    DealCounts counts;
    bool hasDeals = false;
};

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
    std::map<QString, Group> groups;
    for (const auto &[key, name] : own.asKeyValueRange())
        groups[key].name = name;
    const auto done = forEachDeal(document, stages, [&](const Deal &deal) {
        const QString &name = bySource ? deal.source : deal.segment;
        const QString key = keyOf(name);
        const bool isOwn
            = bySource || own.contains(key) || (kind == SegmentKind::Region && !products.contains(key));
        if (key.isEmpty() || !isOwn)
            return;
        Group &group = groups[key];
        if (group.name.isEmpty())
            group.name = name.trimmed();
        group.hasDeals = true;
        group.counts.add(deal, deal.stage);
    });
    if (!done)
        return done.error();
    QList<SegmentFunnels> segments;
    for (const auto &[key, group] : groups) {
        const DealSummary deals = group.counts.summary(static_cast<int>(stages.size()), grain,
                                                       [](qint64 stage) { return static_cast<int>(stage); });
        FunnelCut cut;
        (bySource ? cut.source : cut.segment) = group.name;
        SegmentFunnels segment{.name = group.name,
                               .periods = readFunnel(document, cut).funnels(deals, grain, CountedBy::Event),
                               .stages = stages,
                               .hasDeals = group.hasDeals};
        if (!segment.periods.isEmpty())
            segments.append(segment);
    }
    return segments;
}
