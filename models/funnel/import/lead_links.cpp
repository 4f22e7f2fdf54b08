#include "models/funnel/import/lead_links.h"

#include "models/funnel/import/deal_comparison.h"

#include <QCoreApplication>

#include <tuple>

LeadLinks::LeadLinks(DealTable &table, const TableSource &source, const ImportMapping &mapping)
    : m_table(table)
    , m_listsLeads(source.joins().isEmpty() && mapping.rows == RowMeaning::Lead)
{
}

bool LeadLinks::find(Deal &row, StoredDeal &known, qint64 import)
{
    if (!m_listsLeads && !isKeyOfLead(row.key))
        return false;
    readKnown();
    const auto deal = m_dealOfLead.constFind(isKeyOfLead(row.key) ? row.key : keyOfLead(row.key));
    if (deal == m_dealOfLead.cend())
        return false;
    known = m_table.newest(*deal, import);
    if (!known.counts())
        return false;
    Deal whole = known.deal;
    addLead(whole, row);
    row = whole;
    ++m_found;
    return true;
}

// Of several deals of one lead the first is the one that it counts with: that which is no further one and was
// created first.
void LeadLinks::readKnown()
{
    if (std::exchange(m_isRead, true))
        return;
    using Rank = std::tuple<bool, QDate, QString>;
    QHash<QString, Rank> best;
    m_table.visit(DealTable::Detail::Whole, [&](const StoredDeal &known) {
        if (!known.lead.isKnown())
            return;
        const Rank rank{known.deal.isFurther(), known.deal.created, known.deal.key};
        const auto other = best.constFind(known.lead.key);
        if (other != best.cend() && *other <= rank)
            return;
        best.insert(known.lead.key, rank);
        m_dealOfLead.insert(known.lead.key, known.deal.key);
    });
}

QString leadLinksText()
{
    return QCoreApplication::translate(
        "Import",
        "Leads of which the workbook has a deal already: %1. Each counts once, "
        "with its deal, which begins with it.");
}
