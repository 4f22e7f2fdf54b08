#pragma once

#include "models/document/database.h"
#include "models/funnel/deals/deal_table.h"
#include "models/funnel/import/deal_reader.h"

// Adds to a deal what the workbook knows of it already: a table without a column for the owner says nothing
// on him, while an empty cell says that there is none.
class Completion
{
public:
    Completion(const TableSource &source, const ImportMapping &mapping)
        : m_roles(mapping.columns.values())
        , m_tellsLeads(!source.joins().isEmpty())
    {
    }

    void complete(Deal &deal, const Deal &known) const;

private:
    void fillIn(Deal &deal, const Deal &known) const;

    QList<ColumnRole> m_roles;
    bool m_tellsLeads; // of which lead a deal came
};

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
