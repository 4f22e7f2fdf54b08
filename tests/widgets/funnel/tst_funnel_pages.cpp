#include "tests/support/workbook.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/charts/funnel_view.h"
#include "widgets/charts/trend_chart.h"
#include "widgets/funnel/choice_switch.h"
#include "widgets/funnel/funnel_page.h"
#include "widgets/funnel/numbers_view.h"
#include "widgets/funnel/trends_page.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/questions.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/unsaved_typing.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// A page with all it needs.
struct Bench
{
    explicit Bench(const QString &starter)
        : workbook(starter)
        , settings(workbook.filePath(u"settings.ini"_s))
        , notifier(nullptr)
    {
    }

    TestWorkbook workbook;
    Settings settings;
    Notifier notifier;
    UnsavedTyping typing;
    PageContext context{workbook.document(), workbook.catalogue(), notifier, settings, typing};
};

Deal deal(int number, int stage, Deal::State state, QDate created, QDate closed)
{
    Deal made;
    made.key = QString::number(number);
    made.stage = stage;
    made.state = state;
    made.created = created;
    made.closed = closed;
    made.value = Money{100'000, u"EUR"_s};
    return made;
}

Result<DealSummary> someDeals(const Document &, const QList<Stage> &stages, Grain grain)
{
    const QDate spring(2026, 5, 4);
    const QDate summer(2026, 8, 3);
    return summarize({deal(1, 5, Deal::State::Won, spring, summer),
                      deal(2, 4, Deal::State::Lost, spring, summer),
                      deal(3, 4, Deal::State::Open, summer, {})},
                     static_cast<int>(stages.size()), grain);
}

} // namespace

class FunnelPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void emptyFunnelOffersTwoWays();
    void showsTheNewestPeriodAgainstTheOneBefore();
    void countsOrValues();
    void followsTyping();
    void dealsAddKeyFigures();
    void chartsAreMadeWhenShown();
    void blockGoesThroughTheClipboard();
    void refusedCellSaysWhy();

private:
    static QComboBox *box(const QWidget &page, const QString &name);
    Appearance m_appearance;
};

void FunnelPagesTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_appearance.apply(ThemeMode::Light, 100);
}

QComboBox *FunnelPagesTest::box(const QWidget &page, const QString &name)
{
    for (QComboBox *box : page.findChildren<QComboBox *>())
        if (box->accessibleName() == name)
            return box;
    return nullptr;
}

void FunnelPagesTest::emptyFunnelOffersTwoWays()
{
    Bench bench(u"blank"_s);
    FunnelPage page(bench.context);
    QSignalSpy numbers(&page, &FunnelPage::numbersRequested);
    QSignalSpy import(&page, &FunnelPage::importRequested);
    static_cast<QWidget &>(page).show();
    QVERIFY(!page.funnel()->isVisible());
    int visible = 0;
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (!button->isVisible() || button->isCheckable())
            continue;
        ++visible;
        button->click();
    }
    QCOMPARE(visible, 3);
    QCOMPARE(numbers.size(), 1);
    QCOMPARE(import.size(), 2);
}

void FunnelPagesTest::showsTheNewestPeriodAgainstTheOneBefore()
{
    Bench bench(u"example"_s);
    FunnelPage page(bench.context);
    static_cast<QWidget &>(page).show();
    QCOMPARE(box(page, u"Period shown"_s)->currentText(), u"Q3 2026"_s);
    QCOMPARE(box(page, u"Period compared with"_s)->currentText(), u"against Q2 2026"_s);
    QCOMPARE(page.funnel()->funnel().bands.at(0).figure, u"48,200"_s);
    QCOMPARE(page.funnel()->funnel().against, u"Q2 2026"_s);
    QCOMPARE(page.findChild<FigureTableView *>()->rowCount(), 6);
}

void FunnelPagesTest::countsOrValues()
{
    Bench bench(u"example"_s);
    FunnelPage page(bench.context);
    static_cast<QWidget &>(page).show();
    for (QPushButton *button : page.findChildren<QPushButton *>())
        if (button->text() == u"Value"_s)
            button->click();
    QCOMPARE(page.funnel()->funnel().bands.last().figure, u"€400,000"_s);
}

