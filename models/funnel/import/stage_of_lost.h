#pragma once

#include "models/funnel/import/mapping.h"

// The first stage of open rows, counting those with a created date where there are any; 0 where no row can
// be lost.
Result<qint64> stageOfLost(TableSource &source, const ImportMapping &mapping, const QList<Stage> &stages,
                           const Progress &progress);
