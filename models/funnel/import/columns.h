#pragma once

#include "models/funnel/import/profile.h"

#include <QMap>
#include <QString>

#include <optional>

// What a column of an imported table is used for.
enum class ColumnRole {
    Key,
    Name,
    Stage,
    Status, // open, won or lost, where that stands beside the stage
    Created,
    Closed, // several columns may have it (won on, lost on): the first that is filled counts
    Value,
    Currency,
    Owner,
    Source,
    Segment, // a region, or what else the deals are told apart by
    Product,
    Account,
    StageEntered, // of a history; Stage is then the one at which the deal is now
    StageBefore, // which it left for that
    EnteredOn, // of deals, of the stage that the column names: see stageEnteredIn()
    IsClosed, // yes or no, beside a column that says which deals are won
    IsActive, // yes or no: what is not, was archived
    Chance, // to be won, of an open row by its CRM; of an archived row: at 0 it was lost
    LeadStage, // of the leads among joined files; counts where there is no Stage
    IsWon, // yes or no, beside the stage
    IsLost, // likewise
    IsDeleted, // or archived: yes or no; such rows are left out
};

QList<ColumnRole> allColumnRoles();
QList<ColumnRole> rolesOfDeals(); // without those of a history
QString roleKey(ColumnRole role);
std::optional<ColumnRole> roleFromKey(const QString &key);
QString roleLabel(ColumnRole role);

// Roles by the name of the column; a column without one is not imported.
using ColumnRoles = QMap<QString, ColumnRole>;
// What single columns are in spite of what is recognised; no role: not imported.
using CorrectedRoles = QMap<QString, std::optional<ColumnRole>>;

// "Create Date", "closed_at", "Gewonnen am": numbers in it may count seconds or days.
bool isNamedForDates(const QString &column);

// Columns that are named as a role that none was given, since they hold something else.
QList<std::pair<QString, ColumnRole>> columnsNotUnderstood(const TableProfile &profile,
                                                           const ColumnRoles &roles);

// From the columns' names in English, German, French, Spanish and Portuguese and those of common CRMs, and
// from what stands in them.
ColumnRoles recogniseColumns(const TableProfile &profile);

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

// How many zeros the amounts of a column lack by its name: 3 of "Revenue (T€)" and "Amount in thousands", 6
// of "Value (Mio. EUR)", -2 of "amount_cents".
int zerosInName(const QString &column);

// The currency in the name of a column: "Amount (EUR)", "value_usd". Empty where there is none.
QString currencyInName(const QString &column);
