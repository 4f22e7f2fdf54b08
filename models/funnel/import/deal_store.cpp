#include "models/funnel/import/deal_store.h"

#include "models/document/ids.h"
#include "models/document/row_writer.h"
#include "models/funnel/import/deal_pipe.h"
#include "models/funnel/import/kept_sums.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DealStore)
};

// Of funnel_deal, in the order of the table.
enum Column {
    Import,
    Key,
    Name,
    StageId,
    State,
    CrmStage,
    Created,
    Closed,
    Worth,
    Currency,
    Owner,
    Source,
    Segment,
    Account,
    Entered,
    ColumnCount
};

// After the import. Beside max(), SQLite takes the other columns from the row that has the maximum.
const QString otherColumns
    = u"d.deal_key, d.name, d.stage, d.state, d.crm_stage, d.created_day, d.closed_day, d.worth, "
      "d.worth_currency, d.owner, d.source, d.segment, d.account, d.entered"_s;
const QString readColumns = u"d.import, "_s + otherColumns;
const QString newestColumns = u"max(d.import), "_s + otherColumns;

QDate dateOf(const QVariant &day)
{
    return day.isNull() ? QDate() : QDate::fromJulianDay(day.toLongLong());
}

// Of stages that are still there; `id:day` of each.
QList<StageEntry> enteredOf(const QString &text, const QHash<qint64, int> &indexes)
{
    QList<StageEntry> entered;
    for (const QStringView item : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = item.indexOf(u':');
        const auto stage = indexes.constFind(item.left(colon).toLongLong());
        if (stage != indexes.constEnd())
            entered.append({*stage, QDate::fromJulianDay(item.sliced(colon + 1).toLongLong())});
    }
    std::sort(entered.begin(), entered.end(),
              [](const StageEntry &a, const StageEntry &b) { return a.stage < b.stage; });
    return entered;
}

QString textOf(const QList<StageEntry> &entered, const QList<Stage> &stages)
{
    QStringList items;
    for (const StageEntry &entry : entered)
        items.append(u"%1:%2"_s.arg(stages.at(entry.stage).id).arg(entry.on.toJulianDay()));
    return items.join(u' ');
}

// A deal as it lies in the file: its stage by its id, 0 where it is not known.
struct StoredDeal
{
    Deal deal;
    qint64 stage = 0;
    qint64 import = 0;
};

StoredDeal dealOf(const Statement &row, const QHash<qint64, int> &indexes)
{
    StoredDeal stored;
    stored.stage = row.value(StageId).toLongLong();
    stored.import = row.value(Import).toLongLong();
    Deal &deal = stored.deal;
    deal.key = row.value(Key).toString();
    deal.name = row.value(Name).toString();
    deal.stage = indexes.value(stored.stage, -1);
    deal.state = static_cast<Deal::State>(row.value(State).toInt());
    deal.crmStage = row.value(CrmStage).toString();
    deal.created = dateOf(row.value(Created));
    deal.closed = dateOf(row.value(Closed));
    if (const QVariant worth = row.value(Worth); !worth.isNull())
        deal.value = Money{worth.toLongLong(), row.value(Currency).toString()};
    deal.owner = row.value(Owner).toString();
    deal.source = row.value(Source).toString();
    deal.segment = row.value(Segment).toString();
    deal.account = row.value(Account).toString();
    if (const QVariant entered = row.value(Entered); !entered.isNull())
        deal.entered = enteredOf(entered.toString(), indexes);
    return stored;
}

QHash<qint64, int> indexesOf(const QList<Stage> &stages)
{
    QHash<qint64, int> indexes;
    for (int i = 0; i < stages.size(); ++i)
        indexes.insert(stages.at(i).id, i);
    return indexes;
}

// Throws DatabaseError.
void visitDeals(const Database &database, const QList<Stage> &stages,
                const std::function<void(const StoredDeal &)> &visit)
{
    const QHash<qint64, int> indexes = indexesOf(stages);
    const qint64 imports = database.scalar(u"SELECT count(*) FROM funnel_import"_s).toLongLong();
    // With a single import no deal can have an older version.
    Statement statement = database.prepare(
        u"SELECT %1 FROM funnel_deal d WHERE d.import IN (SELECT id FROM funnel_import)%2"_s.arg(
            imports < 2 ? readColumns : newestColumns, imports < 2 ? QString() : u" GROUP BY d.deal_key"_s));
    statement.execute();
    while (statement.next())
        visit(dealOf(statement, indexes));
}

