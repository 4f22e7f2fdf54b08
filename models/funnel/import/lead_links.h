#pragma once

#include "models/funnel/deals/deal_table.h"
#include "models/funnel/import/mapping.h"

// Finds the deal that came of a lead, where the deal was imported first and told of which lead it is: the
// lead is no row of its own then.
class LeadLinks
{
public:
    // The table must outlive it.
    LeadLinks(DealTable &table, const TableSource &source, const ImportMapping &mapping);

    // Whether the row, which the workbook does not have under its own key, is the lead of a deal. It becomes
    // that deal with what the lead adds, and `known` the deal as it is so far.
    bool find(Deal &row, StoredDeal &known, qint64 import);
    qint64 found() const { return m_found; }

private:
    void readKnown();

    DealTable &m_table;
    const bool m_listsLeads; // rows of the file are leads that came of no deal, as far as it knows
    bool m_isRead = false;
    QHash<QString, QString> m_dealOfLead; // keys
    qint64 m_found = 0;
};

// On leads that were found so; with a place for how many.
QString leadLinksText();
