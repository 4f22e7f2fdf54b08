#pragma once

#include <QStringList>

// Below the names of its columns a table may say in what they are: "(EUR)", "days", "text", "dd.mm.yyyy".
// Whether the row is of that kind, and so is part of the heading.
bool isRowOfUnits(const QStringList &row, const QStringList &names);

// The names with the units that amounts need: "Amount (EUR)".
QStringList withUnitsOfMoney(const QStringList &names, const QStringList &units);
