#pragma once

#include "models/funnel/import/mapping.h"

// A list of customers with their contracts: whoever is in it was won on the day on which the contract began,
// also who has left since. Such lists have no stages, and their status ("Active", "Churned") is none.
bool listsCustomers(const TableProfile &profile, const ImportMapping &mapping);

// That they are taken so; nothing where they are not.
QList<TableRemark> remarksOnCustomers(const TableProfile &profile, const ImportMapping &mapping);

// Takes what is one so, but for what the user says otherwise; `asBefore` where columns stay as they were.
void takeAsCustomers(const TableProfile &profile, const ImportContext &context, bool asBefore,
                     ImportMapping &mapping);

// The column with that day.
QString startOfContracts(const TableProfile &profile);
