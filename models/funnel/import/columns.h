#pragma once

#include "models/funnel/import/column_roles.h"
#include "models/funnel/import/profile.h"

#include <QString>

// Columns that are named as a role that none was given, since they hold something else.
QList<std::pair<QString, ColumnRole>> columnsNotUnderstood(const TableProfile &profile,
                                                           const ColumnRoles &roles);

// From the columns' names in English, German, French, Spanish and Portuguese and those of common CRMs, and
// from what stands in them.
ColumnRoles recogniseColumns(const TableProfile &profile);

// Persons, with their first or last names: leads, or contacts of deals.
bool listsPersons(const TableProfile &profile);

// Whether it is called as this role is, and holds what that has.
bool isLikelyCalled(ColumnRole role, const ColumnProfile &column);

// Not only by what stands in it.
bool isRecognisedByName(const QString &column, ColumnRole role);

// Of a column with the days on which a stage was entered; its name where that does not say more.
QString stageOfColumn(const QString &column);
