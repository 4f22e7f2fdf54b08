#pragma once

#include "models/document/database.h"
#include "models/funnel/deals/deal_sums.h"
#include "models/funnel/stages/stage.h"

// The sums of the imported deals that the file keeps, so that no view has to read every deal. They are only
// ever a copy: where there is none, it is worked out again (known_sums.h). All throw DatabaseError.
namespace KeptSums {

std::optional<DealCounts> counts(const Database &database, const QList<Stage> &stages);
std::optional<CycleCounts> cycles(const Database &database, const QList<Stage> &stages);

// What the deals name, by which they can be cut, the empty name of those that name nothing too. None at all
// where no deal names anything.
std::optional<QStringList> names(const Database &database, const QList<Stage> &stages, DealsBy by);
std::optional<DealCounts> counts(const Database &database, const QList<Stage> &stages, DealsBy by,
                                 const QString &name);
std::optional<DealParts> parts(const Database &database, const QList<Stage> &stages, DealsBy by);

// All of it together, to go on adding; parts that are too many stay so.
std::optional<DealSums> sums(const Database &database, const QList<Stage> &stages);
void keep(const Database &database, const QList<Stage> &stages, const DealSums &sums);

} // namespace KeptSums
