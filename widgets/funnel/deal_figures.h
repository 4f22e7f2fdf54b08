#pragma once

#include "models/funnel/deals/known_sums.h"
#include "models/funnel/import/deal_store.h"
#include "widgets/shell/page_view.h"

// How a page of the funnel gets the imported deals added up; a test can put in others.
using DealReader = std::function<Result<DealSummary>(const Document &, const QList<Stage> &, Grain)>;

// Without deals where they cannot be read; then the user has been told.
DealSummary dealFigures(const DealReader &reader, const PageContext &page, const QList<Stage> &stages,
                        Grain grain);
