#include "models/funnel/funnel_store.h"
#include "tests/support/workbook.h"
#include "widgets/charts/picture_menu.h"
#include "widgets/charts/trend_chart.h"
#include "widgets/charts/won_value_chart.h"
#include "widgets/shell/appearance.h"

#include <QCategoryAxis>
#include <QChart>
#include <QTest>

using namespace Qt::StringLiterals;

// What the lines of the trends are of, on screen and in a report.
class TestTrendLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_appearance.apply(ThemeMode::Light, 100);
        TestWorkbook workbook(u"example"_s);
        m_funnels = readFunnel(workbook.document()).funnels({}, Grain::Quarter, CountedBy::Event);
        QCOMPARE(m_funnels.size(), 8);
    }

    // Where nobody counted visitors, leads would be 100 %, and the lines plunge where they are counted again.
    void overallRatesAreOfOneStage()
    {
        QList<FunnelFigures> funnels = m_funnels;
        for (int i = 0; i < 3; ++i)
            funnels[i].figures[0].amount.reset();
        const TrendFigures figures{.funnels = funnels};
        TrendLines trend = trendLines(figures, TrendShows::OverallRates, QLocale());
        QCOMPARE(trend.top, u"Visitors"_s);
        QVERIFY(trendUnit(trend, TrendShows::OverallRates, false).contains(u"Visitors"));
        for (const TrendLine &line : std::as_const(trend.lines)) {
            QVERIFY(!line.points.at(2).has_value());
            QVERIFY(line.points.at(3).value_or(100) < 10);
        }
        for (FunnelFigures &funnel : funnels)
            funnel.figures[0].amount.reset();
        trend = trendLines({.funnels = funnels}, TrendShows::OverallRates, QLocale());
        QCOMPARE(trend.top, u"Leads"_s);
        QCOMPARE(trend.lines.first().stage, u"MQL"_s);
        QVERIFY(trend.lines.first().points.first().has_value());
    }

    void runningPeriodSaysSo()
    {
        const Period now = Period::containing(QDate::currentDate(), Grain::Year);
        QList<FunnelFigures> funnels = m_funnels.first(3);
        for (int i = 0; i < 3; ++i)
            funnels[i].period = now.plus(i - 2);
        TrendChart chart;
        chart.resize(1000, 500);
        chart.setFigures({.funnels = funnels}, TrendChart::Shows::StepRates);
        if (!now.isRunning(QDate::currentDate()))
            QSKIP("On the last day of a year it is over.");
        QVERIFY(chart.picture().table.rows.last().first().endsWith(u"(running)"));
        QVERIFY(!chart.picture().table.rows.first().first().endsWith(u"(running)"));
        const auto axes = chart.chart()->axes(Qt::Horizontal);
        QVERIFY(qobject_cast<QCategoryAxis *>(axes.first())
                    ->categoriesLabels()
                    .constLast()
                    .endsWith(u"(running)"));
        QCOMPARE(chart.chart()->series().size(), 10); // two for each line
        WonValueChart won;
        won.setFunnels(funnels);
        QVERIFY(won.picture().table.rows.last().first().endsWith(u"(running)"));
    }

private:
    Appearance m_appearance;
    QList<FunnelFigures> m_funnels;
};

QTEST_MAIN(TestTrendLines)
#include "tst_trend_lines.moc"
