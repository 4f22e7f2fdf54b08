#pragma once

#include "models/funnel/import/columns.h"

class TableSource;

// Of files that were joined: leads have a stage or status of their own, and not all of them have a deal, the
// stage of which counts where there is one.
void tellLeadsFromDeals(const TableSource &source, const TableProfile &profile, ColumnRoles &roles);
