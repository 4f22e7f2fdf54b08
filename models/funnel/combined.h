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

// The figures, and with them those of quarters and years of which every month, or every quarter, is known and
// that were not typed themselves: so nothing counts twice, and nothing is taken for 0. Weeks do not fill
// months.
QList<TypedFigure> rolledUp(const QList<TypedFigure> &figures);

// One funnel per period of which anything is known, oldest first. A typed figure wins over a computed one;
// `computed` runs along `stages`; those at its head that it counts nothing in, in any period, are not
// known: see DealCounts::firstStage(). Typed figures count in their own periods and, rolled up, in longer
// ones.
QList<FunnelFigures> combine(const QList<Stage> &stages, const QList<TypedFigure> &typed,
                             const StagePeriods &computed, Grain grain);
