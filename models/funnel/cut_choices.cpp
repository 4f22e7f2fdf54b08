#include "models/funnel/cut_choices.h"

#include "models/funnel/deals/known_sums.h"
#include "models/funnel/segments.h"

using namespace Qt::StringLiterals;

namespace {

bool isOneOf(const QStringList &names, const QString &name)
{
    return names.contains(name, Qt::CaseInsensitive);
}

void add(QStringList &names, const QVariant &value)
{
    const QString name = value.toString().trimmed();
    if (!name.isEmpty() && !isOneOf(names, name))
        names.append(name);
}

void addOfSheets(const Document &document, SegmentKind kind, QStringList &names)
{
    const QHash<QString, QString> named = segmentsOfSheets(document, kind);
    for (const QString &name : named)
        add(names, name);
}

// Regions and products, also those of which nothing is known yet.
QStringList segmentsNamed(const Document &document, const CutChoices &choices)
{
    QStringList names = choices.regions;
    for (const QString &product : choices.products)
        add(names, product);
    for (const SegmentKind kind : {SegmentKind::Region, SegmentKind::Product})
        addOfSheets(document, kind, names);
    names.sort(Qt::CaseInsensitive);
    return names;
}

QStringList sourcesNamed(const Document &document, const CutChoices &choices)
{
    QStringList names = choices.sources;
    addOfSheets(document, SegmentKind::Source, names);
    names.sort(Qt::CaseInsensitive);
    return names;
}

// What numbers and targets were typed for.
QStringList typedNames(const Document &document)
{
    QStringList names;
    for (const QString &table : {u"funnel_number"_s, u"funnel_target"_s})
        for (const QVariantMap &row : document.rows(table))
            add(names, row.value(u"segment"_s));
    return names;
}

// Where they cannot be read nothing can be chosen; who reads the deals themselves is told why.
void addOfDeals(const Document &document, const QList<Stage> &stages, DealsBy by, QStringList &names)
{
    if (const auto named = namesOfDeals(document, stages, by))
        for (const QString &name : *named)
            add(names, name);
}

} // namespace

CutChoices cutChoices(const Document &document, const QList<Stage> &stages)
{
    CutChoices choices;
    const auto isProduct = isProductIn(document);
    const auto kindOf = [&](const QString &name) -> QStringList & {
        return isProduct(DealParts::keyOf(name)) ? choices.products : choices.regions;
    };
    QStringList segments;
    addOfDeals(document, stages, DealsBy::Segment, segments);
    for (const QString &name : std::as_const(segments))
        add(kindOf(name), name);
    addOfDeals(document, stages, DealsBy::Product, choices.products);
    addOfDeals(document, stages, DealsBy::Source, choices.sources);
    const QStringList others = segmentsNamed(document, choices), sources = sourcesNamed(document, choices);
    const auto isSource
        = [&](const QString &name) { return !isOneOf(others, name) && isOneOf(sources, name); };
    for (const QString &name : typedNames(document))
        if (!isOneOf(choices.products, name))
            add(isSource(name) ? choices.sources : kindOf(name), name);
    for (QStringList *names : {&choices.regions, &choices.products, &choices.sources})
        names->sort(Qt::CaseInsensitive);
    return choices;
}

QList<FunnelCut> cutsToType(const Document &document, const QList<Stage> &stages)
{
    const CutChoices choices = cutChoices(document, stages);
    const QStringList segments = segmentsNamed(document, choices);
    QList<FunnelCut> cuts;
    for (const QString &segment : segments)
        cuts.append({.segment = segment});
    for (const QString &source : sourcesNamed(document, choices))
        if (!isOneOf(segments, source))
            cuts.append({.source = source});
    return cuts;
}
