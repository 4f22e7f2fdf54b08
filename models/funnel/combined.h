#pragma once

#include "models/funnel/deals/deals.h"
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

// One funnel per period of which anything is known, oldest first. A typed figure wins over a computed one, a
// typed amount over the worth computed beside it; `computed` runs along `stages`; those at its head that it
// counts nothing in, in any period, are not known: see DealCounts::firstStage(). A quarter or year of which a
// part was typed is the sum of its parts as they are shown, not known where one of them is not: what was
// computed for the whole would contradict them. With a currency every worth is what it is in that one, and
// what was typed in another is as if it had not been; without one, rows in several have none.
QList<FunnelFigures> combine(const QList<Stage> &stages, const QList<TypedFigure> &typed,
                             const StagePeriods &computed, Grain grain, const QString &currency = {});
