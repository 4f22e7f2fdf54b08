#pragma once

#include "models/funnel/deals.h"
#include "models/funnel/funnel.h"

// A figure typed by hand for one stage in one period.
struct TypedFigure
{
    qint64 stage = 0; // id
    Period period;
    std::optional<qint64> amount;
    std::optional<Money> worth;
};

// One funnel per period of which anything is known, oldest first. A typed figure wins over a computed one;
// `computed` runs along `stages`. Typed figures of another grain than `grain` are left out.
QList<FunnelFigures> combine(const QList<Stage> &stages, const QList<TypedFigure> &typed,
                             const StagePeriods &computed, Grain grain);
