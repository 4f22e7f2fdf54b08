#include "models/funnel/import/deal_pipe.h"

#include "models/funnel/deals/deal_table.h"

#include <chrono>

namespace {

constexpr size_t batchesAhead = 8;
constexpr std::chrono::milliseconds patience(20); // after which the taker may look at other things

} // namespace

DealPipe::DealPipe(TableSource &source, const ImportMapping &mapping, const QList<Stage> &stages, bool addsUp)
    : m_thread([this, &source, &mapping, &stages, addsUp] { read(source, mapping, stages, addsUp); })
{
}

DealPipe::~DealPipe()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void DealPipe::read(TableSource &source, const ImportMapping &mapping, const QList<Stage> &stages,
                    bool addsUp)
{
    bool wanted = true;
    auto report = readDeals(
        source, mapping, stages,
        [&](const QList<Deal> &deals) -> Result<void> {
            if (addsUp)
                for (const Deal &deal : deals)
                    m_sums.add(deal, stageIdOf(deal, stages));
            wanted = give(deals);
            return {};
        },
        [&](double done) {
            m_progress = done;
            return wanted;
        });
    const std::lock_guard lock(m_mutex);
    m_report = std::move(report);
    m_changed.notify_all();
}

bool DealPipe::give(const QList<Deal> &deals)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopped || m_batches.size() < batchesAhead; });
    if (!deals.isEmpty())
        m_batches.push_back(deals);
    m_changed.notify_all();
    return !m_stopped;
}

std::optional<QList<Deal>> DealPipe::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, patience, [this] { return m_report || !m_batches.empty(); });
    if (m_batches.empty())
        return m_report ? std::nullopt : std::optional(QList<Deal>());
    QList<Deal> batch = std::move(m_batches.front());
    m_batches.pop_front();
    m_changed.notify_all();
    return batch;
}
