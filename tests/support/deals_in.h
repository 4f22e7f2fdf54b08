#pragma once

#include "models/document/document.h"
#include "models/funnel/deals/deals.h"
#include "models/funnel/funnel.h"

#include <functional>

// Every deal of a workbook that counts, in no particular order. A failed read is an error.
Result<void> forEachDeal(const Document &document, const QList<Stage> &stages,
                         const std::function<void(const Deal &)> &visit);
