#pragma once

#include "models/funnel/import/columns.h"

// "As of", "Stichtag", where ids come again: the day of which a row tells, and nothing else, such as the one
// on which a deal was created.
void giveSnapshots(const TableProfile &profile, ColumnRoles &roles);
