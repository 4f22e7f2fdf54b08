#pragma once

#include "models/funnel/deals/deals.h"
#include "models/funnel/import/deal_comparison.h"
#include "models/funnel/import/deal_reader.h"
#include "models/funnel/import/decisions.h"
#include "models/funnel/import/profile.h"

// A file to import as it is shown before anything is decided.
struct ImportFile
{
    struct Row
    {
        qint64 line = 0;
        QStringList cells;
    };

    QString path;
    TableFormat format; // as found in the file, or as the user says
    QStringList sheets; // to choose from
    QStringList sheetsAlike; // see TableSource
    QList<FileJoin> joins; // of the files that were added
    QStringList groupColumns; // see GroupedTable
    QString description;
    QStringList columns;
    QList<Row> firstRows; // none where the table has none
    TableProfile profile;

    QString name() const;
    QStringList sheetsNotRead() const; // though they have the same columns
    // That may name groups, though they were not recognised: filled in the first row, not in all.
    QStringList columnsToCarryDown() const;
    const ColumnProfile *column(const QString &columnName) const { return profile.column(columnName); }
};

// How a file would be imported, and what would come of it where it was read for that.
struct ImportPlan
{
    ImportMapping mapping;
    QList<OpenQuestion> questions;
    ImportReport report; // until then only what there is to say of the columns
    QStringList readings; // how the table as a whole was taken, where that may surprise
    QString assumedCurrency; // what is told of it, where no column and no sign names one
    DealTotals won, lost, open; // of rows with the same id the last one
    DealTotals lostLeads; // beside these

    bool isOpen(OpenQuestion::Kind kind, const QString &subject) const;
};

// What the window and the command line make of an export, alike: they look at it, ask how the last one like
// it was taken, and decide.
Result<ImportFile> lookAtTable(TableSource &table, const QString &path, const TableFormat &asked,
                               const Progress &progress = {});
// How the newest import took a file of this name with its columns, or any with its columns that took them as
// is proposed for this one: by a saved mapping, otherwise as they are recognised.
std::optional<ImportMapping> lastImportOf(const Document &document, const ImportFile &file,
                                          const std::optional<ImportMapping> &proposed);
Result<ImportPlan> decideImport(TableSource &table, const ImportFile &file, const ImportContext &context,
                                const ImportDecisions &decisions, const Progress &progress = {});

// The same of a file, with what would come of it. Both read the whole file and touch nothing else, so that
// they can run beside the window. A table without rows is refused.
Result<ImportFile> lookAtFile(const QString &path, const TableFormat &format, const Progress &progress);
Result<ImportPlan> planImport(const ImportFile &file, const ImportContext &context,
                              const ImportDecisions &decisions, const Progress &progress);
// Reads the file and the workbook that lies at the path, beside the window too.
Result<ImportChanges> compareImport(const ImportFile &file, const QString &workbook,
                                    const ImportMapping &mapping, const QList<Stage> &stages,
                                    const Progress &progress);

// A date of the column that is another one when read otherwise; empty where none of those looked at is.
QString exampleOfDate(const ColumnProfile &column);
