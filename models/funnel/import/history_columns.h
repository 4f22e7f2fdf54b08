#pragma once

#include "models/funnel/import/columns.h"

// The columns of a table with a row for each stage that a deal entered.
struct HistoryColumns
{
    QString key; // of the deal
    QSet<QString> changing; // columns that differ between rows of the same deal
};

ColumnRoles recogniseHistory(const TableProfile &profile, const HistoryColumns &columns);

// Columns that may hold the id of a deal of which several rows tell, the likeliest first.
QStringList possibleKeysOfHistory(const TableProfile &profile);

// Names that only a history has: from which stage to which, and when.
bool saysSteps(const TableProfile &profile);

// Columns that are alike in all rows of one deal: what it is called, whose it is, when it was closed.
QStringList columnsOfOneDeal(const TableProfile &profile);