void FunnelPagesTest::followsTyping()
{
    Bench bench(u"blank"_s);
    FunnelPage page(bench.context);
    static_cast<QWidget &>(page).show();
    NumbersModel model(bench.workbook.document());
    QVERIFY(model.setData(model.index(0, 3), u"1,000"_s));
    QVERIFY(page.funnel()->isVisible());
    QCOMPARE(page.funnel()->funnel().bands.first().figure, u"1,000"_s);
    QVERIFY(bench.workbook.document().undo().ok());
    QVERIFY(!page.funnel()->isVisible());
}

void FunnelPagesTest::dealsAddKeyFigures()
{
    Bench bench(u"blank"_s);
    FunnelPage page(bench.context, someDeals);
    static_cast<QWidget &>(page).show();
    QStringList names;
    for (const QWidget *widget : page.findChildren<QWidget *>())
        names.append(widget->accessibleName());
    QVERIFY(names.contains(u"Won deals: 1"_s));
    QVERIFY(names.contains(u"Won value: €1,000"_s));
    QVERIFY(names.contains(u"Win rate: won of won and lost: 50\u00a0%"_s));
    QCOMPARE(page.funnel()->funnel().bands.last().figure, u"1"_s);
    auto *rule = page.findChildren<ChoiceSwitch *>().at(2);
    QVERIFY(rule->isVisible());
    rule->findChildren<QPushButton *>().first()->click(); // when they began
    QVERIFY(page.funnel()->isVisible()); // by entry, the newest period has the open deal only
    QCOMPARE(page.funnel()->funnel().bands.last().figure, u"0"_s);
}

void FunnelPagesTest::chartsAreMadeWhenShown()
{
    Bench bench(u"example"_s);
    TrendsPage page(bench.context);
    QVERIFY(!page.trends());
    static_cast<QWidget &>(page).show();
    QVERIFY(page.trends());
    QCOMPARE(page.trends()->picture().table.rows.size(), 8);
}

void FunnelPagesTest::blockGoesThroughTheClipboard()
{
    Bench bench(u"blank"_s);
    NumbersView page(bench.context);
    static_cast<QWidget &>(page).show();
    QApplication::clipboard()->setText(u"1,000\t2,000\r\n30\t\r\n"_s);
    page.table()->setCurrentIndex(page.model().index(0, 0));
    QTest::keySequence(page.table(), QKeySequence::Paste);
    QCOMPARE(page.model().index(0, 1).data().toString(), u"2,000"_s);
    QCOMPARE(page.model().index(1, 0).data().toString(), u"30"_s);
    page.table()->selectionModel()->select(QItemSelection(page.model().index(0, 0), page.model().index(1, 1)),
                                           QItemSelectionModel::ClearAndSelect);
    QTest::keySequence(page.table(), QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), u"1,000\t2,000\n30\t\n"_s);
    QTest::keyClick(page.table(), Qt::Key_Delete);
    QVERIFY(page.model().isEmpty());
    QVERIFY(bench.workbook.document().undo().ok());
    QCOMPARE(page.model().index(1, 0).data().toString(), u"30"_s);
}

void FunnelPagesTest::refusedCellSaysWhy()
{
    Bench bench(u"blank"_s);
    NumbersView page(bench.context);
    static_cast<QWidget &>(page).show();
    QVERIFY(!page.findChild<InlineBar *>());
    QVERIFY(!page.model().setData(page.model().index(2, 1), u"a few"_s));
    const auto *bar = page.findChild<InlineBar *>();
    QVERIFY(bar);
    QVERIFY2(bar->text().contains(page.model().stageAt(2).name), qPrintable(bar->text()));
    QCOMPARE(page.table()->currentIndex(), page.model().index(2, 1));
}

QTEST_MAIN(FunnelPagesTest)
#include "tst_funnel_pages.moc"
