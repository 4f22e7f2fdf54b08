#include "models/funnel/import/deal_comparison.h"

#include "models/funnel/import/lost_ids.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

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
    {
    }

    // All within one read, as each alone takes as long again.
    void add(const QList<Deal> &deals)
    {
        m_database.execute(QStringLiteral("BEGIN"));
        for (Deal deal : deals) {
            const StoredDeal known = m_lostIds.newestOf(deal, 0);
            const QString lead = std::exchange(deal.formerKey, {});
            const bool wasLead = !lead.isEmpty() && m_table.newest(lead, 0).counts();
            if (known.counts() && areStrangers(deal, known.deal))
                m_strangers.insert(qHash(deal.key));
            if (known.import != 0)
                m_completion.complete(deal, known.deal);
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
    const Completion m_completion;
    LostIds m_lostIds;
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

void Completion::complete(Deal &deal, const Deal &known) const
{
    if (!known.entered.isEmpty())
        addEntries(deal, known.entered);
    fillIn(deal, known);
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
