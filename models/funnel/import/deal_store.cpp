#include "models/funnel/import/deal_store.h"

#include "models/document/ids.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DealStore)
};

const QString readColumns
    = u"d.deal_key, d.name, d.stage, d.state, d.crm_stage, d.created_day, d.closed_day, d.worth, "
      "d.worth_currency, d.owner, d.source, d.segment, d.account"_s;

QVariant dayOf(QDate date)
{
    return date.isValid() ? QVariant(date.toJulianDay()) : QVariant();
}

QVariant textOf(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QDate dateOf(const QVariant &day)
{
    return day.isNull() ? QDate() : QDate::fromJulianDay(day.toLongLong());
}

QVariantList valuesOf(qint64 import, const Deal &deal, const QList<Stage> &stages)
{
    const bool staged = deal.stage >= 0 && deal.stage < stages.size();
    return {import,
            deal.key,
            textOf(deal.name),
            staged ? QVariant(stages.at(deal.stage).id) : QVariant(),
            static_cast<int>(deal.state),
            textOf(deal.crmStage),
            dayOf(deal.created),
            dayOf(deal.closed),
            deal.value ? QVariant(deal.value->minor) : QVariant(),
            deal.value ? QVariant(deal.value->currency) : QVariant(),
            textOf(deal.owner),
            textOf(deal.source),
            textOf(deal.segment),
            textOf(deal.account)};
}

Deal dealOf(const Statement &row, const QHash<qint64, int> &indexes)
{
    enum Column {
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
        Account
    };
    Deal deal;
    deal.key = row.value(Key).toString();
    deal.name = row.value(Name).toString();
    deal.stage = indexes.value(row.value(StageId).toLongLong(), -1);
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
    return deal;
}

qint64 importCount(const Database &database)
{
    return database.scalar(u"SELECT count(*) FROM funnel_import"_s).toLongLong();
}

// Throws DatabaseError.
void visitDeals(const Database &database, const QList<Stage> &stages,
                const std::function<void(const Deal &)> &visit)
{
    QHash<qint64, int> indexes;
    for (int i = 0; i < stages.size(); ++i)
        indexes.insert(stages.at(i).id, i);
    // With a single import no deal can have an older version.
    const QString newest = importCount(database) < 2
        ? QString()
        : u" AND NOT EXISTS (SELECT 1 FROM funnel_import n JOIN funnel_deal o ON o.import = n.id "
          "WHERE n.id > d.import AND o.deal_key = d.deal_key)"_s;
    Statement statement
        = database.prepare(u"SELECT %1 FROM funnel_import i JOIN funnel_deal d ON d.import = i.id "
                           "WHERE true%2"_s.arg(readColumns, newest));
    statement.execute();
    while (statement.next())
        visit(dealOf(statement, indexes));
}

// Writes what differs from the workbook's present deals; used within one transaction.
class DealWriter
{
public:
    DealWriter(const Database &database, const QList<Stage> &stages, qint64 import)
        : m_stages(stages)
        , m_import(import)
        , m_insert(database.prepare(
              u"INSERT OR REPLACE INTO funnel_deal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s))
    {
        visitDeals(database, stages, [this](const Deal &deal) { m_present.insert(deal.key, deal); });
    }

    void write(const Deal &deal)
    {
        const auto present = m_present.constFind(deal.key);
        const bool isNew = present == m_present.constEnd();
        if (!isNew && *present == deal) {
            // An earlier row of the same table may have said otherwise.
            if (!m_written.contains(deal.key)) {
                m_unchanged.insert(deal.key);
                return;
            }
        }
        m_unchanged.remove(deal.key);
        m_written.insert(deal.key, isNew);
        m_insert.execute(valuesOf(m_import, deal, m_stages));
    }

    qint64 added() const { return std::count(m_written.begin(), m_written.end(), true); }
    qint64 updated() const { return m_written.size() - added(); }
    qint64 unchanged() const { return m_unchanged.size(); }

private:
    const QList<Stage> &m_stages;
    qint64 m_import;
    Statement m_insert;
    QHash<QString, Deal> m_present;
    QHash<QString, bool> m_written; // by key: whether it is new to the workbook
    QSet<QString> m_unchanged;
};

void writeImport(const Database &database, TableSource &source, const ImportRequest &request,
                 ImportOutcome &outcome)
{
    // What undone imports left behind and can no longer be redone.
    database.execute(u"DELETE FROM funnel_deal WHERE import NOT IN (SELECT id FROM funnel_import "
                     "UNION SELECT row_id FROM journal_row WHERE table_name = 'funnel_import')"_s);
    const qint64 id = newId();
    DealWriter writer(database, request.stages, id);
    const auto report = readDeals(
        source, request.mapping, request.stages,
        [&](const QList<Deal> &deals) -> Result<void> {
            for (const Deal &deal : deals)
                writer.write(deal);
            return {};
        },
        request.progress);
    if (!report)
        throw DatabaseError(report.error());
    outcome = {*report, writer.added(), writer.updated(), writer.unchanged()};
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
        visitDeals(document.database(), stages, visit);
    } catch (const DatabaseError &error) {
        return error.error();
    }
    return {};
}

Result<DealSummary> summaryOfDeals(const Document &document, const QList<Stage> &stages, Grain grain)
{
    DealSummarizer summarizer(static_cast<int>(stages.size()), grain);
    const auto done = forEachDeal(document, stages, [&](const Deal &deal) { summarizer.add(deal); });
    if (!done)
        return done.error();
    return summarizer.summary();
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
