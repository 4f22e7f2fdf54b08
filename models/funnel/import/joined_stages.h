#pragma once

#include "models/funnel/import/mapping.h"
#include "models/tables/table_source.h"

// Of files that were joined: leads have a stage or status of their own, and not all of them have a deal, the
// stage of which counts where there is one.
void tellLeadsFromDeals(const TableSource &source, const TableProfile &profile, ColumnRoles &roles);

// Whether an id of deals, not of their leads, says which rows belong together.
bool isByDeals(const FileJoin &join);

// What a list of accounts or contacts says of itself, its name, its stage and its days, is nothing of the
// deals that name it: without these roles.
void leaveOutOfLists(const TableSource &source, const TableProfile &profile, ColumnRoles &roles);

// That the cycle of a deal begins with its lead, of which another file tells; nothing where it does not.
// `files` are the names of the files.
QList<TableRemark> remarksOnJoinedCycle(const TableSource &source, const QStringList &files,
                                        const TableProfile &profile, const ImportMapping &mapping);

// The column of an earlier file that has the same name; "Amount" of “Amount (2)”. Empty where there is none.
QString rivalOf(const TableSource &source, qsizetype column);
// What one file leaves blank, a column of the same name in another may tell; and one that is called alike, of
// leads of which no deal tells.
void addRivals(const TableSource &source, const TableProfile &profile, ColumnRoles &roles);
