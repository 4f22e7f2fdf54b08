#pragma once

#include "models/document/result.h"
#include "widgets/report/report_options.h"

#include <QFutureWatcher>
#include <QObject>

// Writes a workbook as PDF in a thread of its own, so that the window stays free.
class ReportJob : public QObject
{
    Q_OBJECT

public:
    explicit ReportJob(QObject *parent = nullptr);
    ~ReportJob() override; // stops and waits

    void start(const QString &workbook, const ReportOptions &options, const QString &path);
    void stop();
    bool isRunning() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    void progress(int percent);
    void finished(const Result<void> &result);

private:
    QFutureWatcher<Result<void>> m_watcher;
};
