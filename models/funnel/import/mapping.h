#pragma once

#include "models/document/result.h"
#include "models/funnel/import/columns.h"
#include "models/funnel/import/spellings.h"
#include "models/funnel/stages/stage_target.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

// What a row of the table is.
enum class RowMeaning {
    Deal,
    Lead, // of which no deal has come yet: one that is lost is no lost deal
    StageEntered, // a stage that a deal entered; several rows are one deal
    Item, // a product of a deal; several rows are one deal, whose values add up
};

// How the table of a CRM is read: everything the user can correct before an import, and save by name for the
// next export of the same CRM.
struct ImportMapping
{
    RowMeaning rows = RowMeaning::Deal;
    ColumnRoles columns;
    StageTargets stages; // by text of the stage or status column; "" for rows that name no stage
    QMap<QString, DateOrder> dateOrders; // by column
    NumberSigns signs; // of the value
    bool signsAreSaid = false; // by the user, and not only recognised
    QString currency; // of values that do not say theirs
    bool chancesAreFractions = false; // of 1; otherwise in percent, as each is that says so
    // Columns by which rows without an id are known: those of the first import of the file, whatever is made
    // of the columns later. Empty: all with a role. Beside an id: by which they were known before it was
    // taken.
    QStringList knownBy;
    QStringList placeholders; // texts that stand for no answer
    QStringList columnsWithNA; // in which “NA” is an answer all the same: North America, Namibia
    Spellings spellings;
    // How far lost rows are known to have come, where their row does not tell; 0: not known.
    qint64 stageOfLost = 0;

    bool isHistory() const { return rows == RowMeaning::StageEntered; }
    QStringList columnsOf(ColumnRole role) const;
    QStringList missingIn(const QStringList &present) const; // columns of it that are not among these

    QJsonObject toJson() const;
    static Result<ImportMapping> fromJson(const QJsonObject &json);

    bool operator==(const ImportMapping &) const = default;
};

// What could not be decided from the table and should be asked.
struct OpenQuestion
{
    enum class Kind { DateOrder, NumberSigns, Stage, NoStageColumn, HistoryColumn };

    Kind kind = Kind::Stage;
    QString subject; // the column, the text of the stage, or the key of the role that no column has yet
};

struct Suggestion
{
    ImportMapping mapping;
    QList<OpenQuestion> questions;
};

struct ImportContext
{
    QList<Stage> stages; // of the workbook, in order; the last is won
    QString currency; // of the workbook
    DateOrder usualDateOrder = DateOrder::DayMonthYear; // of the user's locale
    // What the user says of this table; the rest is recognised.
    std::optional<DateOrder> dateOrder = {}; // of all dates of figures
    std::optional<RowMeaning> rows = {};
    std::optional<ColumnRoles> columns = {};
    CorrectedRoles correctedColumns = {};
    QString keyBefore = {}; // column that was the id in the newest import
    // Earlier mapping to take columns and stages from where their names are still there.
    std::optional<ImportMapping> earlier = {};
};

// A mapping for the table, to be corrected by the user. Reads the table once more where rows are lost, for
// `stageOfLost`: the first stage at which the table has open rows with a created date, or with any where none
// has one; of a history the first that any deal entered. A lost row must have come that far at least.
Result<Suggestion> suggestMapping(TableSource &source, const TableProfile &profile,
                                  const ImportContext &context, const Progress &progress = {});
