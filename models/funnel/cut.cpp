#include "models/funnel/cut.h"

#include "models/funnel/import/known_sums.h"

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
    for (const QString &table : {u"funnel_number"_s, u"funnel_target"_s})
        for (const QVariantMap &row : document.rows(table))
            add(choices.segments, row.value(u"segment"_s));
    addOfDeals(document, stages, DealsBy::Segment, choices.segments);
    addOfDeals(document, stages, DealsBy::Product, choices.segments);
    addOfDeals(document, stages, DealsBy::Source, choices.sources);
    choices.segments.sort(Qt::CaseInsensitive);
    choices.sources.sort(Qt::CaseInsensitive);
    return choices;
}

QStringList segmentsToType(const Document &document, const QList<Stage> &stages)
{
    QStringList segments = cutChoices(document, stages).segments;
    for (const QVariantMap &row : document.rows(u"funnel_share"_s))
        add(segments, row.value(u"segment"_s));
    segments.sort(Qt::CaseInsensitive);
    return segments;
}
