#pragma once

#include "models/document/database.h"
#include "models/funnel/deals/deal_table.h"
#include "models/funnel/import/deal_reader.h"

#include <QSet>

// Adds to a deal what the workbook knows of it already: a table without a column for the owner says nothing
// on him, while an empty cell says that there is none. Of a deal that came of a lead, what is known from the
// lead stays, where the table is of deals alone and tells only their own.
class Completion
{
public:
    Completion(const TableSource &source, const ImportMapping &mapping);

    void complete(Deal &deal, const StoredDeal &known);
    // Of which lead the row says that its deal came.
    LeadOfDeal leadOf(const Deal &deal) const;
    // That what is known from leads was kept against the table; none where it was not.
    QList<TableRemark> remarks() const;

private:
    void fillIn(Deal &deal, const Deal &known) const;
    void keepOfLead(Deal &deal, const StoredDeal &known);

    QList<ColumnRole> m_roles;
    bool m_tellsLeads; // of which lead a deal came
    QList<DealsBy>
        m_toldByLeads; // of joined files: what the column of the leads tells before that of the deals
    QSet<size_t> m_begun; // hashes of keys of deals that began before the day of the table
    QMap<DealsBy, QSet<size_t>> m_kept; // likewise, which have another name there
};

// Adds to a deal that the workbook has what a later row tells of its lead.
void addLead(Deal &deal, const Deal &lead);

// On deals that have only an id in common; with a place for how many.
QString strangersText();

// What an import would change in a workbook.
struct ImportChanges
{
    qint64 added = 0, updated = 0, unchanged = 0; // deals, each once
    qint64 strangers = 0; // updated, see areStrangers(): ids of another CRM
};

// Reads the table and, with a connection of its own, the workbook: nothing of it is held for longer than a
// moment, so that this can run beside a window that edits it.
Result<ImportChanges> compareWithWorkbook(const QString &workbook, TableSource &source,
                                          const ImportMapping &mapping, const QList<Stage> &stages,
                                          const Progress &progress);
