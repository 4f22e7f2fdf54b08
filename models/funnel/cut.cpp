#include "models/funnel/cut.h"

#include "models/funnel/import/deal_pipe.h"
#include "models/funnel/import/deal_store.h"
#include "models/funnel/import/kept_sums.h"

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

// Those of the deals as the file keeps them, or else from every deal.
void addOfDeals(const Document &document, const QList<Stage> &stages, CutChoices &choices)
{
    std::optional<KeptSums::Names> kept;
    try {
        kept = KeptSums::names(document.database(), stages);
    } catch (const DatabaseError &) {
        kept.reset(); // it was logged
    }
    const auto take = [&](const std::optional<QStringList> &names, const QString &column, QStringList &into) {
        if (!names)
            return addOfDeals(document, column, into);
        for (const QString &name : *names)
            add(into, name);
    };
    const KeptSums::Names names = kept.value_or(KeptSums::Names());
    take(names.segments, u"segment"_s, choices.segments);
    take(names.sources, u"source"_s, choices.sources);
}

// Nothing is kept of a region and a source together. Throws DatabaseError.
std::optional<DealCounts> keptCountsOf(const Database &database, const QList<Stage> &stages,
                                       const FunnelCut &cut)
{
    if (!cut.segment.isEmpty() && !cut.source.isEmpty())
        return {};
    const bool bySegment = cut.source.isEmpty();
    const QString wanted = bySegment ? cut.segment : cut.source;
    const auto names = KeptSums::names(database, stages).value_or(KeptSums::Names());
    const std::optional<QStringList> &known = bySegment ? names.segments : names.sources;
    const auto isWanted
        = [&](const QString &name) { return DealParts::keyOf(name) == DealParts::keyOf(wanted); };
    if (known && std::none_of(known->begin(), known->end(), isWanted))
        return DealCounts(); // only the worksheets name it
    return KeptSums::counts(database, stages,
                            bySegment ? KeptSums::segmentKey(wanted) : KeptSums::sourceKey(wanted));
}

Result<DealCounts> readCountsOf(const Document &document, const QList<Stage> &stages, const FunnelCut &cut)
{
    const auto is = [](const QString &wanted, const QString &has) {
        return wanted.isEmpty() || DealParts::keyOf(has) == DealParts::keyOf(wanted);
    };
    DealCounts counts;
    const auto done = forEachDeal(document, stages, [&](const Deal &deal) {
        if (is(cut.segment, deal.segment) && is(cut.source, deal.source))
            counts.add(deal, stageIdOf(deal, stages));
    });
    if (!done)
        return done.error();
    return counts;
}

} // namespace

CutChoices cutChoices(const Document &document, const QList<Stage> &stages)
{
    CutChoices choices;
    for (const QString &table : {u"funnel_number"_s, u"funnel_target"_s})
        for (const QVariantMap &row : document.rows(table))
            add(choices.segments, row.value(u"segment"_s));
    addOfDeals(document, stages, choices);
    choices.segments.sort(Qt::CaseInsensitive);
    choices.sources.sort(Qt::CaseInsensitive);
    return choices;
}

Result<DealSummary> summaryOfCut(const Document &document, const QList<Stage> &stages, Grain grain,
                                 const FunnelCut &cut)
{
    if (cut.segment.isEmpty() && cut.source.isEmpty())
        return summaryOfDeals(document, stages, grain); // which is kept with the imports
    std::optional<DealCounts> kept;
    try {
        kept = keptCountsOf(document.database(), stages, cut);
    } catch (const DatabaseError &error) {
        return error.error();
    }
    const Result<DealCounts> counts
        = kept ? Result<DealCounts>(std::move(*kept)) : readCountsOf(document, stages, cut);
    if (!counts)
        return counts.error();
    const auto indexOf = [&stages](qint64 id) {
        const auto found
            = std::find_if(stages.begin(), stages.end(), [id](const Stage &stage) { return stage.id == id; });
        return found == stages.end() ? -1 : static_cast<int>(found - stages.begin());
    };
    return counts->summary(static_cast<int>(stages.size()), grain, indexOf);
}
