#pragma once

#include "models/funnel/import/decisions.h"

// In which order the dates of a table have day and month, as some of its columns tell for all of them: a
// program writes all its dates alike.
struct ToldDateOrder
{
    DateOrder order = DateOrder::DayMonthYear;
    bool isTold = false; // otherwise it is what is usual
    bool isContradicted = false; // columns tell different ones, so that none tells for the others

    bool tellsForAll() const { return isTold && !isContradicted; }
};
ToldDateOrder toldDateOrder(const TableProfile &profile, const ImportMapping &mapping, DateOrder usual);

// Columns of dates that are imported, whatever they are for.
QStringList dateColumns(const ImportMapping &mapping);

// Of columns that leave the order open, and which were taken as an earlier import or mapping had them without
// asking again.
QStringList textsOnRememberedOrders(const TableProfile &profile, const ImportMapping &mapping,
                                    const ImportDecisions &decisions);

// Dates that are numbers, or that do not agree in their order.
QList<TableRemark> remarksOnDateOrders(const TableProfile &profile, const ImportMapping &mapping);
