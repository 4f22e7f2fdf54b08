#pragma once

#include "models/funnel/import/columns.h"

// "Amount (USD)" beside "Amount (EUR)", where the deals of each currency have their amount in its column: all
// of them are the value.
void giveAmountsOfOtherCurrencies(const TableProfile &profile, ColumnRoles &roles);
