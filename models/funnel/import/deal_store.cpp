#include "models/funnel/import/deal_store.h"

#include "models/document/ids.h"
#include "models/document/undone.h"
#include "models/funnel/deals/deal_table.h"
#include "models/funnel/deals/kept_sums.h"
#include "models/funnel/deals/known_sums.h"
#include "models/funnel/import/deal_comparison.h"
#include "models/funnel/import/deal_pipe.h"
#include "models/funnel/import/lead_links.h"
#include "models/funnel/import/lost_ids.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

const QString fileColumns = u"file_columns"_s; // beside the mapping of an import: all columns of its file

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DealStore)
};

// Writes what differs from the workbook's present deals; used within one transaction.
class DealWriter
{
public:
    DealWriter(const Database &database, const TableSource &source, const ImportRequest &request,
               qint64 import)
        : m_database(database)
        , m_stages(request.stages)
        , m_isJoined(!source.joins().isEmpty())
        , m_table(database, m_stages)
        , m_completion(source, request.mapping)
        , m_lostIds(database, m_table, m_completion, source, request.mapping)
        , m_leadLinks(m_table, source, request.mapping)
        , m_import(import)
        , m_isFirst(database.scalar(u"SELECT count(*) FROM funnel_import"_s).toLongLong() == 0)
        , m_sums(m_isFirst ? DealSums() : sumsOfDeals(database, m_stages))
        , m_before(m_sums.all().rows())
    {
    }

    bool isFirst() const { return m_isFirst; } // no other import counts

    void write(const Deal &deal)
    {
        for (const QDate &day : {deal.created, deal.closed})
            if (day.isValid()) {
                m_first = m_first.isValid() ? std::min(m_first, day) : day;
                m_last = std::max(m_last, day);
            }
        if (m_isFirst && m_table.insert(deal, m_import, m_completion.leadOf(deal))) {
            ++m_added;
            return;
        }
        if (m_isFirst)
            m_sums.add(deal, stageIdOf(deal, m_stages), -1); // as it came it was added up
        writeBesideOthers(deal);
    }

    qint64 added() const { return m_added; }
    QDate first() const { return m_first; }
    QDate last() const { return m_last; }
    qint64 updated() const { return m_updated; }
    qint64 unchanged() const { return m_unchanged.size(); }
    qint64 withLostIds() const { return m_lostIds.found(); }
    qint64 withIdsWrittenOtherwise() const { return m_lostIds.writtenOtherwise(); }
    qint64 ofDeals() const { return m_leadLinks.found(); }
    QList<TableRemark> remarksOnLeads() const { return m_completion.remarks(); }
    qint64 strangers() const { return m_strangers; } // updated, see areStrangers()
    qint64 absent() const { return m_touched > 0 ? m_before - m_touched : 0; }
    // Of all that the workbook then holds; for the first import, with the sums of the rows as they came.
    DealSums sums(const DealSums &asTheyCame) const
    {
        DealSums sums = m_sums;
        sums.add(asTheyCame);
        return sums;
    }

private:
    void writeBesideOthers(Deal deal)
    {
        LeadOfDeal lead = m_completion.leadOf(deal);
        StoredDeal newest = m_lostIds.newestOf(deal, m_import);
        const bool isOfDeal = newest.import == 0 && m_leadLinks.find(deal, newest, m_import);
        const bool wasLead = !isOfDeal && takesOver(deal, std::exchange(deal.formerKey, {}), lead);
        if (newest.counts() && newest.import != m_import && !m_unchanged.contains(qHash(deal.key))) {
            ++m_touched;
            m_strangers += areStrangers(deal, newest.deal) ? 1 : 0;
        }
        if (newest.import != 0 && !isOfDeal)
            m_completion.complete(deal, newest);
        if (!lead.isKnown() || (!lead.tellsBeginning && lead.key == newest.lead.key))
            lead = newest.lead;
        lead.tellsBeginning = lead.tellsBeginning || isOfDeal;
        const size_t hash = qHash(deal.key);
        if (newest.isGone || (newest.import != 0 && newest.deal == deal)) {
            if (newest.import != m_import && !wasLead)
                m_unchanged.insert(hash);
            m_updated += wasLead ? 1 : 0;
            return;
        }
        if (newest.import == m_import && returnsToBefore(deal, newest))
            return;
        m_unchanged.remove(hash);
        m_table.replace(deal, m_import, lead);
        m_sums.add(deal, stageIdOf(deal, m_stages));
        if (newest.import != 0)
            m_sums.add(newest.deal, newest.stage, -1);
        // Where it is of this import, an earlier row of the same table said otherwise.
        m_added += newest.import == 0 && !wasLead ? 1 : 0;
        m_updated += wasLead || (newest.import != 0 && newest.import != m_import) ? 1 : 0;
    }

