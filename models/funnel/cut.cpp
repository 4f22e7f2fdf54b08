#include "models/funnel/cut.h"

#include "models/funnel/deal_counts.h"
#include "models/funnel/import/deal_store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

void add(QStringList &names, const QVariant &value)
{
    const QString name = value.toString().trimmed();
    if (!name.isEmpty() && !names.contains(name, Qt::CaseInsensitive))
        names.append(name);
}

void addOfDeals(const Document &document, const QString &column, QStringList &names)
{
    try {
        const auto rows = document.database().rows(
            u"SELECT DISTINCT %1 FROM funnel_deal WHERE import IN (SELECT id FROM funnel_import)"_s.arg(
                column));
        for (const QVariantMap &row : rows)
            add(names, row.value(column));
    } catch (const DatabaseError &) {
        // Then nothing can be chosen; who reads the deals themselves is told why they cannot be read.
        return;
    }
}

} // namespace

CutChoices cutChoices(const Document &document)
{
    CutChoices choices;
    for (const QString &table : {u"funnel_number"_s, u"funnel_target"_s})
        for (const QVariantMap &row : document.rows(table))
            add(choices.segments, row.value(u"segment"_s));
    addOfDeals(document, u"segment"_s, choices.segments);
    addOfDeals(document, u"source"_s, choices.sources);
    choices.segments.sort(Qt::CaseInsensitive);
    choices.sources.sort(Qt::CaseInsensitive);
    return choices;
}

Result<DealSummary> summaryOfCut(const Document &document, const QList<Stage> &stages, Grain grain,
                                 const FunnelCut &cut)
{
    if (cut.segment.isEmpty() && cut.source.isEmpty())
        return summaryOfDeals(document, stages, grain); // which is kept with the imports
    const auto is = [](const QString &wanted, const QString &has) {
        return wanted.isEmpty() || has.trimmed().compare(wanted, Qt::CaseInsensitive) == 0;
    };
    DealCounts counts;
    const auto done = forEachDeal(document, stages, [&](const Deal &deal) {
        if (is(cut.segment, deal.segment) && is(cut.source, deal.source))
            counts.add(deal, deal.stage);
    });
    if (!done)
        return done.error();
    return counts.summary(static_cast<int>(stages.size()), grain,
                          [](qint64 stage) { return static_cast<int>(stage); });
}
