#pragma once

#include "models/funnel/import/columns.h"

// "Won" and "Lost" with days in them, beside a stage: when the deals were won and lost.
void giveDaysOfEnds(const TableProfile &profile, ColumnRoles &roles);

// "End Date" is the end of a contract where another column tells of its start or its term: then it is none of
// closing. Empty where it is not.
QString contractBeside(const TableProfile &profile, const ColumnRoles &roles, const QString &end);
void leaveOutEndsOfContracts(const TableProfile &profile, ColumnRoles &roles);
