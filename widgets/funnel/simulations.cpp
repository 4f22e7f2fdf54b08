#include "widgets/funnel/simulations.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>

std::optional<Simulation> Simulations::of(const FunnelPlan &plan, const SimulationSettings &settings)
{
    const auto run = std::find_if(m_runs.begin(), m_runs.end(), [&](const Run &other) {
        return other.seed == settings.seed && other.plan == plan;
    });
    if (run != m_runs.end()) {
        run->isWanted = true;
        return run->result.isFinished() ? std::optional(run->result.result()) : std::nullopt;
    }
    // What is forgotten while it is wanted would be worked out again and again.
    constexpr qsizetype mostRuns = 50;
    const auto old
        = std::find_if(m_runs.cbegin(), m_runs.cend(), [](const Run &each) { return !each.isWanted; });
    if (m_runs.size() >= mostRuns && old != m_runs.cend())
        m_runs.erase(old);
    const QFuture<Simulation> result
        = QtConcurrent::run([plan, settings] { return simulate(plan, settings); });
    m_runs.append({plan, settings.seed, result});
    auto *watcher = new QFutureWatcher<Simulation>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, &Simulations::onFinished);
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(result);
    return {};
}

void Simulations::onFinished()
{
    if (!std::all_of(m_runs.begin(), m_runs.end(), [](const Run &run) { return run.result.isFinished(); }))
        return;
    for (Run &run : m_runs)
        run.isWanted = false;
    Q_EMIT known();
}