    // A lead of which a deal has come counts as that from now on.
    bool takesOver(Deal &deal, const QString &keyOfItsLead, LeadOfDeal &ofDeal)
    {
        if (keyOfItsLead.isEmpty() || (isKeyOfLead(keyOfItsLead) && !mayHaveLeads()))
            return false;
        const StoredDeal lead = m_table.newest(keyOfItsLead, m_import);
        if (!lead.counts())
            return false;
        m_table.putGone(keyOfItsLead, m_import);
        m_touched += lead.import != m_import ? 1 : 0;
        m_sums.add(lead.deal, lead.stage, -1);
        if (ofDeal.key == keyOfItsLead && !ofDeal.tellsBeginning) {
            addLead(deal, lead.deal);
            ofDeal.tellsBeginning = true;
        }
        return true;
    }

    // Asked once: a file of deals alone may name a lead in each row, and none of them be there.
    bool mayHaveLeads()
    {
        if (!m_mayHaveLeads)
            m_mayHaveLeads = m_isJoined
                || m_database
                       .scalar(u"SELECT EXISTS (SELECT 1 FROM funnel_deal WHERE import IN (SELECT id FROM "
                               "funnel_import) AND deal_key BETWEEN 'lead-' AND 'lead.')"_s)
                       .toBool();
        return *m_mayHaveLeads;
    }

    // A row may say again what the workbook knew before an earlier row of the same id said otherwise.
    bool returnsToBefore(const Deal &deal, const StoredDeal &newest)
    {
        const StoredDeal before = m_table.newest(deal.key, 0);
        if (before.import == 0 || before.deal != deal)
            return false;
        m_table.remove(deal.key, m_import);
        m_sums.add(deal, stageIdOf(deal, m_stages));
        m_sums.add(newest.deal, newest.stage, -1);
        m_unchanged.insert(qHash(deal.key));
        --m_updated;
        return true;
    }

    const Database &m_database;
    const QList<Stage> &m_stages;
    const bool m_isJoined; // of files of leads and of deals
    std::optional<bool> m_mayHaveLeads;
    DealTable m_table;
    Completion m_completion;
    LostIds m_lostIds;
    LeadLinks m_leadLinks;
    const qint64 m_import;
    const bool m_isFirst;
    QSet<size_t> m_unchanged; // hashes of keys, so that a million of them need little memory
    DealSums m_sums; // of the first import, only what differs from the rows as they came
    const qint64 m_before; // deals of the workbook
    qint64 m_touched = 0; // of them, which the table has
    qint64 m_strangers = 0;
    QDate m_first, m_last;
    qint64 m_added = 0;
    qint64 m_updated = 0;
};

// Lets the window show how far it is. Throws DatabaseError where the user has cancelled.
void tellProgress(const ImportRequest &request, double done)
{
    if (request.progress && !request.progress(done))
        throw DatabaseError(
            {Error::Code::Cancelled, QCoreApplication::translate("Import", "The import was cancelled.")});
}

// Throws DatabaseError, also where it is cancelled.
void writeDeals(DealWriter &writer, DealPipe &pipe, const ImportRequest &request)
{
    while (const auto deals = pipe.next()) {
        for (const Deal &deal : *deals)
            writer.write(deal);
        tellProgress(request, pipe.progress());
    }
    if (!pipe.report())
        throw DatabaseError(pipe.report().error());
}

void remarkOn(const DealWriter &writer, ImportReport &report)
{
    const auto remark = [&report](const QString &text, qint64 deals) {
        if (deals > 0)
            report.remarks.prepend({0, text.arg(QLocale().toString(deals))});
    };
    remark(Texts::tr("Deals of the workbook that this file does not have: %1. They stay as they are."),
           writer.absent());
    remark(strangersText(), writer.strangers());
    remark(lostIdsText(), writer.withLostIds());
    remark(idWritingsText(), writer.withIdsWrittenOtherwise());
    remark(leadLinksText(), writer.ofDeals());
    report.remarks = writer.remarksOnLeads() + report.remarks;
}