// As kept by the import, or worked out from every deal.
DealCounts countsOf(const Database &database, const QList<Stage> &stages)
{
    if (auto kept = KeptSums::counts(database, stages, KeptSums::wholeKey()))
        return std::move(*kept);
    DealCounts counts;
    visitDeals(database, stages, [&counts](const StoredDeal &d) { counts.add(d.deal, d.stage); });
    return counts;
}

DealSums sumsOf(const Database &database, const QList<Stage> &stages)
{
    if (auto kept = KeptSums::sums(database, stages))
        return std::move(*kept);
    DealSums sums;
    visitDeals(database, stages, [&sums](const StoredDeal &d) { sums.add(d.deal, d.stage); });
    return sums;
}

// A deal as it is known once the workbook's knowledge of it is added to what the table tells: a history says
// nothing on owner or value, and other tables nothing on the dates of stages.
class Completion
{
public:
    explicit Completion(const ImportMapping &mapping)
        : m_isHistory(mapping.rows == RowMeaning::StageEntered)
        , m_roles(mapping.columns.values())
    {
    }

    void complete(Deal &deal, const Deal &known) const
    {
        if (!known.entered.isEmpty())
            addEntries(deal, known.entered);
        if (m_isHistory)
            fillIn(deal, known);
    }

private:
    static void addEntries(Deal &deal, const QList<StageEntry> &known)
    {
        for (const StageEntry &entry : known) {
            const auto at = std::lower_bound(deal.entered.begin(), deal.entered.end(), entry.stage,
                                             [](const StageEntry &e, int stage) { return e.stage < stage; });
            if (at == deal.entered.end() || at->stage != entry.stage)
                deal.entered.insert(at - deal.entered.begin(), entry);
            else
                at->on = std::min(at->on, entry.on);
        }
        deal.stage = std::max(deal.stage, known.last().stage);
    }

    void fillIn(Deal &deal, const Deal &known) const
    {
        const auto keep = [this](ColumnRole role, auto &present, const auto &before) {
            if (!m_roles.contains(role))
                present = before;
        };
        keep(ColumnRole::Name, deal.name, known.name);
        keep(ColumnRole::Value, deal.value, known.value);
        keep(ColumnRole::Owner, deal.owner, known.owner);
        keep(ColumnRole::Source, deal.source, known.source);
        keep(ColumnRole::Segment, deal.segment, known.segment);
        keep(ColumnRole::Account, deal.account, known.account);
        if (known.created.isValid())
            keep(ColumnRole::Created, deal.created, known.created);
    }

    bool m_isHistory;
    QList<ColumnRole> m_roles;
};

// Writes what differs from the workbook's present deals; used within one transaction.
class DealWriter
{
public:
    DealWriter(const Database &database, const QList<Stage> &stages, const ImportMapping &mapping,
               qint64 import)
        : m_stages(stages)
        , m_completion(mapping)
        , m_indexes(indexesOf(stages))
        , m_import(import)
        , m_isFirst(database.scalar(u"SELECT count(*) FROM funnel_import"_s).toLongLong() == 0)
        , m_insert(database, statement(u"INSERT"_s))
        , m_replace(database, statement(u"INSERT OR REPLACE"_s))
        , m_newest(database.prepare(u"SELECT %1 FROM funnel_deal d WHERE d.deal_key = ? AND (d.import = ? OR "
                                    "d.import IN (SELECT id FROM funnel_import))"_s.arg(newestColumns)))
        , m_sums(m_isFirst ? DealSums() : sumsOf(database, stages))
    {
    }

    bool isFirst() const { return m_isFirst; } // no other import counts

