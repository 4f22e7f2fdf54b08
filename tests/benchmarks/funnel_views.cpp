// Shows each page of the funnel of a workbook, and the funnel by each choice that it offers. Prints for each
// how long that took until it was painted, "VIEW wall cpu" in µs. Usage: funnel_views WORKBOOK

#include "tests/benchmarks/clocks.h"
#include "tests/support/app_window.h"
#include "widgets/shell/workbook_view.h"

#include <QApplication>
#include <QComboBox>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

template <class Work> void measure(const QString &view, const Work &work)
{
    constexpr int settleMs = 200;
    constexpr int nsPerUs = 1000;
    QTest::qWait(settleMs);
    const qint64 wall = clockNs();
    const qint64 cpu = processorNs();
    work();
    QCoreApplication::processEvents();
    QTextStream(stdout) << view << ' ' << (clockNs() - wall) / nsPerUs << ' '
                        << (processorNs() - cpu) / nsPerUs << '\n';
}

// Each switch, among them the one that unfolds more of them; then each box, back to its first choice before
// the next.
void measureChoices(QWidget *page)
{
    for (auto *button : page->findChildren<QAbstractButton *>())
        if (button->isVisible() && button->isCheckable() && !button->isChecked())
            measure(u"funnel-"_s + button->text().toLower().replace(u' ', u'-'),
                    [button] { button->click(); });
    for (auto *box : page->findChildren<QComboBox *>()) {
        if (!box->isVisible() || box->count() < 2)
            continue;
        measure(u"funnel-by-"_s + box->accessibleName().toLower().replace(u' ', u'-'), [box] {
            box->setCurrentIndex(1);
            Q_EMIT box->activated(1);
        });
        box->setCurrentIndex(0);
        Q_EMIT box->activated(0);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    AppWindow user(QSize(1280, 800));
    MainWindow &window = user.window();
    window.openFile(QApplication::arguments().value(1));
    if (!window.workbook())
        return 1;
    for (const Page &page : window.catalogue().tab(Tab::Funnel).pages)
        measure(page.key, [&] { window.workbook()->go(Tab::Funnel, page.key); });
    window.workbook()->go(Tab::Funnel, u"funnel"_s);
    measureChoices(window.workbook());
    return 0;
}
