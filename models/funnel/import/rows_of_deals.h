#pragma once

#include "models/funnel/import/columns.h"

// "Sales", "Total (EUR)", "Total sales" are amounts; "Sales Organization", "Total Activities" are not.
bool isAmountOnlyAlone(const QString &words);
// Rows with amounts are deals, whatever else stands in them.
bool hasAmounts(const TableProfile &profile);
// Amounts alone may be what customers pay. Rows that are at a stage of deals, have a name as deals have, or a
// day of closing are deals, and whose they are may repeat in the next export though it does not in this one.
bool tellDeals(const TableProfile &profile);