    void write(Deal deal)
    {
        if (m_isFirst) {
            if (put(m_insert, deal)) {
                ++m_added;
                return;
            }
            m_sums.add(deal, stageIdOf(deal, m_stages), -1); // as it came it was added up
        }
        const StoredDeal newest = newestOf(deal.key);
        if (newest.import != 0)
            m_completion.complete(deal, newest.deal);
        const size_t hash = qHash(deal.key);
        if (newest.import != 0 && newest.deal == deal) {
            if (newest.import != m_import)
                m_unchanged.insert(hash);
            return;
        }
        m_unchanged.remove(hash);
        put(m_replace, deal);
        m_sums.add(deal, stageIdOf(deal, m_stages));
        if (newest.import != 0)
            m_sums.add(newest.deal, newest.stage, -1);
        // Where it is of this import, an earlier row of the same table said otherwise.
        m_added += newest.import == 0 ? 1 : 0;
        m_updated += newest.import != 0 && newest.import != m_import ? 1 : 0;
    }

    qint64 added() const { return m_added; }
    qint64 updated() const { return m_updated; }
    qint64 unchanged() const { return m_unchanged.size(); }
    // Of all that the workbook then holds; for the first import, with the sums of the rows as they came.
    DealSums sums(const DealSums &asTheyCame) const
    {
        DealSums sums = m_sums;
        sums.add(asTheyCame);
        return sums;
    }

private:
    StoredDeal newestOf(const QString &key)
    {
        StoredDeal newest;
        m_newest.execute({key, m_import});
        while (m_newest.next())
            newest = dealOf(m_newest, m_indexes);
        return newest;
    }

    static QString statement(const QString &verb)
    {
        const QString others = u", ?"_s.repeated(ColumnCount - 1);
        return verb % u" INTO funnel_deal VALUES (?" % others % u')';
    }

    bool put(RowWriter &row, const Deal &deal)
    {
        const auto bindText = [&row](Column column, const QString &text) {
            if (!text.isEmpty())
                row.bind(column, text);
        };
        const auto bindDay = [&row](Column column, QDate date) {
            if (date.isValid())
                row.bind(column, date.toJulianDay());
        };
        row.bind(Import, m_import);
        row.bind(Key, deal.key);
        bindText(Name, deal.name);
        if (const qint64 stage = stageIdOf(deal, m_stages); stage != 0)
            row.bind(StageId, stage);
        row.bind(State, static_cast<qint64>(deal.state));
        bindText(CrmStage, deal.crmStage);
        bindDay(Created, deal.created);
        bindDay(Closed, deal.closed);
        if (deal.value) {
            row.bind(Worth, deal.value->minor);
            row.bind(Currency, deal.value->currency);
        }
        bindText(Owner, deal.owner);
        bindText(Source, deal.source);
        bindText(Segment, deal.segment);
        bindText(Account, deal.account);
        const QString entered = textOf(deal.entered, m_stages); // lives until execute()
        bindText(Entered, entered);
        return row.execute();
    }

    const QList<Stage> &m_stages;
    const Completion m_completion;
    const QHash<qint64, int> m_indexes;
    const qint64 m_import;
    const bool m_isFirst;
    RowWriter m_insert, m_replace;
    Statement m_newest; // of a key, with this import; without an import where there is none
    QSet<size_t> m_unchanged; // hashes of keys, so that a million of them need little memory
    DealSums m_sums; // of the first import, only what differs from the rows as they came
    qint64 m_added = 0;
    qint64 m_updated = 0;
};

// Throws DatabaseError, also where it is cancelled.
void writeDeals(DealWriter &writer, DealPipe &pipe, const ImportRequest &request)
{
    while (const auto deals = pipe.next()) {
        for (const Deal &deal : *deals)
            writer.write(deal);
        if (request.progress && !request.progress(pipe.progress()))
            throw DatabaseError(
                {Error::Code::Cancelled, QCoreApplication::translate("Import", "The import was cancelled.")});
    }
    if (!pipe.report())
        throw DatabaseError(pipe.report().error());
}

