#pragma once

#include "models/funnel/import/profile.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QtConcurrent>

#include <functional>

// Work beside the window. A new piece of work stops the one before; only the last one's result arrives.
class ImportJob : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~ImportJob() override { stop(); }

    // `work` runs in another thread and must share nothing with the window.
    template <class T>
    void start(std::function<Result<T>(const Progress &)> work, std::function<void(Result<T>)> done)
    {
        stop();
        auto *watcher = new QFutureWatcher<Result<T>>(this);
        m_watcher = watcher;
        connect(watcher, &QFutureWatcherBase::progressValueChanged, this,
                [this](int value) { Q_EMIT progressed(value); });
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, done = std::move(done)] {
            watcher->deleteLater();
            if (m_watcher != watcher || watcher->isCanceled())
                return;
            m_watcher = nullptr;
            done(watcher->result());
        });
        watcher->setFuture(QtConcurrent::run([work = std::move(work)](QPromise<Result<T>> &promise) {
            promise.setProgressRange(0, whole);
            promise.addResult(work([&promise](double part) {
                promise.setProgressValue(static_cast<int>(part * whole));
                return !promise.isCanceled();
            }));
        }));
    }

    void stop()
    {
        if (m_watcher)
            m_watcher->cancel();
        m_watcher = nullptr;
    }
    bool isRunning() const { return m_watcher; }

    static constexpr int whole = 1000;

Q_SIGNALS:
    void progressed(int ofWhole);

private:
    QPointer<QFutureWatcherBase> m_watcher;
};
