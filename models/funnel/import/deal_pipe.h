#pragma once

#include "models/funnel/deals/deal_sums.h"
#include "models/funnel/import/deal_reader.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

// Reads the deals of a table in a thread of its own, a few batches ahead of the one who takes them, and adds
// them up where that is wanted.
class DealPipe
{
public:
    // All must outlive it; until then nobody else may use the source.
    DealPipe(TableSource &source, const ImportMapping &mapping, const QList<Stage> &stages, bool addsUp);
    ~DealPipe(); // reads no further
    DealPipe(const DealPipe &) = delete;
    DealPipe &operator=(const DealPipe &) = delete;

    // The next batch; empty where there is none yet, and nothing after the last.
    std::optional<QList<Deal>> next();
    double progress() const { return m_progress; } // 0 to 1
    // Once there is nothing more.
    const Result<ImportReport> &report() const { return *m_report; }
    const DealSums &sums() const { return m_sums; }

private:
    void read(TableSource &source, const ImportMapping &mapping, const QList<Stage> &stages, bool addsUp);
    bool give(const QList<Deal> &deals); // false: nobody takes them any more

    DealSums m_sums; // while there is more, only the thread's

    std::mutex m_mutex; // of what follows
    std::condition_variable m_changed;
    std::deque<QList<Deal>> m_batches;
    std::optional<Result<ImportReport>> m_report;
    bool m_stopped = false;

    std::atomic<double> m_progress = 0;
    std::thread m_thread;
};
