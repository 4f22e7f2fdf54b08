#pragma once

#include "models/funnel/import/mapping.h"

// Whether a column that is called like one of states is that of something else: "State" of an address,
// "Status" as a traffic light. Hardly any of its texts says that a deal is open, won or lost, and another
// column is the stage.
bool isSilentStatus(const TableProfile &profile, const ColumnProfile &column);

// The status in which a text stands whose meaning is asked for, where it may be that of something else than
// the deal: it says neither won nor lost. Empty otherwise.
QString statusToLeaveOut(const TableProfile &profile, const ImportMapping &mapping, const QString &text);
