#include "models/funnel/cut_choices.h"

#include "models/funnel/deals/known_sums.h"
#include "models/funnel/segments.h"

using namespace Qt::StringLiterals;

namespace {

void add(QStringList &names, const QVariant &value)
{
    const QString name = value.toString().trimmed();
    if (!name.isEmpty() && !names.contains(name, Qt::CaseInsensitive))
        names.append(name);
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
    QStringList segments, typed;
    addOfDeals(document, stages, DealsBy::Segment, segments);
    for (const QString &name : std::as_const(segments))
        add(kindOf(name), name);
    addOfDeals(document, stages, DealsBy::Product, choices.products);
    for (const QString &table : {u"funnel_number"_s, u"funnel_target"_s})
        for (const QVariantMap &row : document.rows(table))
            add(typed, row.value(u"segment"_s));
    for (const QString &name : std::as_const(typed))
        if (!choices.products.contains(name, Qt::CaseInsensitive))
            add(kindOf(name), name);
    addOfDeals(document, stages, DealsBy::Source, choices.sources);
    for (QStringList *names : {&choices.regions, &choices.products, &choices.sources})
        names->sort(Qt::CaseInsensitive);
    return choices;
}

QStringList segmentsToType(const Document &document, const QList<Stage> &stages)
{
    const CutChoices choices = cutChoices(document, stages);
    QStringList segments = choices.regions;
    for (const QString &product : choices.products)
        add(segments, product);
    for (const QVariantMap &row : document.rows(u"funnel_share"_s))
        add(segments, row.value(u"segment"_s));
    segments.sort(Qt::CaseInsensitive);
    return segments;
}
