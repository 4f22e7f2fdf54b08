#include "models/funnel/funnel_store.h"
#include "models/funnel/import/deal_store.h"
#include "tests/support/made_import.h"
#include "tests/support/test_page.h"
#include "widgets/charts/picture_menu.h"
#include "widgets/charts/trend_chart.h"
#include "widgets/funnel/trends_page.h"
#include "widgets/shell/appearance.h"

#include <QAbstractButton>
#include <QChart>
#include <QChartView>
#include <QLineSeries>
#include <QTest>

using namespace Qt::StringLiterals;

class TrendsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void chartsAreMadeWhenShown();
    void chartsTakeTheColoursOfTheTheme();
    void velocityNeedsDeals();

private:
    Appearance m_appearance;
};

void TrendsPageTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_appearance.apply(ThemeMode::Light, 100);
}

void TrendsPageTest::chartsAreMadeWhenShown()
{
    TestPage bench(u"example"_s);
    TrendsPage page(bench.context());
    QVERIFY(!page.trends());
    static_cast<QWidget &>(page).show();
    QVERIFY(page.trends());
    QCOMPARE(page.trends()->picture().table.rows.size(), 8);
}

void TrendsPageTest::chartsTakeTheColoursOfTheTheme()
{
    TestPage bench(u"example"_s);
    TrendsPage page(bench.context());
    static_cast<QWidget &>(page).show();
    const auto colour = [&page] {
        const auto *view = page.trends()->findChild<QChartView *>();
        return qobject_cast<QLineSeries *>(view->chart()->series().constFirst())->color();
    };
    const QColor inLight = colour();
    m_appearance.apply(ThemeMode::Dark, 100);
    QTRY_VERIFY(colour() != inLight);
    m_appearance.apply(ThemeMode::Light, 100);
    QTRY_COMPARE(colour(), inLight);
}

void TrendsPageTest::velocityNeedsDeals()
{
    TestPage bench;
    const auto source = tableOf("Deal ID,Stage,Created,Closed,Amount\n"
                                "1,Won,2026-07-01,2026-08-10,1000\n"
                                "2,Opportunity,2026-07-02,,\n");
    const QList<Stage> stages = readStages(bench.document());
    const MadeImport made = madeImport(*source, {.stages = stages, .currency = u"EUR"_s});
    QVERIFY(importDeals(bench.document(), *source,
                        {.fileName = u"deals.csv"_s, .mapping = made.suggestion.mapping, .stages = stages})
                .ok());
    TrendsPage page(bench.context());
    static_cast<QWidget &>(page).show();
    for (auto *button : page.findChildren<QAbstractButton *>())
        if (button->text() == u"Velocity")
            button->click();
    const FigureTable table = page.trends()->picture().table;
    QCOMPARE(table.head.last(), u"EUR a day, of what came"_s);
    QCOMPARE(table.rows.last().last(), u"€50"_s); // 2 opportunities × 100 % × €1,000 ÷ 40 days
}

QTEST_MAIN(TrendsPageTest)
#include "tst_trends_page.moc"
