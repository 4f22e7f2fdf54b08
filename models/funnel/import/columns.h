#pragma once

#include "models/funnel/import/column_roles.h"
#include "models/funnel/import/profile.h"

#include <QString>

// "Create Date", "closed_at", "Gewonnen am": numbers in it may count seconds or days.
bool isNamedForDates(const QString &column);

// Columns that are named as a role that none was given, since they hold something else.
QList<std::pair<QString, ColumnRole>> columnsNotUnderstood(const TableProfile &profile,
                                                           const ColumnRoles &roles);

// From the columns' names in English, German, French, Spanish and Portuguese and those of common CRMs, and
// from what stands in them.
ColumnRoles recogniseColumns(const TableProfile &profile);

// The id of a company or the address of a person, of which there may be several deals.
bool isIdOfOthers(const QString &column);

// Persons, with their first or last names: leads, or contacts of deals.
bool listsPersons(const TableProfile &profile);

// Whether it is called as this role is, and holds what that has.
bool isLikelyCalled(ColumnRole role, const ColumnProfile &column);

// Not only by what stands in it.
bool isRecognisedByName(const QString &column, ColumnRole role);

// "Deal ID", "Opportunity ID": if it comes again, it is the same deal again.
bool isIdOfDeals(const QString &column);

// "Winning" of a column with yes and no: "Won", "Converted".
bool isFlagOfWinning(const QString &column);

// Of a column with the days on which a stage was entered; its name where that does not say more.
QString stageOfColumn(const QString &column);

// Not what somebody hopes for by a percentage, but what the deal would bring.
bool isEstimatedValue(const QString &column);

bool isExpectedValue(const QString &column); // perhaps by its chance
bool isExpectedClosing(const QString &column);
bool isReasonOfLosing(const QString &column);

// Of columns of dates: "Won time", "Verloren am".
bool isDateOfWinning(const QString &column);
bool isDateOfLosing(const QString &column);

// "Sales Region", "Land"; "Product line", "Produkt".
bool isNamedForRegions(const QString &column);
bool isNamedForProducts(const QString &column);
