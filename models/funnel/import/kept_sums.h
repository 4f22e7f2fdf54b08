#pragma once

#include "models/document/database.h"
#include "models/funnel/deal_sums.h"
#include "models/funnel/funnel.h"

// The sums of the imported deals that the file keeps, so that no view has to read every deal. They are only
// ever a copy: where there is none, it is worked out again. All throw DatabaseError.
namespace KeptSums {

// Which deals are meant: all, or those of one part.
QString wholeKey();
QString segmentKey(const QString &name);
QString sourceKey(const QString &name);

std::optional<DealCounts> counts(const Database &database, const QList<Stage> &stages, const QString &key);

// What the deals name, by which they can be cut; nothing where that is too much to choose from.
struct Names
{
    std::optional<QStringList> segments, sources;
};
std::optional<Names> names(const Database &database, const QList<Stage> &stages);

// All of it together, to go on adding.
std::optional<DealSums> sums(const Database &database, const QList<Stage> &stages);
void keep(const Database &database, const QList<Stage> &stages, const DealSums &sums);

} // namespace KeptSums
