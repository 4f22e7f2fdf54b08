#include "models/funnel/import/known_sums.h"

#include "models/funnel/import/deal_table.h"
#include "models/funnel/import/kept_sums.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// What throws DatabaseError, as a result.
template <typename Work> auto resultOf(const Work &work) -> Result<decltype(work())>
{
    try {
        return work();
    } catch (const DatabaseError &error) {
        return error.error();
    }
}

void visit(const Database &database, const QList<Stage> &stages,
           const std::function<void(const StoredDeal &)> &add)
{
    DealTable(database, stages).visit(DealTable::Detail::Figures, add);
}

// Without segments; with all sources, however many they are.
DealSums pipelineSums(const Database &database, const QList<Stage> &stages)
{
    auto all = KeptSums::counts(database, stages);
    auto sources = KeptSums::parts(database, stages, DealsBy::Source);
    auto cycles = KeptSums::cycles(database, stages);
    if (all && sources && cycles)
        return {.segments = DealParts::tooMany(std::move(*all)),
                .sources = std::move(*sources),
                .cycles = std::move(*cycles)};
    DealSums sums{.segments = DealParts::tooMany({}), .sources = DealParts(DealParts::Room::Any)};
    visit(database, stages, [&sums](const StoredDeal &d) { sums.add(d.deal, d.stage); });
    return sums;
}

DealParts partsOf(const Database &database, const QList<Stage> &stages, DealsBy by)
{
    if (auto kept = KeptSums::parts(database, stages, by))
        return std::move(*kept);
    DealParts parts(DealParts::Room::Any);
    visit(database, stages, [&parts, by](const StoredDeal &d) {
        parts.add(by == DealsBy::Segment ? d.deal.segment : d.deal.source, d.deal, d.stage, 1);
    });
    return parts;
}

// Tells whether a name is the wanted one, in whatever spelling; each spelling is looked at once.
class Wanted
{
public:
    explicit Wanted(const QString &name)
        : m_key(DealParts::keyOf(name))
    {
    }

    bool is(const QString &name)
    {
        if (m_key.isEmpty())
            return true;
        auto known = m_known.find(name);
        if (known == m_known.end())
            known = m_known.insert(name, DealParts::keyOf(name) == m_key);
        return *known;
    }

private:
    QString m_key; // empty: whichever
    QHash<QString, bool> m_known;
};

// Nothing is kept of deals that have to name two things.
std::optional<DealCounts> keptCounts(const Database &database, const QList<Stage> &stages,
                                     const FunnelCut &cut)
{
    if (cut.isWhole())
        return KeptSums::counts(database, stages);
    if (!cut.segment.isEmpty() && !cut.source.isEmpty())
        return {};
    const DealsBy by = cut.source.isEmpty() ? DealsBy::Segment : DealsBy::Source;
    const QString wanted = DealParts::keyOf(cut.source.isEmpty() ? cut.segment : cut.source);
    const auto names = KeptSums::names(database, stages, by);
    const auto isWanted = [&wanted](const QString &name) { return DealParts::keyOf(name) == wanted; };
    if (names && std::none_of(names->begin(), names->end(), isWanted))
        return DealCounts(); // only the worksheets name it
    return KeptSums::counts(database, stages, by, wanted);
}

DealCounts countsOf(const Database &database, const QList<Stage> &stages, const FunnelCut &cut)
{
    if (auto kept = keptCounts(database, stages, cut))
        return std::move(*kept);
    Wanted segment(cut.segment), source(cut.source);
    DealCounts counts;
    DealTable(database, stages)
        .visitWanted([&](const QString &a, const QString &b) { return segment.is(a) && source.is(b); },
                     [&counts](const StoredDeal &d) { counts.add(d.deal, d.stage); });
    return counts;
}

QStringList namesIn(const Database &database, const QList<Stage> &stages, DealsBy by)
{
    if (const auto kept = KeptSums::names(database, stages, by))
        return *kept;
    const QString column = by == DealsBy::Segment ? u"segment"_s : u"source"_s;
    const QString all
        = u"SELECT DISTINCT %1 FROM funnel_deal WHERE import IN (SELECT id FROM funnel_import)"_s.arg(column);
    QStringList names;
    for (const QVariantMap &row : database.rows(all))
        names.append(row.value(column).toString());
    return names;
}

DealCounts::IndexOf indexIn(const QList<Stage> &stages)
{
    return [indexes = indexesOf(stages)](qint64 stage) { return indexes.value(stage, -1); };
}

} // namespace

Result<DealSummary> summaryOfDeals(const Document &document, const QList<Stage> &stages, Grain grain)
{
    return summaryOfCut(document, stages, grain, {});
}

Result<DealSummary> summaryOfCut(const Document &document, const QList<Stage> &stages, Grain grain,
                                 const FunnelCut &cut)
{
    return resultOf([&] {
        const int count = static_cast<int>(stages.size());
        const auto indexOf = indexIn(stages);
        const DealCounts counts = countsOf(document.database(), stages, cut);
        return cut.isWhole()
            ? counts.summary(count, grain, indexOf)
            : counts.summary(count, grain, indexOf,
                             countsOf(document.database(), stages, {}).firstStage(count, indexOf));
    });
}

QList<DealSummary> summariesOf(const DealParts &parts, const QList<Stage> &stages, Grain grain)
{
    const int count = static_cast<int>(stages.size());
    const auto indexOf = indexIn(stages);
    int first = count;
    for (const DealParts::Part &part : parts.parts())
        first = std::min(first, part.counts.firstStage(count, indexOf));
    QList<DealSummary> summaries;
    for (const DealParts::Part &part : parts.parts())
        summaries.append(part.counts.summary(count, grain, indexOf, first));
    return summaries;
}

Result<QStringList> namesOfDeals(const Document &document, const QList<Stage> &stages, DealsBy by)
{
    return resultOf([&] {
        QStringList named;
        QSet<QString> keys{QString()}; // the empty one is no name
        for (const QString &name : namesIn(document.database(), stages, by))
            if (const QString key = DealParts::keyOf(name); !keys.contains(key)) {
                keys.insert(key);
                named.append(name.trimmed());
            }
        return named;
    });
}

Result<PipelineFigures> pipelineOfDeals(const Document &document, const QList<Stage> &stages)
{
    return resultOf([&] {
        return pipelineOf(pipelineSums(document.database(), stages), static_cast<int>(stages.size()),
                          indexIn(stages));
    });
}

Result<DealParts> partsOfDeals(const Document &document, const QList<Stage> &stages, DealsBy by)
{
    return resultOf([&] { return partsOf(document.database(), stages, by); });
}

DealSums sumsOfDeals(const Database &database, const QList<Stage> &stages)
{
    if (auto kept = KeptSums::sums(database, stages))
        return std::move(*kept);
    DealSums sums;
    visit(database, stages, [&sums](const StoredDeal &d) { sums.add(d.deal, d.stage); });
    return sums;
}
