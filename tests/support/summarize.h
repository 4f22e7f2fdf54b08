#pragma once

#include "models/funnel/deals/deals.h"

// Of rows that are in memory together; the program counts them as it reads them.
DealSummary summarize(const QList<Deal> &deals, int stageCount, Grain grain);
