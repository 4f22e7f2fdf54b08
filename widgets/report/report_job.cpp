#include "widgets/report/report_job.h"

#include "widgets/report/pdf_writer.h"
#include "widgets/report/report_builder.h"

#include <QtConcurrentRun>

ReportJob::ReportJob(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &ReportJob::progress);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        // A future that was stopped may have no result.
        const bool done = m_watcher.future().resultCount() > 0;
        Q_EMIT finished(done ? m_watcher.result()
                             : Result<void>(Error{Error::Code::Cancelled, tr("The export was stopped.")}));
    });
}

ReportJob::~ReportJob()
{
    m_watcher.disconnect(this);
    stop();
    m_watcher.waitForFinished();
}

void ReportJob::start(const QString &workbook, const ReportOptions &options, const QString &path)
{
    m_watcher.setFuture(QtConcurrent::run([=](QPromise<Result<void>> &promise) {
        constexpr int percent = 100;
        promise.setProgressRange(0, percent);
        constexpr double read = 0.15;
        const ReportProgress progress = [&promise](double done) {
            promise.setProgressValue(static_cast<int>(done * percent));
            return !promise.isCanceled();
        };
        const auto report = readReport(workbook, options, partOf(progress, 0, read));
        if (!report) {
            promise.addResult(Result<void>(report.error()));
            return;
        }
        promise.addResult(writePdf(*report, options.paper, path, partOf(progress, read, 1)));
    }));
}

void ReportJob::stop()
{
    m_watcher.cancel();
}