void writeImport(const Database &database, TableSource &source, const ImportRequest &request,
                 ImportOutcome &outcome)
{
    forgetLostDeals(database);
    const qint64 id = newId();
    QJsonObject mapping = request.mapping.toJson();
    mapping.insert(fileColumns, QJsonArray::fromStringList(source.columns()));
    DealWriter writer(database, source, request, id);
    DealPipe pipe(source, request.mapping, request.stages, writer.isFirst());
    writeDeals(writer, pipe, request);
    outcome = {*pipe.report(),  writer.added(), writer.updated(), writer.unchanged(),
               writer.absent(), writer.first(), writer.last()};
    remarkOn(writer, outcome.report);
    if (outcome.added + outcome.updated == 0)
        return;
    database.insert(u"funnel_import"_s,
                    {{u"id"_s, id},
                     {u"imported_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                     {u"file_name"_s, request.fileName},
                     {u"mapping"_s, QString::fromUtf8(QJsonDocument(mapping).toJson(QJsonDocument::Compact))},
                     {u"row_count"_s, outcome.report.taken},
                     {u"refused_count"_s, outcome.report.refused}});
    tellProgress(request, 1);
    KeptSums::keep(database, request.stages, writer.sums(pipe.sums()));
    tellProgress(request, 1);
}

struct PastImport
{
    QString fileName;
    QJsonObject json;
    ImportMapping mapping;
};

// The newest first, without those that can no longer be understood.
QList<PastImport> pastImports(const Document &document)
{
    QList<PastImport> imports;
    const QList<QVariantMap> rows = document.rows(u"funnel_import"_s);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        const QJsonObject json
            = QJsonDocument::fromJson(row->value(u"mapping"_s).toString().toUtf8()).object();
        if (const auto mapping = ImportMapping::fromJson(json); mapping && !mapping->columns.isEmpty())
            imports.append({row->value(u"file_name"_s).toString(), json, *mapping});
    }
    return imports;
}

// Keys that come in no order touch pages all over the table: while they are written more of them are kept.
class WideCache
{
public:
    explicit WideCache(const Database &database)
        : m_database(database)
        , m_usual(database.pragma(u"cache_size"_s).toLongLong())
    {
        constexpr qint64 kibibytes = 48'000;
        set(-kibibytes);
    }
    ~WideCache()
    {
        try {
            set(m_usual);
        } catch (const DatabaseError &) {
            // it stays wide
        }
    }
    WideCache(const WideCache &) = delete;
    WideCache &operator=(const WideCache &) = delete;

private:
    void set(qint64 size) const { m_database.execute(u"PRAGMA cache_size = %1"_s.arg(size)); }

    const Database &m_database;
    qint64 m_usual;
};

} // namespace

Result<ImportOutcome> importDeals(Document &document, TableSource &source, const ImportRequest &request)
{
    ImportOutcome outcome;
    bool isTakenBack = false; // in a dry run; and what changes nothing leaves no trace in the file
    const auto done
        = document.edit(Texts::tr("Import %1").arg(request.fileName),
                        [&](const Database &database) {
                            const WideCache cache(database);
                            writeImport(database, source, request, outcome);
                            if (request.dryRun || outcome.added + outcome.updated == 0) {
                                isTakenBack = true;
                                throw DatabaseError({Error::Code::Cancelled, {}});
                            }
                        },
                        {.alsoChanged = request.dryRun ? QSet<QString>() : QSet<QString>{u"funnel_deal"_s}});
    if (!done && !isTakenBack)
        return done.error();
    return outcome;
}

bool hasDeals(const Document &document)
{
    return !document.rows(u"funnel_import"_s).isEmpty();
}

std::optional<ImportMapping> mappingOfLastImport(const Document &document, const QString &fileName,
                                                 const QStringList &columns, const ColumnRoles &alike)
{
    for (const PastImport &import : pastImports(document)) {
        QSet<QString> ofFile;
        const QJsonArray names = import.json.value(fileColumns).toArray();
        for (const QJsonValue &name : names)
            ofFile.insert(name.toString());
        if (ofFile == QSet<QString>(columns.begin(), columns.end())
            && (import.fileName == fileName || import.mapping.columns == alike))
            return import.mapping;
    }
    return {};
}

QString columnOfLastImport(const Document &document, ColumnRole role)
{
    for (const PastImport &import : pastImports(document))
        if (const QString column = import.mapping.columns.key(role); !column.isEmpty())
            return column;
    return {};
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
