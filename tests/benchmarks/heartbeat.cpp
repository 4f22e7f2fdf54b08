// Lets a user work in the program's window and listens to its heartbeat: a timer that ought to beat every few
// milliseconds. Prints for each kind of work how long the window was deaf at most, "WORK wall cpu" in µs: by
// the clock on the wall, and by the processor time the window itself used, which other programs do not
// lengthen. Work of many steps or pages names the one where that was: "WORK:PAGE".
// Usage: heartbeat WORKBOOK DEALS.csv

#include "models/worksheet/sheet_model.h"
#include "tests/benchmarks/clocks.h"
#include "tests/support/app_window.h"
#include "widgets/funnel/import_dialog.h"
#include "widgets/report/report_dialog.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/workbook_view.h"

#include <QAction>
#include <QApplication>
#include <QProgressDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 250; // what is put off a little belongs to the work too

class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
        m_timer.start(2);
    }

    template <class Work> void during(const char *name, const Work &work)
    {
        QTest::qWait(settleMs);
        m_wall = clockNs();
        m_cpu = processorNs();
        m_longestWall = 0;
        m_longestCpu = 0;
        m_step.clear();
        m_longestStep.clear();
        work();
        beat(); // the last piece of the work itself
        QTest::qWait(settleMs);
        constexpr int nsPerUs = 1000;
        QTextStream(stdout) << name << m_longestStep << ' ' << m_longestWall / nsPerUs << ' '
                            << m_longestCpu / nsPerUs << '\n';
    }

    void atStep(const QString &name) { m_step = u':' + name; }

    // A user's next click comes once the window has answered to the last one: with the first beat the work
    // that it left to the event loop may still be waiting, with the second it is done.
    void waitForAnswer()
    {
        const int beats = m_beats + 2;
        while (m_beats < beats)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

private:
    void beat()
    {
        const qint64 wall = clockNs();
        const qint64 cpu = processorNs();
        m_longestWall = std::max(m_longestWall, wall - m_wall);
        if (cpu - m_cpu > m_longestCpu) {
            m_longestCpu = cpu - m_cpu;
            m_longestStep = m_step;
        }
        m_wall = wall;
        m_cpu = cpu;
        ++m_beats;
    }

    QTimer m_timer;
    qint64 m_wall = 0, m_cpu = 0, m_longestWall = 0, m_longestCpu = 0;
    int m_beats = 0;
    QString m_step, m_longestStep;
};

void open(MainWindow &window, Heartbeat &heart, const TabDescription &tab, const Page &page)
{
    heart.atStep(page.key);
    window.workbook()->go(tab.tab, page.key);
    heart.waitForAnswer();
}

template <class Visit> void forEachPage(MainWindow &window, Heartbeat &heart, const Visit &visit)
{
    for (const TabDescription &tab : window.catalogue().tabs())
        for (const Page &page : tab.pages) {
            open(window, heart, tab, page);
            visit(page);
        }
}

// One value of the page's first worksheet, as if it had been typed, while the page is open.
void edit(MainWindow &window, const Page &page)
{
    for (const Sheet &sheet : page.sheets) {
        SheetModel model(*window.document(), window.catalogue(), sheet);
        for (const Field &field : sheet.fields) {
            if (model.rowCount() == 0 || field.kind != FieldKind::LongText)
                continue;
            model.setValue(0, field.key, u"A sentence that somebody has just typed."_s);
            QTest::qWait(settleMs);
            return;
        }
    }
}

bool import(MainWindow &window, Heartbeat &heart, const QString &deals)
{
    heart.atStep(u"page"_s);
    window.workbook()->go(Tab::Funnel, u"funnel"_s);
    heart.waitForAnswer();
    heart.atStep(u"dialog"_s);
    for (auto *button : window.findChildren<QPushButton *>())
        if (button->isVisible() && button->text().startsWith(u"Import"))
            button->click();
    auto *dialog = window.findChild<ImportDialog *>();
    if (!dialog)
        return false;
    heart.waitForAnswer();
    heart.atStep(u"file"_s);
    dialog->setFile(deals);
    heart.waitForAnswer();
    auto *start = dialog->findChild<QPushButton *>(u"import"_s);
    constexpr int timeoutMs = 120'000;
    if (!QTest::qWaitFor([&] { return !dialog->isWorking() && start && start->isEnabled(); }, timeoutMs))
        return false;
    heart.atStep(u"import"_s);
    start->click();
    heart.waitForAnswer();
    heart.atStep(u"close"_s);
    dialog->close();
    return true;
}

bool exportPdf(MainWindow &window, const QString &path)
{
    window.actions().exportPdf->trigger();
    auto *dialog = window.findChild<ReportDialog *>();
    if (!dialog)
        return false;
    QTest::qWait(settleMs);
    const QSignalSpy exported(dialog, &ReportDialog::exported);
    dialog->exportTo(path);
    constexpr int timeoutMs = 60'000;
    return QTest::qWaitFor([&exported] { return !exported.isEmpty(); }, timeoutMs);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QString workbook = QApplication::arguments().value(1);
    const QString deals = QApplication::arguments().value(2);
    AppWindow user(QSize(1280, 800));
    MainWindow &window = user.window();
    Heartbeat heart;
    bool ok = true;
    heart.during("open", [&] { window.openFile(workbook); });
    if (!window.workbook())
        return 1;
    heart.during("pages-first", [&] { forEachPage(window, heart, [](const Page &) {}); });
    heart.during("pages-again", [&] { forEachPage(window, heart, [](const Page &) {}); });
    heart.during("edits", [&] { forEachPage(window, heart, [&](const Page &page) { edit(window, page); }); });
    heart.during("undo", [&] {
        for (int i = 0; i < 10; ++i) {
            window.actions().undo->trigger();
            QTest::qWait(settleMs);
        }
    });
    heart.during("pdf", [&] { ok = exportPdf(window, user.path(u"report.pdf"_s)) && ok; });
    heart.during("import", [&] { ok = import(window, heart, deals) && ok; });
    heart.during("funnel-pages", [&] {
        const TabDescription &tab = window.catalogue().tab(Tab::Funnel);
        for (const Page &page : tab.pages)
            open(window, heart, tab, page);
    });
    return ok ? 0 : 1;
}
