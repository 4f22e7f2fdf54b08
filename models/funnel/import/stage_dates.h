#pragma once

#include "models/funnel/import/columns.h"

// "Erstgespräch", "Absage": where nothing else says at which stage the rows are, columns with days that are
// called like stages do, and those between them. Beside a stage those that cannot mean anything else say when
// the others were entered: "MQL am", "SQL Date".
void giveStageDates(const TableProfile &profile, ColumnRoles &roles);

// "MQL" and "SQL" with yes and no: a row has come as far as the furthest that says yes.
void giveStageFlags(const TableProfile &profile, ColumnRoles &roles);
bool isStageFlag(const ColumnProfile &column);