void writeImport(const Database &database, TableSource &source, const ImportRequest &request,
                 ImportOutcome &outcome)
{
    // What undone imports left behind and can no longer be redone.
    database.execute(u"DELETE FROM funnel_deal WHERE import NOT IN (SELECT id FROM funnel_import "
                     "UNION SELECT row_id FROM journal_row WHERE table_name = 'funnel_import')"_s);
    const qint64 id = newId();
    DealWriter writer(database, request.stages, request.mapping, id);
    DealPipe pipe(source, request.mapping, request.stages, writer.isFirst());
    writeDeals(writer, pipe, request);
    outcome = {*pipe.report(), writer.added(), writer.updated(), writer.unchanged()};
    if (outcome.added + outcome.updated == 0)
        return;
    database.insert(
        u"funnel_import"_s,
        {{u"id"_s, id},
         {u"imported_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
         {u"file_name"_s, request.fileName},
         {u"mapping"_s,
          QString::fromUtf8(QJsonDocument(request.mapping.toJson()).toJson(QJsonDocument::Compact))},
         {u"row_count"_s, outcome.report.taken},
         {u"refused_count"_s, outcome.report.refused}});
    KeptSums::keep(database, request.stages, writer.sums(pipe.sums()));
}

} // namespace

Result<ImportOutcome> importDeals(Document &document, TableSource &source, const ImportRequest &request)
{
    ImportOutcome outcome;
    bool dryRunDone = false;
    const auto done
        = document.edit(Texts::tr("Import %1").arg(request.fileName),
                        [&](const Database &database) {
                            writeImport(database, source, request, outcome);
                            if (request.dryRun) {
                                dryRunDone = true; // rolls back
                                throw DatabaseError({Error::Code::Cancelled, {}});
                            }
                        },
                        {.alsoChanged = request.dryRun ? QSet<QString>() : QSet<QString>{u"funnel_deal"_s}});
    if (!done && !dryRunDone)
        return done.error();
    return outcome;
}

Result<void> forEachDeal(const Document &document, const QList<Stage> &stages,
                         const std::function<void(const Deal &)> &visit)
{
    try {
        visitDeals(document.database(), stages, [&visit](const StoredDeal &d) { visit(d.deal); });
    } catch (const DatabaseError &error) {
        return error.error();
    }
    return {};
}

Result<DealSummary> summaryOfDeals(const Document &document, const QList<Stage> &stages, Grain grain)
{
    const QHash<qint64, int> indexes = indexesOf(stages);
    try {
        return countsOf(document.database(), stages)
            .summary(static_cast<int>(stages.size()), grain,
                     [&indexes](qint64 stage) { return indexes.value(stage, -1); });
    } catch (const DatabaseError &error) {
        return error.error();
    }
}

bool hasDeals(const Document &document)
{
    return !document.rows(u"funnel_import"_s).isEmpty();
}

QStringList savedMappings(const Document &document)
{
    QStringList names;
    for (const QVariantMap &row : document.rows(u"funnel_mapping"_s))
        names.append(row.value(u"name"_s).toString());
    names.sort(Qt::CaseInsensitive);
    return names;
}

Result<ImportMapping> savedMapping(const Document &document, const QString &name)
{
    for (const QVariantMap &row : document.rows(u"funnel_mapping"_s)) {
        if (row.value(u"name"_s).toString() == name)
            return ImportMapping::fromJson(
                QJsonDocument::fromJson(row.value(u"mapping"_s).toString().toUtf8()).object());
    }
    const QStringList names = savedMappings(document);
    return Error{Error::Code::NotFound,
                 names.isEmpty()
                     ? Texts::tr("There is no mapping “%1”; none is saved in this workbook yet.").arg(name)
                     : Texts::tr("There is no mapping “%1”. Saved are: %2.").arg(name, names.join(u", "_s))};
}

Result<void> saveMapping(Document &document, const QString &name, const ImportMapping &mapping)
{
    return document.edit(Texts::tr("Save mapping %1").arg(name), [&](const Database &database) {
        database.execute(u"DELETE FROM funnel_mapping WHERE name = ?"_s, {name});
        database.insert(
            u"funnel_mapping"_s,
            {{u"id"_s, newId()},
             {u"name"_s, name},
             {u"mapping"_s,
              QString::fromUtf8(QJsonDocument(mapping.toJson()).toJson(QJsonDocument::Compact))}});
    });
}
