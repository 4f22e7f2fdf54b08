#include "models/funnel/import/deal_comparison.h"

#include "models/funnel/import/lead_links.h"
#include "models/funnel/import/lost_ids.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

void addEntries(Deal &deal, const QList<StageEntry> &known)
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

ColumnRole roleOf(DealsBy by)
{
    return by == DealsBy::Segment ? ColumnRole::Segment
        : by == DealsBy::Product  ? ColumnRole::Product
                                  : ColumnRole::Source;
}

QString &nameOf(Deal &deal, DealsBy by)
{
    return by == DealsBy::Segment ? deal.segment : by == DealsBy::Product ? deal.product : deal.source;
}

// Whether the workbook has a deal, and alike.
class Comparison
{
public:
    Comparison(const QString &workbook, const TableSource &source, const ImportMapping &mapping,
               const QList<Stage> &stages)
        : m_database(workbook, Database::Access::ReadOnly)
        , m_table(m_database, stages)
        , m_completion(source, mapping)
        , m_lostIds(m_database, m_table, m_completion, source, mapping)
        , m_leadLinks(m_table, source, mapping)
    {
    }

    // All within one read, as each alone takes as long again.
    void add(const QList<Deal> &deals)
    {
        m_database.execute(QStringLiteral("BEGIN"));
        for (Deal deal : deals) {
            StoredDeal known = m_lostIds.newestOf(deal, 0);
            const QString lead = std::exchange(deal.formerKey, {});
            const bool wasLead = !lead.isEmpty() && m_table.newest(lead, 0).counts();
            if (known.import == 0 && m_leadLinks.find(deal, known, 0)) {
                m_changes[qHash(deal.key)] = known.deal == deal ? Change::None : Change::Updated;
                continue;
            }
            if (known.counts() && areStrangers(deal, known.deal))
                m_strangers.insert(qHash(deal.key));
            if (known.import != 0)
                m_completion.complete(deal, known);
            m_changes[qHash(deal.key)] = wasLead     ? Change::Updated
                : known.import == 0                  ? Change::Added
                : known.isGone || known.deal == deal ? Change::None
                                                     : Change::Updated;
        }
        m_database.execute(QStringLiteral("COMMIT"));
    }

    ImportChanges changes() const
    {
        ImportChanges changes;
        for (const Change change : m_changes)
            ++(change == Change::Added         ? changes.added
                   : change == Change::Updated ? changes.updated
                                               : changes.unchanged);
        changes.strangers = m_strangers.size();
        return changes;
    }

private:
    enum class Change : quint8 { None, Added, Updated };

    Database m_database;
    DealTable m_table;
    Completion m_completion;
    LostIds m_lostIds;
    LeadLinks m_leadLinks;
    QHash<size_t, Change> m_changes; // by the hash of the id, as its last row has it
    QSet<size_t> m_strangers; // hashes of ids
};

} // namespace

QString strangersText()
{
    return QCoreApplication::translate(
        "Import",
        "Deals that the workbook has under the same id, but with another name, account and date of "
        "creation: %1. If the file is of another CRM or of something else than deals, do not import "
        "it as it is: each of them takes the place of a deal.");
}

Completion::Completion(const TableSource &source, const ImportMapping &mapping)
    : m_roles(mapping.columns.values())
    , m_tellsLeads(!source.joins().isEmpty())
{
    if (!m_tellsLeads)
        return;
    const auto fileOfFirst = [&](std::initializer_list<ColumnRole> roles) {
        for (qsizetype i = 0; i < source.columns().size(); ++i)
            if (const auto role = mapping.columns.constFind(source.columns().at(i));
                role != mapping.columns.cend() && std::find(roles.begin(), roles.end(), *role) != roles.end())
                return source.fileOf(i);
        return qsizetype(-1);
    };
    using enum ColumnRole;
    const qsizetype ofDeals = fileOfFirst({Stage, Status, StageEntered});
    for (const DealsBy by : allDealsBy)
        if (const qsizetype file = fileOfFirst({roleOf(by)}); file >= 0 && file != ofDeals)
            m_toldByLeads.append(by);
}

