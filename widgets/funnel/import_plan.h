#pragma once

#include "models/exchange/table_file.h"
#include "models/funnel/deals.h"
#include "models/funnel/import/deal_reader.h"
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
    QList<JoinKey> joinKeys; // to choose from; the first is used
    QString description;
    QStringList columns;
    QList<Row> firstRows;
    TableProfile profile;

    QString name() const;
    const ColumnProfile *column(const QString &columnName) const; // nullptr if there is none
};

// What the user has decided about a file so far. Everything else is recognised.
struct ImportDecisions
{
    std::optional<ImportMapping> saved; // chosen by name; counts less than what follows
    std::optional<RowMeaning> rows;
    std::optional<ColumnRoles> columns;
    StageTargets stages;
    QMap<QString, DateOrder> dateOrders;
    std::optional<NumberSigns> signs;
    QString currency;
    std::optional<QStringList> placeholders;
    std::optional<Spellings> spellings;
    std::optional<qint64> stageOfLost;
};

// How a file would be imported, and what would come of it.
struct ImportPlan
{
    ImportMapping mapping;
    QList<OpenQuestion> questions;
    ImportReport report;
    DealTotals won, lost, open; // of rows with the same id the last one

    bool isOpen(OpenQuestion::Kind kind, const QString &subject) const;
};

// Both read the whole file and touch nothing else, so that they can run beside the window.
Result<ImportFile> lookAtFile(const QString &path, const TableFormat &format, const Progress &progress);
Result<ImportPlan> planImport(const ImportFile &file, const ImportContext &context,
                              const ImportDecisions &decisions, const Progress &progress);

// Columns of the mapping that the file does not have.
QStringList missingColumns(const ImportFile &file, const ImportMapping &mapping);
// Texts of the stage and status columns and how often each stands there, the most frequent first. The empty
// text stands for rows that name no stage.
QList<std::pair<QString, qint64>> stageTexts(const ImportFile &file, const ImportMapping &mapping);
// A date of the column that is another one in the other order; empty where none of those looked at is.
QString ambiguousDate(const ColumnProfile &column);
