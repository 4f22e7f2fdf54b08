#pragma once

#include "models/document/document.h"
#include "models/funnel/deals/deals.h"
#include "models/funnel/import/deal_reader.h"
#include "models/funnel/stages/stage.h"

// The imported deals of a workbook. Each import keeps only what is new or different in it; a deal counts as
// its newest import has it. One import is one undo step.

struct ImportOutcome
{
    ImportReport report;
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0; // already in the workbook, alike in everything
    qint64 absent = 0; // of the workbook, where it has others of the file: they stay as they are
    QDate first, last; // days of its deals; not valid where none has any
};

// Reads the table into the workbook, or refuses and leaves it as it was. A table that changes nothing makes
// no undo step. With `dryRun` nothing is written.
struct ImportRequest
{
    QString fileName; // as the user knows it, for the history
    ImportMapping mapping;
    QList<Stage> stages;
    bool dryRun = false;
    Progress progress = {};
};
Result<ImportOutcome> importDeals(Document &document, TableSource &source, const ImportRequest &request);

bool hasDeals(const Document &document);

// How the newest import read a table with just these columns, where that was a file of this name, or took its
// columns as `alike` does.
std::optional<ImportMapping> mappingOfLastImport(const Document &document, const QString &fileName,
                                                 const QStringList &columns, const ColumnRoles &alike);

// The column that the newest import that had one took for this; empty where none did.
QString columnOfLastImport(const Document &document, ColumnRole role);

// Mappings kept by name in the workbook, for the next export of the same CRM.
QStringList savedMappings(const Document &document);
Result<ImportMapping> savedMapping(const Document &document, const QString &name);
Result<void> saveMapping(Document &document, const QString &name, const ImportMapping &mapping);
