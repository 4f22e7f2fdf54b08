#include "models/funnel/funnel_edits.h"
#include "models/funnel/funnel_store.h"
#include "tests/support/test_page.h"
#include "widgets/charts/funnel_view.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/funnel/funnel_page.h"
#include "widgets/funnel/funnel_panel.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/theme.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

// The funnel and what is opened beside it, in the window of a page that scrolls.
class FunnelInSightTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance.apply(ThemeMode::Light, 100); }
    void pictureAndPanelAreInSightTogether_data();
    void pictureAndPanelAreInSightTogether();
    void legendStaysInSightWithAMessage();
    void manyStagesScrollWithThePanel();
    void panelLiesBeneathInANarrowWindow();

private:
    static void showIn(QScrollArea &window, QWidget *page, const QSize &ems);
    Appearance m_appearance;
};

void FunnelInSightTest::showIn(QScrollArea &window, QWidget *page, const QSize &ems)
{
    window.setFrameShape(QFrame::NoFrame);
    window.setWidgetResizable(true);
    window.setWidget(page);
    window.resize(em(&window, ems.width()), em(&window, ems.height()));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTest::qWait(0);
}

void FunnelInSightTest::pictureAndPanelAreInSightTogether_data()
{
    QTest::addColumn<QSize>("size"); // of the page's window, in heights of the font
    QTest::newRow("1280 x 720") << QSize(35, 22);
    QTest::newRow("1920 x 1080") << QSize(67, 38);
}

void FunnelInSightTest::pictureAndPanelAreInSightTogether()
{
    QFETCH(QSize, size);
    TestPage bench(u"example"_s);
    QScrollArea window;
    auto *page = new FunnelPage(bench.context());
    showIn(window, page, size);
    FunnelView *funnel = page->funnel();
    QVERIFY(isInSight(funnel, funnel->rect()));
    const auto *panel = page->findChild<FunnelPanel *>();
    for (const FunnelView::Element &element : funnel->elements()) {
        const QPoint at = element.kind == FunnelView::Element::Kind::Stage
            ? funnel->rectOf(element).center()
            : funnel->rectOf(element).center() - QPoint(0, em(&window, 0.5));
        QTest::mouseClick(funnel, Qt::LeftButton, {}, at);
        QTest::qWait(0);
        QVERIFY2(panel->isVisible() && isInSight(panel, panel->rect()), qPrintable(funnel->nameOf(element)));
        QCOMPARE(window.verticalScrollBar()->value(), 0);
        for (int band = 0; band < funnel->funnel().bands.size(); ++band) {
            const QString name = funnel->funnel().bands.at(band).name;
            QVERIFY2(isInSight(funnel, funnel->rectOf(band)), qPrintable(name));
            QVERIFY2(funnel->texts().contains(name), qPrintable(name));
        }
    }
}

// A message takes room above the page, and gives it back.
void FunnelInSightTest::legendStaysInSightWithAMessage()
{
    TestPage bench(u"example"_s);
    QScrollArea window;
    auto *page = new FunnelPage(bench.context());
    showIn(window, page, {35, 22});
    const FunnelView *funnel = page->funnel();
    QTRY_VERIFY(isInSight(funnel, funnel->rect()));
    QTest::qWait(0);
    const QSize before = window.size();
    window.resize(before - QSize(0, em(&window, 3.3)));
    QTRY_VERIFY(isInSight(funnel, funnel->rect()));
    QTest::qWait(20);
    QVERIFY(isInSight(funnel, funnel->rect()));
    window.resize(before);
    QTRY_COMPARE(window.verticalScrollBar()->value(), 0);
    QTRY_VERIFY(isInSight(funnel, funnel->rect()));
}

// More stages than fit: the page scrolls, and what is open goes along with the stage that was clicked.
void FunnelInSightTest::manyStagesScrollWithThePanel()
{
    TestPage bench(u"example"_s);
    for (int added = 0; added < 18; ++added)
        QVERIFY(addStageAfter(bench.document(), readFunnel(bench.document()).stages, 0).ok());
    QScrollArea window;
    auto *page = new FunnelPage(bench.context());
    showIn(window, page, {35, 22});
    FunnelView *funnel = page->funnel();
    const int last = static_cast<int>(funnel->funnel().bands.size()) - 1;
    scrollIntoView(funnel, funnel->rectOf(last));
    const int scrolled = window.verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    QTest::mouseClick(funnel, Qt::LeftButton, {}, funnel->rectOf(last).center());
    QTest::qWait(0);
    const auto *panel = page->findChild<FunnelPanel *>();
    QVERIFY(panel->isVisible() && isInSight(panel, panel->rect()));
    QVERIFY(isInSight(funnel, funnel->rectOf(last)));
    QVERIFY(qAbs(window.verticalScrollBar()->value() - scrolled) <= em(&window, 3));
    window.verticalScrollBar()->setValue(scrolled / 2);
    QVERIFY(isInSight(panel, panel->rect()));
}

void FunnelInSightTest::panelLiesBeneathInANarrowWindow()
{
    TestPage bench(u"example"_s);
    QScrollArea window;
    auto *page = new FunnelPage(bench.context());
    showIn(window, page, {30, 22});
    FunnelView *funnel = page->funnel();
    QTest::mouseClick(funnel, Qt::LeftButton, {}, funnel->rectOf(4).center());
    QTest::qWait(0);
    const auto *panel = page->findChild<FunnelPanel *>();
    QVERIFY(panel->isVisible() && isInSight(panel, panel->rect()));
    QVERIFY(panel->mapTo(page, QPoint()).y() > funnel->mapTo(page, QPoint(0, funnel->height())).y());
    QVERIFY(panel->height() >= em(&window, 19));
}

QTEST_MAIN(FunnelInSightTest)
#include "tst_funnel_in_sight.moc"
