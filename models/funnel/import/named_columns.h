#pragma once

#include <QString>

// What the name of a column says by itself, whatever stands in it.

// "Create Date", "closed_at", "Gewonnen am": numbers in it may count seconds or days.
bool isNamedForDates(const QString &column);

// "Lead Status", "Deal ID", "Contact ID": of what they tell, a contact being a lead or a name in an address
// book.
bool isNamedForLeads(const QString &column);
bool isNamedForDeals(const QString &column); // of one: "Number of deals" may stand beside a person
bool isNamedForPeople(const QString &column);

// The id of a company or the address of a person, of which there may be several deals.
bool isIdOfOthers(const QString &column);
bool isIdOfTraits(const QString &column); // "Product ID", "Campaign ID": of what several deals share

// "Deal ID", "Opportunity ID": if it comes again, it is the same deal again.
bool isIdOfDeals(const QString &column);

// "Winning" of a column with yes and no: "Won", "Converted".
bool isFlagOfWinning(const QString &column);

// Not what somebody hopes for by a percentage, but what the deal would bring.
bool isEstimatedValue(const QString &column);

bool isExpectedValue(const QString &column); // perhaps by its chance
bool isExpectedClosing(const QString &column);
bool isReasonOfLosing(const QString &column);

// Of columns of dates: "Won time", "Verloren am".
bool isDateOfWinning(const QString &column);
bool isDateOfLosing(const QString &column);
// "End Date", "Ende": of a deal, or of the contract that came of it.
bool isEndOfAnything(const QString &column);
bool isDayOfDeletion(const QString &column); // filled in rows that were deleted or archived

// "Sales Region", "Land"; "Product line", "Produkt".
bool isNamedForRegions(const QString &column);
bool isNamedForProducts(const QString &column);
