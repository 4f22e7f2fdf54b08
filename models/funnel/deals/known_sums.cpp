#include "models/funnel/deals/known_sums.h"

#include "models/funnel/deals/deal_table.h"
#include "models/funnel/deals/kept_sums.h"

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

// With all sources, however many they are; the other parts are not needed.
DealSums pipelineSums(const Database &database, const QList<Stage> &stages)
{
    auto all = KeptSums::counts(database, stages);
    auto sources = KeptSums::parts(database, stages, DealsBy::Source);
    auto cycles = KeptSums::cycles(database, stages);
    DealSums sums;
    if (all && sources && cycles) {
        sums = DealSums(std::move(*all), std::move(*cycles));
        sums.setParts(DealsBy::Source, std::move(*sources));
        return sums;
    }
    sums.setParts(DealsBy::Source, DealParts(DealParts::Room::Any));
    visit(database, stages, [&sums](const StoredDeal &d) { sums.add(d.deal, d.stage); });
    return sums;
}

using NameOf = std::function<QString(const Deal &)>;

DealParts partsByName(const Database &database, const QList<Stage> &stages, const NameOf &nameOf)
{
    DealParts parts(DealParts::Room::Any);
    visit(database, stages, [&](const StoredDeal &d) { parts.add(nameOf(d.deal), d.deal, d.stage, 1); });
    return parts;
}

DealParts partsOf(const Database &database, const QList<Stage> &stages, DealsBy by)
{
    if (auto kept = KeptSums::parts(database, stages, by))
        return std::move(*kept);
    return partsByName(database, stages, [by](const Deal &deal) { return deal.named(by); });
}

QStringList namesIn(const Database &database, const QList<Stage> &stages, DealsBy by)
{
    if (const auto kept = KeptSums::names(database, stages, by))
        return *kept;
    const QString column = dealsByKey(by);
    const QString all
        = u"SELECT DISTINCT %1 FROM funnel_deal WHERE import IN (SELECT id FROM funnel_import)"_s.arg(column);
    QStringList names;
    for (const QVariantMap &row : database.rows(all))
        names.append(row.value(column).toString());
    return names;
}

// What a deal of a part has to name.
struct WantedName
{
    DealsBy by;
    QString key;
};

QList<WantedName> wantedNames(const Database &database, const QList<Stage> &stages, const FunnelCut &cut)
{
    QList<WantedName> wanted;
    // Where no deal has the name there, it is looked for in the other place.
    const auto want = [&](const QString &name, DealsBy by, DealsBy otherwise) {
        const QString key = DealParts::keyOf(name);
        if (key.isEmpty())
            return;
        const QStringList names = namesIn(database, stages, by);
        const bool isThere = std::any_of(names.begin(), names.end(), [&key](const QString &each) {
            return DealParts::keyOf(each) == key;
        });
        wanted.append({isThere ? by : otherwise, key});
    };
    want(cut.segment, DealsBy::Segment, DealsBy::Product);
    want(cut.product, DealsBy::Product, DealsBy::Segment);
    if (const QString key = DealParts::keyOf(cut.source); !key.isEmpty())
        wanted.append({DealsBy::Source, key});
    return wanted;
}

// Nothing is kept of deals that have to name two things.
std::optional<DealCounts> keptCounts(const Database &database, const QList<Stage> &stages,
                                     const QList<WantedName> &wanted)
{
    if (wanted.isEmpty())
        return KeptSums::counts(database, stages);
    if (wanted.size() > 1)
        return {};
    const auto &[by, key] = wanted.first();
    const auto names = KeptSums::names(database, stages, by);
    const auto isWanted = [&key = key](const QString &name) { return DealParts::keyOf(name) == key; };
    if (names && std::none_of(names->begin(), names->end(), isWanted))
        return DealCounts(); // only the worksheets name it
    return KeptSums::counts(database, stages, by, key);
}

// Tells whether a name is the wanted one, in whatever spelling; each spelling is looked at once.
std::function<bool(const QByteArray &)> isNamed(const QString &key)
{
    return [key, known = QHash<QByteArray, bool>()](const QByteArray &name) mutable {
        auto found = known.find(name);
        if (found == known.end()) {
            const QByteArray own(name.constData(), name.size()); // it is only lent
            found = known.insert(own, DealParts::keyOf(QString::fromUtf8(own)) == key);
        }
        return *found;
    };
}

DealCounts countsOf(const Database &database, const QList<Stage> &stages, const FunnelCut &cut)
{
    const QList<WantedName> names = wantedNames(database, stages, cut);
    if (auto kept = keptCounts(database, stages, names))
        return std::move(*kept);
    std::vector<DealTable::Wanted> wanted;
    for (const auto &[by, key] : names)
        wanted.push_back({by, isNamed(key)});
    DealCounts counts;
    DealTable(database, stages).visitWanted(wanted, [&counts](const StoredDeal &d) {
        counts.add(d.deal, d.stage);
    });
    return counts;
}

} // namespace

DealCounts::IndexOf indexIn(const QList<Stage> &stages)
{
    return [indexes = indexesOf(stages)](qint64 stage) { return indexes.value(stage, -1); };
}

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

Result<DealParts> partsOfDeals(const Document &document, const QList<Stage> &stages, const NameOf &nameOf)
{
    return resultOf([&] { return partsByName(document.database(), stages, nameOf); });
}

DealSums sumsOfDeals(const Database &database, const QList<Stage> &stages)
{
    if (auto kept = KeptSums::sums(database, stages))
        return std::move(*kept);
    DealSums sums;
    visit(database, stages, [&sums](const StoredDeal &d) { sums.add(d.deal, d.stage); });
    return sums;
}
