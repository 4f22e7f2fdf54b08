#pragma once

#include "models/funnel/import/columns.h"

// A table of sums: how many deals there are at each stage, or at each stage in each month. No row of it is a
// deal. Empty where it is none; else the column that says so.
QString columnOfSums(const TableProfile &profile, const ColumnRoles &roles);
