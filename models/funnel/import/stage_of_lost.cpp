#include "models/funnel/import/stage_of_lost.h"

#include "models/funnel/import/deal_row.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace {

bool hasLost(const ImportMapping &mapping)
{
    return std::any_of(mapping.stages.begin(), mapping.stages.end(), [](const StageTarget &target) {
        return target.kind == StageTarget::Kind::Lost || target.kind == StageTarget::Kind::NotWon;
    });
}

// No row can be at an earlier stage.
int earliestStage(const ImportMapping &mapping, const QList<Stage> &stages)
{
    for (int i = 0; i < stages.size(); ++i)
        for (const StageTarget &target : mapping.stages)
            if (target.kind == StageTarget::Kind::Stage && target.stage == stages.at(i).id)
                return i;
    return 0;
}

} // namespace

Result<qint64> stageOfLost(TableSource &source, const ImportMapping &mapping, const QList<Stage> &stages,
                           const Progress &progress)
{
    if (!hasLost(mapping))
        return qint64(0);
    if (const auto rewound = source.rewind(); !rewound)
        return rewound.error();
    constexpr int none = std::numeric_limits<int>::max();
    const int earliest = earliestStage(mapping, stages);
    int firstCreated = none;
    int first = none;
    DealRow row(source, mapping, stages);
    const bool isHistory = mapping.isHistory();
    for (qint64 rows = 1; source.next(); ++rows) {
        if (rows % 4096 == 0 && progress && !progress(source.progress()))
            return Error{Error::Code::Cancelled,
                         QCoreApplication::translate("Import", "The import was cancelled.")};
        const bool isTaken = (isHistory ? row.readStep() : row.readStage()) == DealRow::Outcome::Taken;
        if (isTaken && isHistory && row.step().stage >= 0)
            first = std::min(first, row.step().stage);
        if (!isTaken || isHistory || row.deal().state != Deal::State::Open || row.deal().stage < 0)
            continue;
        first = std::min(first, row.deal().stage);
        if (row.hasCreated())
            firstCreated = std::min(firstCreated, row.deal().stage);
        if (firstCreated == earliest)
            break;
    }
    if (const auto read = source.status(); !read)
        return read.error();
    const int found = firstCreated != none ? firstCreated : first;
    return found == none ? 0 : stages.at(found).id;
}
