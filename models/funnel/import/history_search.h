#pragma once

#include "models/funnel/import/columns.h"

// Tells a table with a row for each stage that a deal entered from a table of deals: by ids that come again
// with other stages and other dates. Empty where it is none, or cannot be read.
std::optional<HistoryColumns> findHistory(TableSource &source, const TableProfile &profile);