LeadOfDeal Completion::leadOf(const Deal &deal) const
{
    if (!isKeyOfLead(deal.formerKey) || isKeyOfLead(deal.key))
        return {};
    return {deal.formerKey, m_tellsLeads, m_toldByLeads};
}

void Completion::complete(Deal &deal, const StoredDeal &known)
{
    if (!known.deal.entered.isEmpty())
        addEntries(deal, known.deal.entered);
    fillIn(deal, known.deal);
    if (!m_tellsLeads && known.lead.tellsBeginning)
        keepOfLead(deal, known);
}

void Completion::keepOfLead(Deal &deal, const StoredDeal &known)
{
    const QDate begun = known.deal.created;
    if (begun.isValid() && deal.created.isValid() && begun < deal.created) {
        deal.created = begun;
        m_begun.insert(qHash(deal.key));
    }
    for (const DealsBy by : known.lead.tells) {
        const QString &before = known.deal.named(by);
        QString &present = nameOf(deal, by);
        if (before.isEmpty() || before == present)
            continue;
        if (!present.isEmpty())
            m_kept[by].insert(qHash(deal.key));
        present = before;
    }
    // Blank in the file of deals, it was told by the lead.
    for (QString Deal::*text : {&Deal::owner, &Deal::source, &Deal::segment, &Deal::product, &Deal::account})
        if ((deal.*text).isEmpty())
            deal.*text = known.deal.*text;
}

QList<TableRemark> Completion::remarks() const
{
    QList<TableRemark> remarks;
    const auto add = [&remarks](const QString &text, qsizetype deals) {
        if (deals > 0)
            remarks.append({0, text.arg(QLocale().toString(deals))});
    };
    add(QCoreApplication::translate(
            "Import",
            "Deals that began with their lead, as an earlier import of both tells, and have a later day of "
            "their own in this file: %1. They still count from their lead on. To have it otherwise, import "
            "leads and deals together again."),
        m_begun.size());
    for (const auto &[by, deals] : m_kept.asKeyValueRange())
        add(QCoreApplication::translate(
                "Import",
                "Deals of which this file says another “%2” than their lead did: %1. That of the "
                "lead stays. To have it otherwise, import leads and deals together again.")
                .arg(u"%1"_s, roleLabel(roleOf(by))),
            deals.size());
    return remarks;
}

void addLead(Deal &deal, const Deal &lead)
{
    if (lead.created.isValid() && (!deal.created.isValid() || lead.created < deal.created))
        deal.created = lead.created;
    for (QString Deal::*text :
         {&Deal::name, &Deal::owner, &Deal::source, &Deal::segment, &Deal::product, &Deal::account})
        if ((deal.*text).isEmpty())
            deal.*text = lead.*text;
}

void Completion::fillIn(Deal &deal, const Deal &known) const
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
    keep(ColumnRole::Product, deal.product, known.product);
    // Once a product was taken as the segment where nothing else was.
    if (m_roles.contains(ColumnRole::Product) && !m_roles.contains(ColumnRole::Segment)
        && deal.segment == deal.product)
        deal.segment.clear();
    keep(ColumnRole::Account, deal.account, known.account);
    if (known.created.isValid())
        keep(ColumnRole::Created, deal.created, known.created);
    if (deal.state == Deal::State::Open)
        keep(ColumnRole::Chance, deal.chance, known.chance);
    if (known.state == deal.state && !deal.closed.isValid())
        keep(ColumnRole::Closed, deal.closed, known.closed);
    if (!m_tellsLeads)
        deal.countsFrom = known.countsFrom;
}

Result<ImportChanges> compareWithWorkbook(const QString &workbook, TableSource &source,
                                          const ImportMapping &mapping, const QList<Stage> &stages,
                                          const Progress &progress)
{
    try {
        Comparison comparison(workbook, source, mapping, stages);
        const auto add = [&comparison](const QList<Deal> &deals) {
            comparison.add(deals);
            return Result<void>();
        };
        if (const auto report = readDeals(source, mapping, stages, add, progress); !report)
            return report.error();
        return comparison.changes();
    } catch (const DatabaseError &error) {
        return error.error();
    }
}
