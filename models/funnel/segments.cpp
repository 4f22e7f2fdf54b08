#include "models/funnel/segments.h"

#include "models/funnel/cut_choices.h"
#include "models/funnel/deals/known_sums.h"
#include "models/funnel/import/deal_store.h"
#include "models/funnel/import/named_columns.h"
#include "models/funnel/plan_store.h"
#include "models/funnel/sources.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Segments)
};

// 0 of each stage that the deals tell of in some other period.
FunnelFigures nothingIn(const Period &period, const SegmentFunnels &segment, CountedBy counted)
{
    FunnelFigures nothing{period, segment.stages, QList<StageFigure>(segment.stages.size())};
    for (const FunnelFigures &other : segment.by(counted))
        for (qsizetype i = 0; i < other.figures.size(); ++i)
            if (other.figures.at(i).amountSource == FigureSource::Computed)
                nothing.figures[i] = {.amount = 0, .worth = {}, .amountSource = FigureSource::Computed};
    return nothing;
}

DealsBy dealsBy(SegmentKind kind)
{
    return kind == SegmentKind::Region ? DealsBy::Segment
        : kind == SegmentKind::Product ? DealsBy::Product
                                       : DealsBy::Source;
}

bool namesAny(const DealParts &parts)
{
    return std::any_of(parts.parts().begin(), parts.parts().end(),
                       [](const DealParts::Part &part) { return !part.name.isEmpty(); });
}

// Row by row: some name their product in the column for regions, others in that for products, or in both.
Result<DealParts> partsByEitherColumn(const Document &document, const QList<Stage> &stages)
{
    return partsOfDeals(document, stages, [isProduct = isProductIn(document)](const Deal &deal) {
        const bool isNamedBySegment = deal.product.isEmpty() && isProduct(DealParts::keyOf(deal.segment));
        return isNamedBySegment ? deal.segment : deal.product;
    });
}

// By what is of the kind; those that name nothing of it are a part without a name.
Result<DealParts> partsOfKind(const Document &document, const QList<Stage> &stages, SegmentKind kind)
{
    auto deals = partsOfDeals(document, stages, dealsBy(kind));
    if (!deals || kind == SegmentKind::Source)
        return deals;
    const auto isProduct = isProductIn(document);
    const bool isOfProducts = kind == SegmentKind::Product;
    const auto segments = isOfProducts ? partsOfDeals(document, stages, DealsBy::Segment) : deals;
    if (!segments)
        return segments;
    DealParts parts(DealParts::Room::Any);
    bool isAnyOfKind = false;
    for (const DealParts::Part &part : segments->parts()) {
        const bool isOfKind = isProduct(DealParts::keyOf(part.name)) == isOfProducts;
        isAnyOfKind = isAnyOfKind || (isOfKind && !part.name.isEmpty());
        parts.add(isOfKind ? part.name : QString(), part.counts);
    }
    if (!isOfProducts || !namesAny(*deals))
        return parts;
    return isAnyOfKind ? partsByEitherColumn(document, stages) : deals;
}

// What a segment is known from.
struct Known
{
    QString name;
    std::optional<DealSummary> deals = {};
};
using KnownByKey = std::map<QString, Known>;

// Keys of the segments that numbers are typed for.
QSet<QString> typedFor(const Document &document)
{
    QSet<QString> keys;
    for (const QVariantMap &row : document.rows(u"funnel_number"_s))
        keys.insert(DealParts::keyOf(row.value(u"segment"_s).toString()));
    keys.remove(QString());
    return keys;
}

// Of which kind such a name is, the choices tell.
void addTyped(KnownByKey &known, const QSet<QString> &typed, const CutChoices &choices, SegmentKind kind)
{
    const QStringList &names = kind == SegmentKind::Region ? choices.regions
        : kind == SegmentKind::Product                     ? choices.products
                                                           : choices.sources;
    for (const QString &name : names)
        if (const QString key = DealParts::keyOf(name); typed.contains(key) && !known.contains(key))
            known[key].name = name;
}

Result<KnownByKey> knownSegments(const Document &document, const QList<Stage> &stages, Grain grain,
                                 SegmentKind kind, const QSet<QString> &typed)
{
    const auto deals = partsOfKind(document, stages, kind);
    if (!deals)
        return deals.error();
    KnownByKey known;
    const QHash<QString, QString> own = segmentsOfSheets(document, kind);
    for (const auto &[key, name] : own.asKeyValueRange())
        known[key].name = name;
    const QList<DealSummary> summaries = summariesOf(*deals, stages, grain);
    for (qsizetype i = 0; i < summaries.size(); ++i) {
        const DealParts::Part &part = deals->parts()[static_cast<size_t>(i)];
        const QString key = DealParts::keyOf(part.name);
        if (!key.isEmpty() && !part.counts.isEmpty())
            known[key] = {.name = own.value(key, part.name), .deals = summaries.at(i)};
    }
    if (!typed.isEmpty())
        addTyped(known, typed, cutChoices(document, stages), kind);
    return known;
}

} // namespace

QHash<QString, QString> segmentsOfSheets(const Document &document, SegmentKind kind)
{
    QHash<QString, QString> names;
    for (const PlanInputs::Split &split : readSplits(document))
        if (split.dimension == segmentKindKey(kind))
            for (const PlanSegment &segment : split.segments)
                names.insert(DealParts::keyOf(segment.name), segment.name.trimmed());
    if (kind == SegmentKind::Source)
        for (const SourceTerms &terms : readSourceTerms(document))
            if (const QString key = DealParts::keyOf(terms.source); !key.isEmpty() && !names.contains(key))
                names.insert(key, terms.source);
    return names;
}

std::function<bool(const QString &key)> isProductIn(const Document &document)
{
    const bool usually = isNamedForProducts(columnOfLastImport(document, ColumnRole::Segment));
    return [usually, regions = segmentsOfSheets(document, SegmentKind::Region),
            products = segmentsOfSheets(document, SegmentKind::Product)](const QString &key) {
        return !regions.contains(key) && (usually || products.contains(key));
    };
}

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

FunnelFigures SegmentFunnels::in(const Period &period, CountedBy counted) const
{
    for (const FunnelFigures &figures : by(counted))
        if (figures.period == period)
            return figures;
    return hasDeals ? nothingIn(period, *this, counted) : FunnelFigures();
}

Result<QList<SegmentFunnels>> readSegments(const Document &document, const QList<Stage> &stages, Grain grain,
                                           SegmentKind kind, const QString &currency)
{
    const QSet<QString> typedKeys = typedFor(document);
    const auto known = knownSegments(document, stages, grain, kind, typedKeys);
    if (!known)
        return known.error();
    QList<SegmentFunnels> segments;
    for (const auto &[key, part] : *known) {
        FunnelCut cut;
        (kind == SegmentKind::Source ? cut.source : cut.segment) = part.name;
        const QList<TypedFigure> typed
            = typedKeys.contains(key) ? readTyped(document, cut) : QList<TypedFigure>();
        const DealSummary sums = part.deals.value_or(DealSummary());
        const auto counted
            = [&](CountedBy by) { return combine(stages, typed, sums.periods(by), grain, currency); };
        SegmentFunnels segment{.name = part.name,
                               .periods = counted(CountedBy::Event),
                               .byEntry = counted(CountedBy::Entry),
                               .stages = stages,
                               .hasDeals = part.deals.has_value()};
        if (!segment.periods.isEmpty() || !segment.byEntry.isEmpty())
            segments.append(segment);
    }
    return segments;
}
