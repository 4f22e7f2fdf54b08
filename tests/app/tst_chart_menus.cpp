#include "tests/support/app_window.h"
#include "widgets/charts/chart_panel.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/charts/funnel_view.h"
#include "widgets/shell/workbook_view.h"

#include <QApplication>
#include <QChartView>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QImage>
#include <QMenu>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

// A chart as the user sees it, whatever paints it.
struct Shown
{
    QWidget *place = nullptr; // that is clicked and has the focus
    Picture picture;
};

// Whatever draws a chart belongs to one of the two; another way to draw one must come with a menu of its own.
QList<Shown> chartsOn(const QWidget &page, QStringList &faults)
{
    QList<Shown> charts;
    for (QChartView *view : page.findChildren<QChartView *>()) {
        auto *panel = qobject_cast<ChartPanel *>(view->parentWidget());
        if (!panel)
            faults.append(u"a chart stands outside a ChartPanel: "_s + view->accessibleName());
        else if (view->isVisible())
            charts.append({view, panel->picture()});
    }
    for (FunnelView *view : page.findChildren<FunnelView *>())
        if (view->isVisible())
            charts.append({view, view->picture()});
    return charts;
}

// What happens at most while a menu is open; closes it.
template <typename Open> bool withMenu(Open open, const std::function<void(QMenu &)> &use)
{
    bool opened = false;
    QTimer wait;
    QObject::connect(&wait, &QTimer::timeout, &wait, [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        wait.stop();
        opened = true;
        use(*menu);
        menu->close();
    });
    wait.start(0);
    open();
    return opened;
}

// The platform without a screen does not translate the key; what it becomes goes to the window.
void pressMenuKey(AppWindow &app)
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(app.window().windowHandle(), &event);
}

void trigger(const QMenu &menu, const QString &text, QStringList &faults)
{
    for (QAction *action : menu.actions())
        if (action->text() == text)
            return action->trigger();
    faults.append(u"no “%1”"_s.arg(text));
}

QString expectedText(const FigureTable &table)
{
    QString text = table.head.join(u'\t') + u'\n';
    for (const QStringList &row : table.rows)
        text += row.join(u'\t') + u'\n';
    // As a spreadsheet reads figures: with the keyboard's minus and without arrows.
    static const QRegularExpression arrows(u"[▲▼] "_s);
    return text.replace(u'−', u'-').remove(arrows);
}

bool isBlank(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != image.pixel(0, 0))
                return false;
    return true;
}

} // namespace

// Every chart on every page can be taken along: by right click and by the menu key, as picture and as
// figures, into the clipboard and into files.
class ChartMenusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyChartCanBeTakenAlong();

private:
    static QStringList faultsOf(AppWindow &app, const Shown &chart);
    static QStringList faultsOfCopies(const QMenu &menu, const FigureTable &table);
    static QStringList faultsOfFiles(AppWindow &app, const QMenu &menu);
};

void ChartMenusTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

QStringList ChartMenusTest::faultsOfCopies(const QMenu &menu, const FigureTable &table)
{
    QStringList faults;
    QApplication::clipboard()->clear();
    trigger(menu, u"Copy picture"_s, faults);
    const QImage image = QApplication::clipboard()->image();
    if (image.isNull() || isBlank(image))
        faults.append(u"no picture was copied"_s);
    trigger(menu, u"Copy data"_s, faults);
    const QString text = QApplication::clipboard()->text();
    if (text != expectedText(table))
        faults.append(u"copied data are not the table: "_s + text);
    return faults;
}

QStringList ChartMenusTest::faultsOfFiles(AppWindow &app, const QMenu &menu)
{
    QStringList faults;
    const QString png = app.path(u"chart.png"_s), svg = app.path(u"chart.svg"_s);
    for (const QString &path : {png, svg}) {
        QFile::remove(path);
        app.questions().files = {path};
        trigger(menu, u"Save picture…"_s, faults);
    }
    const QImage image(png, "PNG");
    if (image.isNull() || isBlank(image))
        faults.append(u"no PNG was written"_s);
    QSvgRenderer renderer(svg);
    QImage drawn(renderer.defaultSize(), QImage::Format_ARGB32_Premultiplied);
    drawn.fill(Qt::white);
    QPainter painter(&drawn);
    renderer.render(&painter);
    painter.end();
    if (!renderer.isValid() || drawn.isNull() || isBlank(drawn))
        faults.append(u"no SVG was written"_s);
    return faults;
}

QStringList ChartMenusTest::faultsOf(AppWindow &app, const Shown &chart)
{
    QStringList faults;
    auto *panel = qobject_cast<ChartPanel *>(chart.place->parentWidget());
    const bool clicked = withMenu([&] { app.rightClick(chart.place); },
                                  [&](QMenu &menu) {
                                      faults += faultsOfCopies(menu, chart.picture.table);
                                      faults += faultsOfFiles(app, menu);
                                  });
    if (!clicked)
        faults.append(u"no menu by right click"_s);
    app.focus(chart.place);
    const bool pressed = withMenu([&] { pressMenuKey(app); },
                                  [&](QMenu &menu) { faults += faultsOfCopies(menu, chart.picture.table); });
    if (!pressed)
        faults.append(u"no menu by the menu key"_s);
    if (!panel)
        return faults;
    panel->showTable(true);
    auto *table = panel->findChild<FigureTableView *>();
    if (panel->picture().table.rows.size() != table->rowCount())
        faults.append(u"the table behind it is another one"_s);
    const bool onTable = withMenu([&] { app.rightClick(table->viewport()); },
                                  [&](QMenu &menu) { faults += faultsOfCopies(menu, chart.picture.table); });
    if (!onTable)
        faults.append(u"no menu on the table behind it"_s);
    panel->showTable(false);
    return faults;
}

void ChartMenusTest::everyChartCanBeTakenAlong()
{
    AppWindow app({1280, 900});
    app.window().newFile(u"example"_s, app.path(u"a.smarketing"_s));
    QStringList faults;
    QSet<QString> seen;
    for (const TabDescription &tab : app.window().catalogue().tabs()) {
        for (const Page &page : tab.pages) {
            app.window().workbook()->go(tab.tab, page.key);
            for (qsizetype i = 0; i < page.sheets.size() + 3; ++i) // they are made one after the other
                QTest::qWait(0);
            for (const Shown &chart : chartsOn(*app.window().workbook()->pageView(), faults)) {
                seen.insert(chart.picture.title);
                for (const QString &fault : faultsOf(app, chart))
                    faults.append(page.key + u" “"_s + chart.picture.title + u"”: "_s + fault);
            }
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    QVERIFY(seen.size() >= 6);
}

QTEST_MAIN(ChartMenusTest)
#include "tst_chart_menus.moc"
