#pragma once

#include "widgets/report/report_job.h"
#include "widgets/report/report_layout.h"
#include "widgets/shell/page_view.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class PagePreview;
class QLabel;
class QProgressBar;
class QPushButton;
class ReportOptionsPane;

// What goes into the report on the left, its pages on the right; exports them as PDF or prints them.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose { Export, Print };

    // What the context refers to must outlive it.
    ReportDialog(const PageContext &context, Purpose purpose, QWidget *parent = nullptr);

    // Opens it over the window; for WindowParts.
    static void start(const PageContext &context, Purpose purpose, QWidget *window);

    // Replaces the file when the PDF is complete, and then closes.
    void exportTo(const QString &path);
    const PagePreview *preview() const { return m_preview; }

Q_SIGNALS:
    void exported(const QString &path);

protected:
    void reject() override; // while exporting: only stops that

private:
    void layOut(Purpose purpose);
    QWidget *buttonRow(Purpose purpose);
    void refresh();
    void showPages();
    void chooseFile();
    void print();
    void finish(const Result<void> &result);
    void setExporting(bool exporting);

    PageContext m_context;
    ReportOptionsPane *m_options;
    PagePreview *m_preview;
    QLabel *m_state;
    QProgressBar *m_progress;
    QPushButton *m_export, *m_print, *m_cancel;
    QTimer m_delay;
    QFutureWatcher<Result<LaidOutReport>> m_pages;
    ReportJob m_job;
    QString m_path;
};
