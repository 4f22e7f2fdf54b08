#pragma once

#include "models/document/document.h"
#include "models/funnel/import/mapping.h"

// What the user has decided about a table so far. Everything else is recognised.
struct ImportDecisions
{
    std::optional<ImportMapping> saved; // chosen by name; counts less than what follows
    std::optional<RowMeaning> rows;
    std::optional<ColumnRoles> columns;
    CorrectedRoles correctedColumns;
    StageTargets stages;
    QMap<QString, DateOrder> dateOrders;
    std::optional<DateOrder> dateOrder; // of all other columns with dates of figures
    std::optional<NumberSigns> signs;
    QString currency;
    std::optional<QStringList> placeholders;
    std::optional<QStringList> columnsWithNA;
    std::optional<Spellings> spellings;
    std::optional<qint64> stageOfLost;
};

// Takes the table as an earlier import took one like it.
void takeAsBefore(const ImportMapping &earlier, ImportDecisions &decisions);

// What still stands when the table is read anew, with other columns or the same: roles of columns that it has
// yet, beside those that are recognised in the others.
ImportDecisions decisionsThatStand(ImportDecisions decisions, const QStringList &columnsBefore,
                                   const TableProfile &profile);

// What a workbook and the user's locale say of any table, for the window and the command line alike.
ImportContext importContextOf(const Document &document, const QLocale &locale);

// The mapping for a table as it is recognised and as the user has decided otherwise, with the questions that
// are left.
Result<Suggestion> decideMapping(TableSource &source, const TableProfile &profile,
                                 const ImportContext &context, const ImportDecisions &decisions,
                                 const Progress &progress = {});

// The columns whose cells say at which stage a row is; in a history also which stage it entered or left.
QStringList stageColumns(const ImportMapping &mapping);

// Whether the text names a stage only by a column with the days on which it was entered.
bool isStageOfDates(const TableProfile &profile, const ImportMapping &mapping, const QString &text);

// Texts of these columns and how often each stands there, the most frequent first; of joined files in how
// many rows it decides. The empty text stands for rows that name no stage.
QList<std::pair<QString, qint64>> stageTexts(const TableProfile &profile, const ImportMapping &mapping);
