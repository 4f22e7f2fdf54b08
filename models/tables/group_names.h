#pragma once

#include <QStringList>

// The names of columns below a line that groups them: "Q1" over "Deals" and "Value", "Q2" over the same. A
// name that comes again has that of its group before it ("Q1 Deals"), a column without a name that of the
// line above. Cells to the right of a group belong to it as long as they are blank, as where cells were
// merged. Empty where the line is none that tells the names apart.
QStringList namesBelowGroups(const QStringList &groups, const QStringList &names);
