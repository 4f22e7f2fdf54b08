#pragma once

#include "models/funnel/import/profile.h"

#include <QMap>
#include <QString>

#include <optional>

// What a column of an imported table is used for.
enum class ColumnRole {
    Key,
    Name,
    Stage,
    Status, // open, won or lost, where that stands beside the stage
    Created,
    Closed, // several columns may have it (won on, lost on): the first that is filled counts
    Value,
    Currency,
    Owner,
    Source,
    Segment,
    Account,
};

QList<ColumnRole> allColumnRoles();
QString roleKey(ColumnRole role);
std::optional<ColumnRole> roleFromKey(const QString &key);
QString roleLabel(ColumnRole role);

// Roles by the name of the column; a column without one is not imported.
using ColumnRoles = QMap<QString, ColumnRole>;

// From the columns' names in English, German, French, Spanish and Portuguese and those of common CRMs, and
// from what stands in them.
ColumnRoles recogniseColumns(const TableProfile &profile);

// Of columns of dates: "Won time", "Verloren am".
bool isDateOfWinning(const QString &column);
bool isDateOfLosing(const QString &column);

// The currency in the name of a column: "Amount (EUR)", "value_usd". Empty where there is none.
QString currencyInName(const QString &column);
