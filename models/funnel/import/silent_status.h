#pragma once

#include "models/funnel/import/profile.h"

// Whether a column that is called like one of states is that of something else: "State" of an address,
// "Status" as a traffic light. Hardly any of its texts says that a deal is open, won or lost, and another
// column is the stage.
bool isSilentStatus(const TableProfile &profile, const ColumnProfile &column);
