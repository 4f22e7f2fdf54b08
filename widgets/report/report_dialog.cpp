#include "widgets/report/report_dialog.h"

#include "models/document/document.h"
#include "widgets/report/page_preview.h"
#include "widgets/report/report_builder.h"
#include "widgets/report/report_options_pane.h"
#include "widgets/report/report_painter.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/theme.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

ReportDialog::ReportDialog(const PageContext &context, Purpose purpose, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_options(new ReportOptionsPane(context, this))
    , m_preview(new PagePreview(this))
    , m_state(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_export(new QPushButton(tr("&Export PDF…"), this))
    , m_print(new QPushButton(tr("P&rint…"), this))
    , m_cancel(new QPushButton(tr("Close"), this))
{
    setWindowTitle(purpose == Purpose::Export ? tr("Export PDF") : tr("Print"));
    layOut(purpose);
    constexpr int delay = 150; // ms: several boxes are often ticked one after the other
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &ReportDialog::refresh);
    connect(m_options, &ReportOptionsPane::changed, m_print, [this] {
        m_print->setEnabled(false); // what is printed is what is shown
        m_delay.start();
    });
    connect(&m_pages, &QFutureWatcherBase::finished, this, &ReportDialog::showPages);
    connect(&m_job, &ReportJob::progress, m_progress, &QProgressBar::setValue);
    connect(&m_job, &ReportJob::finished, this, &ReportDialog::finish);
    connect(m_export, &QPushButton::clicked, this, &ReportDialog::chooseFile);
    connect(m_print, &QPushButton::clicked, this, &ReportDialog::print);
    connect(m_cancel, &QPushButton::clicked, this, &ReportDialog::reject);
    setExporting(false);
    refresh();
}

void ReportDialog::start(const PageContext &context, Purpose purpose, QWidget *window)
{
    auto *dialog = new ReportDialog(context, purpose, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ReportDialog::layOut(Purpose purpose)
{
    auto *columns = new QHBoxLayout;
    columns->addWidget(m_options);
    columns->addWidget(m_preview, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(columns, 1);
    column->addWidget(buttonRow(purpose));
    resizeWithinScreen(this, {em(this, 68), em(this, 44)});
}

QWidget *ReportDialog::buttonRow(Purpose purpose)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    m_export->setObjectName(u"export"_s);
    m_print->setObjectName(u"print"_s);
    m_cancel->setObjectName(u"cancel"_s);
    m_progress->setAccessibleName(tr("Progress of the export"));
    layout->addWidget(m_state);
    layout->addWidget(m_progress, 1);
    layout->addStretch();
    layout->addWidget(m_print);
    layout->addWidget(m_export);
    layout->addWidget(m_cancel);
    (purpose == Purpose::Export ? m_export : m_print)->setDefault(true);
    return row;
}

void ReportDialog::refresh()
{
    m_export->setEnabled(!m_options->isEmpty());
    m_print->setEnabled(false);
    if (m_options->isEmpty()) {
        m_state->setText(tr("Choose at least one section."));
        m_preview->setReport({});
        return;
    }
    if (const auto file = m_context.document.checkFile(); !file) {
        m_export->setEnabled(false);
        m_state->setText(file.error().message);
        return;
    }
    m_pages.setFuture(QtConcurrent::run(
        [path = m_context.document.path(), options = m_options->options()]() -> Result<LaidOutReport> {
            const auto report = readReport(path, options);
            return report ? *layOutReport(*report, options.paper) : Result<LaidOutReport>(report.error());
        }));
}

void ReportDialog::showPages()
{
    if (m_options->isEmpty()) // unticked while these were laid out
        return;
    auto pages = m_pages.result();
    if (!pages) {
        m_state->setText(pages.error().message);
        return;
    }
    m_print->setEnabled(!m_job.isRunning());
    m_state->setText(tr("%n page(s)", nullptr, static_cast<int>(pages->pages.size())));
    m_preview->setReport(std::move(*pages));
}

void ReportDialog::chooseFile()
{
    const QFileInfo workbook(m_context.document.path());
    const auto path = m_context.notifier.questions().saveFile(
        this,
        {.title = tr("Export PDF"),
         .suggestion = workbook.dir().filePath(workbook.completeBaseName() % u".pdf"_s),
         .filter = tr("PDF (*.pdf)"),
         .suffix = u"pdf"_s});
    if (path)
        exportTo(*path);
}

void ReportDialog::exportTo(const QString &path)
{
    if (const auto file = m_context.document.checkFile(); !file)
        return m_state->setText(file.error().message);
    m_path = path;
    setExporting(true);
    m_job.start(m_context.document.path(), m_options->options(), path);
}

void ReportDialog::setExporting(bool exporting)
{
    m_progress->setValue(0);
    m_progress->setVisible(exporting);
    m_state->setVisible(!exporting);
    m_options->setEnabled(!exporting);
    m_export->setEnabled(!exporting);
    m_print->setEnabled(!exporting && m_pages.isFinished());
    m_cancel->setText(exporting ? tr("Cancel") : tr("Close"));
}

void ReportDialog::finish(const Result<void> &result)
{
    setExporting(false);
    if (!result) {
        m_state->setText(result.error().message);
        return;
    }
    const QString path = m_path;
    m_context.notifier.show(
        {.severity = Severity::Done,
         .text = tr("“%1” was written.").arg(QFileInfo(path).fileName()),
         .actions = {{tr("Open"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }}},
         .key = u"report"_s});
    Q_EMIT exported(path);
    accept();
}

void ReportDialog::reject()
{
    if (m_job.isRunning())
        m_job.stop();
    else
        QDialog::reject();
}

void ReportDialog::print()
{
    const LaidOutReport pages = m_preview->report();
    QPrinter printer(QPrinter::HighResolution);
    printer.setFullPage(true);
    printer.setPageSize(QPageSize(pages.paper));
    printer.setDocName(pages.title);
    QPrintDialog dialog(&printer, this);
    const int count = static_cast<int>(pages.pages.size());
    dialog.setMinMax(1, count);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const int first = printer.fromPage() > 0 ? printer.fromPage() - 1 : 0;
    const int last = printer.toPage() > 0 ? std::min(printer.toPage(), count) - 1 : count - 1;
    if (ReportPainter::paintPages(printer, pages, first, last))
        accept();
    else
        m_state->setText(tr("Nothing could be printed. Look whether the printer is ready."));
}
