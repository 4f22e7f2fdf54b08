#include "models/funnel/funnel_store.h"
#include "tests/support/workbook.h"
#include "widgets/charts/amount_axis.h"
#include "widgets/charts/amount_bars_chart.h"
#include "widgets/charts/chart_legend.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/charts/pace_chart.h"
#include "widgets/charts/period_axis.h"
#include "widgets/charts/picture_menu.h"
#include "widgets/charts/simulation_chart.h"
#include "widgets/charts/trend_chart.h"
#include "widgets/charts/waterfall_chart.h"
#include "widgets/charts/won_value_chart.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/theme.h"

#include <QAccessible>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QGraphicsScene>
#include <QGraphicsTextItem>
#include <QLabel>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QPainter>
#include <QPushButton>
#include <QScatterSeries>
#include <QScrollArea>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

class ChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void linePerStep();
    void gapWhereNothingIsKnown();
    void burnUpGoesOnAfterAGap();
    void amountsAreInWholeSteps();
    void notesAreMarked();
    void screenReadersFindAChart();
    void smallRatesAreLabelled();
    void drawingHasTheLettersOfThePicture();
    void targetsStandBesideTheLines();
    void velocityPerPeriod();
    void tableBehindTheChart();
    void wonValuePerPeriod();
    void nothingToShow();
    void followsTheTheme();
    void labelsKeepApart();
    void anyAmountFindsItsSteps_data();
    void anyAmountFindsItsSteps();
    void legendNamesAllLines();
    void picturesAreInLightColours();
    void allOfAChartIsInSight();
    void simulationIsReadByRoundAmounts();
    void timeRunsAsPeopleRead_data();
    void timeRunsAsPeopleRead();

private:
    Appearance m_appearance;
    FunnelInputs m_inputs;
    QList<FunnelFigures> m_funnels;
};

void ChartsTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_appearance.apply(ThemeMode::Light, 100);
    TestWorkbook workbook(u"example"_s);
    m_inputs = readFunnel(workbook.document());
    m_funnels = m_inputs.funnels({}, Grain::Quarter, CountedBy::Event);
    QCOMPARE(m_funnels.size(), 8);
}

void ChartsTest::linePerStep()
{
    TrendChart chart;
    chart.setFigures({.funnels = m_funnels}, TrendChart::Shows::StepRates);
    const auto series = chart.chart()->series();
    QCOMPARE(series.size(), 5);
    const auto *leads = qobject_cast<QLineSeries *>(series.first());
    QVERIFY(leads);
    QCOMPARE(leads->count(), 8);
    QCOMPARE(leads->at(7).y(), 100.0 * 2410 / 48200);
    chart.setFigures({.funnels = m_funnels}, TrendChart::Shows::Counts);
    QCOMPARE(chart.chart()->series().size(), 6);
}

void ChartsTest::gapWhereNothingIsKnown()
{
    QList<FunnelFigures> funnels = m_funnels;
    funnels[3].figures[5].amount.reset();
    TrendChart chart;
    chart.setFigures({.funnels = funnels}, TrendChart::Shows::Counts);
    int points = 0;
    int runs = 0;
    for (const QAbstractSeries *series : chart.chart()->series()) {
        const auto *line = qobject_cast<const QLineSeries *>(series);
        if (line->name() == funnels.first().stages.last().name) {
            ++runs;
            points += line->count();
        }
    }
    QCOMPARE(runs, 2);
    QCOMPARE(points, 7);
}

void ChartsTest::burnUpGoesOnAfterAGap()
{
    QList<FunnelFigures> funnels = m_funnels;
    funnels[5].figures.last().amount.reset(); // Q1 2026
    const Stage &won = funnels.first().stages.last();
    PaceChart chart;
    chart.setPace(
        paceOf(funnels, m_inputs.targets, won.id, Measure::Amount, Grain::Quarter, QDate(2026, 11, 23)),
        won.name);
    const QLineSeries *after = nullptr;
    for (const QAbstractSeries *series : chart.chart()->series())
        if (series->name() == u"Reached at least"_s)
            after = qobject_cast<const QLineSeries *>(series);
    QVERIFY(after);
    QCOMPARE(after->points(), (QList<QPointF>{{1, 30}, {2, 64}}));
    const auto labels = chart.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(u"Not known: Q1 2026."_s);
    }));
}

void ChartsTest::amountsAreInWholeSteps()
{
    const AmountAxis none(0, 0);
    QCOMPARE(none.tickCount(), 2); // 0 and 1, rather than 0 0 0 1 1 1
    QCOMPARE(none.max(), 1);
    const AmountAxis few(0, 3);
    QCOMPARE(few.tickCount(), 4);
    const AmountAxis both(-250, 480);
    QCOMPARE(both.min(), -400);
    QCOMPARE(both.max(), 600);
    AmountAxis huge(0, 412e9);
    const QFontMetricsF metrics{QFont()};
    const double label = huge.fit(1e6, metrics, AmountAxis::Look::Anew);
    QCOMPARE(huge.tickCount(), 6);
    (void)huge.fit(label * 2.5, metrics, AmountAxis::Look::Onwards);
    QVERIFY(huge.tickCount() < 4);
    QVERIFY(huge.max() >= 412e9);
    const int fewer = huge.tickCount();
    (void)huge.fit(1e6, metrics, AmountAxis::Look::Onwards);
    QCOMPARE(huge.tickCount(), fewer); // fewer steps made this room
    (void)huge.fit(1e6, metrics, AmountAxis::Look::Anew);
    QCOMPARE(huge.tickCount(), 6);
}

void ChartsTest::notesAreMarked()
{
    TrendChart chart;
    const QDate middle(2026, 8, 15);
    chart.setFigures(
        {.funnels = m_funnels,
         .notes = {{.on = middle, .text = u"New form"_s}, {.on = QDate(1999, 1, 1), .text = u"Too early"_s}}},
        TrendChart::Shows::StepRates);
    const auto *notes = qobject_cast<QScatterSeries *>(chart.chart()->series().last());
    QVERIFY(notes);
    QCOMPARE(notes->count(), 1);
    QVERIFY(notes->at(0).x() > 6.5 && notes->at(0).x() < 7.5);
}

void ChartsTest::screenReadersFindAChart()
{
    TrendChart chart;
    chart.setFigures({.funnels = m_funnels}, TrendChart::Shows::Counts);
    QAccessibleInterface *view = QAccessible::queryAccessibleInterface(chart.findChild<QChartView *>());
    QVERIFY(view);
    QCOMPARE(view->role(), QAccessible::Chart);
    QCOMPARE(view->text(QAccessible::Name), u"Trends"_s);
}

void ChartsTest::smallRatesAreLabelled()
{
    TrendChart chart;
    chart.resize(800, 500);
    chart.setFigures({.funnels = m_funnels}, TrendChart::Shows::OverallRates);
    chart.show();
    QTest::qWait(1);
    QStringList labels;
    for (QGraphicsItem *item : chart.chart()->scene()->items())
        if (const auto *text = qgraphicsitem_cast<QGraphicsTextItem *>(item))
            labels.append(text->toPlainText());
    for (const QString &label : {u"10"_s, u"1"_s, u"0.1"_s})
        QVERIFY2(labels.contains(label), qPrintable(labels.join(u'|')));
    QVERIFY2(!labels.contains(u"0"_s), qPrintable(labels.join(u'|')));
}

void ChartsTest::drawingHasTheLettersOfThePicture()
{
    const Picture picture{.title = u"The quick brown fox jumps over the lazy dog"_s,
                          .details = {},
                          .size = QSize(600, 10),
                          .paint = [](QPainter &, const QRectF &) {},
                          .table = {}};
    const QTemporaryDir folder;
    const QString png = folder.filePath(u"a.png"_s), svg = folder.filePath(u"a.svg"_s);
    QVERIFY(savePicture(picture, png).ok() && savePicture(picture, svg).ok());
    const QImage painted = QImage(png).convertToFormat(QImage::Format_RGB32);
    QImage drawn(painted.size(), QImage::Format_RGB32);
    QPainter painter(&drawn);
    QSvgRenderer(svg).render(&painter);
    painter.end();
    const auto lastInk = [](const QImage &image) {
        for (int x = image.width() - 1; x > 0; --x)
            for (int y = 0; y < image.height(); ++y)
                if (qGray(image.pixel(x, y)) < 128)
                    return x;
        return 0;
    };
    QVERIFY(lastInk(painted) > 100);
    QVERIFY2(std::abs(lastInk(drawn) - lastInk(painted)) < lastInk(painted) / 20,
             qPrintable(u"%1 %2"_s.arg(lastInk(drawn)).arg(lastInk(painted))));
}

void ChartsTest::targetsStandBesideTheLines()
{
    QList<FunnelFigures> targets;
    for (const FunnelFigures &funnel : m_funnels)
        targets.append({funnel.period, funnel.stages, QList<StageFigure>(funnel.stages.size())});
    targets[7].figures[1].amount = 3000; // leads of the newest quarter
    targets[7].figures[5].worth = Money{500'000'00, u"EUR"_s};
    TrendChart trends;
    trends.setFigures({.funnels = m_funnels, .targets = targets}, TrendChart::Shows::Counts);
    const auto *circles = qobject_cast<QScatterSeries *>(trends.chart()->series().last());
    QVERIFY(circles);
    QCOMPARE(circles->points(), (QList<QPointF>{{7, 3000}}));
    const FigureTable table = trends.picture().table;
    QCOMPARE(table.head.last(), u"Leads, target"_s);
    QCOMPARE(table.rows.last().last(), u"3,000"_s);
    QCOMPARE(table.rows.first().last(), QString(QChar(0x2013)));

    WonValueChart won;
    won.setFunnels(m_funnels, targets);
    QCOMPARE(won.chart()->series().size(), 2);
    QCOMPARE(won.picture().table.rows.last(), (QStringList{u"Q3 2026"_s, u"€400,000"_s, u"€500,000"_s}));
    won.setFunnels(m_funnels);
    QCOMPARE(won.picture().table.head.size(), 2);
}

void ChartsTest::velocityPerPeriod()
{
    QList<Derived> velocities(m_funnels.size(), Derived::because(u"not known"_s));
    velocities[7] = {Rational::of(12'345, 10)};
    TrendChart chart;
    chart.setFigures({.funnels = m_funnels, .velocities = {{u"EUR"_s, u"Opportunities"_s, velocities}}},
                     TrendChart::Shows::Velocity);
    QCOMPARE(chart.picture().table.rows.last().last(), u"€1,235"_s);
    QCOMPARE(chart.picture().table.rows.first().last(), QString(QChar(0x2013)));
    chart.setFigures({.funnels = m_funnels}, TrendChart::Shows::Velocity);
    QVERIFY(chart.picture().table.rows.isEmpty());
}

void ChartsTest::tableBehindTheChart()
{
    TrendChart chart;
    chart.setFigures({.funnels = m_funnels, .notes = m_inputs.notes}, TrendChart::Shows::Counts);
    QVERIFY(!chart.isTableShown());
    QTest::mouseClick(chart.findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(chart.isTableShown());
    const auto *table = chart.findChild<FigureTableView *>();
    QCOMPARE(table->rowCount(), 8);
    QCOMPARE(table->item(7, 0)->text(), u"Q3 2026"_s);
    QCOMPARE(table->item(7, 1)->text(), u"48,200"_s);
    QCOMPARE(chart.picture().table.toText().count(u'\n'), 9);
}

void ChartsTest::wonValuePerPeriod()
{
    WonValueChart chart;
    chart.setFunnels(m_funnels);
    const auto rows = chart.picture().table.rows;
    QCOMPARE(rows.size(), 8);
    QCOMPARE(rows.last().last(), u"€400,000"_s);
    for (const QAbstractAxis *axis : chart.chart()->axes(Qt::Vertical)) {
        const auto *value = qobject_cast<const QValueAxis *>(axis);
        QCOMPARE(value->min(), 0.0);
        QVERIFY(value->max() >= 400'000);
    }
}

void ChartsTest::nothingToShow()
{
    TrendChart trends;
    trends.setFigures({}, TrendChart::Shows::Counts);
    QVERIFY(!trends.isTableShown());
    QVERIFY(trends.picture().table.rows.isEmpty());
    trends.setFigures({.funnels = m_funnels}, TrendChart::Shows::Counts);
    QCOMPARE(trends.picture().table.rows.size(), 8);
    WonValueChart won;
    won.setFunnels({});
    QVERIFY(won.picture().table.rows.isEmpty());
}

void ChartsTest::followsTheTheme()
{
    TrendChart chart;
    chart.setFigures({.funnels = m_funnels}, TrendChart::Shows::StepRates);
    const QAbstractAxis *axis = chart.chart()->axes().first();
    QCOMPARE(axis->labelsColor(), Theme::light().color(Theme::Role::Muted));
    chart.setPalette(Theme::dark().palette());
    QCOMPARE(axis->labelsColor(), Theme::dark().color(Theme::Role::Muted));
}

void ChartsTest::labelsKeepApart()
{
    const QFontMetricsF metrics(QApplication::font());
    const Period first = Period::fromKey(u"2024-01"_s);
    const QList<Period> months = periodsBetween(first, first.plus(35));
    PeriodAxis axis(months, QLocale());
    for (const double width : {200.0, 500.0, 900.0, 5000.0}) {
        axis.fit(width, metrics);
        double needed = 0;
        for (const QString &label : axis.categoriesLabels())
            needed += metrics.horizontalAdvance(label);
        QVERIFY(needed < width);
        QCOMPARE(axis.categoriesLabels().last(), months.last().shortLabel(QLocale()));
    }
    QCOMPARE(axis.categoriesLabels().size(), 36);
    QVERIFY(axis.positionOf(QDate(2024, 2, 1)) < axis.positionOf(QDate(2024, 2, 29)));
}

// Title, legend and chart can be seen together, however many bars there are; in a large window they have more
// room.
void ChartsTest::allOfAChartIsInSight()
{
    AmountBars bars{.currency = u"EUR"_s,
                    .names = {},
                    .kinds
                    = {{.label = u"Sourced"_s, .amounts = {}}, {.label = u"Influenced"_s, .amounts = {}}}};
    for (int i = 0; i < 8; ++i) {
        bars.names.append(u"Q%1"_s.arg(i));
        for (AmountBars::Kind &kind : bars.kinds)
            kind.amounts.append(Money{100'000 * (i + 1), u"EUR"_s});
    }
    auto *chart = new AmountBarsChart(u"Earned"_s);
    chart->setBars(bars, {}, u"EUR"_s, u"CRM"_s);
    QScrollArea page;
    page.setWidgetResizable(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->addSpacing(300);
    column->addWidget(chart);
    column->addStretch();
    page.setWidget(content);
    page.resize(em(&page, 40), em(&page, 22)); // 1280 x 720
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QTRY_VERIFY2(chart->height() <= page.viewport()->height(), qPrintable(QString::number(chart->height())));
    QVERIFY(chart->height() > em(&page, 16));
    page.resize(em(&page, 40), em(&page, 60));
    QTRY_VERIFY(chart->height() > em(&page, 30));
    QVERIFY(chart->height() <= page.viewport()->height());
}

void ChartsTest::simulationIsReadByRoundAmounts()
{
    Simulation simulation;
    simulation.goal = {20'000'000, u"EUR"_s};
    for (qint64 run = 0; run < 1000; ++run)
        simulation.sorted.append(12'345'678 + run * 17'777);
    simulation.runs = static_cast<int>(simulation.sorted.size());
    SimulationChart chart;
    chart.setSimulation(simulation);
    auto *axis = qobject_cast<QCategoryAxis *>(chart.chart()->axes(Qt::Horizontal).first());
    QCOMPARE(axis->categoriesLabels(), (QStringList{u"150,000"_s, u"200,000"_s, u"250,000"_s, u"300,000"_s}));
}

void ChartsTest::timeRunsAsPeopleRead_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("from the left") << Qt::LeftToRight;
    QTest::newRow("from the right") << Qt::RightToLeft;
}

void ChartsTest::timeRunsAsPeopleRead()
{
    QFETCH(Qt::LayoutDirection, direction);
    QGuiApplication::setLayoutDirection(direction);
    const auto restored = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    WonValueChart won;
    won.setFunnels(m_funnels, {});
    TrendChart trend;
    trend.setFigures({.funnels = m_funnels}, TrendChart::Shows::Counts);
    PaceChart pace;
    pace.setPace(paceOf(m_funnels, m_inputs.targets, m_inputs.stages.last().id, Measure::Amount,
                        Grain::Quarter, QDate(2026, 11, 23)),
                 u"Won"_s);
    for (ChartPanel *panel : std::initializer_list<ChartPanel *>{&won, &trend, &pace}) {
        panel->resize(800, 500);
        panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel));
        QChart *chart = panel->chart();
        QAbstractSeries *series = chart->series().first();
        const double first = chart->mapToPosition({0, 1}, series).x();
        const double last = chart->mapToPosition({3, 1}, series).x();
        QCOMPARE(first < last, direction == Qt::LeftToRight);
        // What is read first stands beside the values.
        QCOMPARE(chart->axes(Qt::Vertical).first()->alignment(),
                 direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight);
    }
}

void ChartsTest::legendNamesAllLines()
{
    QList<FunnelFigures> funnels = m_funnels;
    for (FunnelFigures &funnel : funnels)
        for (Stage &stage : funnel.stages)
            stage.name += u", with a long name"_s;
    TrendChart chart;
    chart.setFigures({.funnels = funnels}, TrendChart::Shows::Counts);
    const auto *legend = chart.findChild<ChartLegend *>();
    QVERIFY(!legend->isEmpty() && !legend->isHidden());
    QVERIFY(!chart.chart()->legend()->isVisible());
    for (const Stage &stage : funnels.first().stages)
        QVERIFY(legend->accessibleDescription().contains(stage.name));
    QVERIFY(legend->heightForWidth(400) > 2 * legend->heightForWidth(4000)); // wraps
    const Picture picture = chart.picture();
    QVERIFY(picture.details.contains(u"Source: typed numbers"_s));
    chart.showTable(true);
    QVERIFY(legend->isHidden());

    QList<QList<qreal>> dashes;
    for (int i = 0; i < 6; ++i)
        dashes.append(qobject_cast<QLineSeries *>(chart.chart()->series().at(i))->pen().dashPattern());
    for (int i = 0; i < 6; ++i)
        for (int j = 0; j < i; ++j)
            QVERIFY(funnels.first().stages.at(i).owner != funnels.first().stages.at(j).owner
                    || dashes.at(i) != dashes.at(j));
}

// On whatever ground the chart stands: documents are white.
void ChartsTest::picturesAreInLightColours()
{
    TrendChart trends;
    trends.setFigures({.funnels = m_funnels, .notes = m_inputs.notes}, TrendChart::Shows::Counts);
    WonValueChart won;
    won.setFunnels(m_funnels, m_funnels);
    WaterfallChart changed;
    changed.setChange(whatChanged(m_funnels.at(6), m_funnels.at(7)));
    PaceChart pace;
    pace.setPace(paceOf(m_funnels, m_inputs.targets, m_inputs.stages.last().id, Measure::Amount,
                        Grain::Quarter, QDate(2026, 11, 23)),
                 u"Won"_s);
    SimulationChart simulation;
    Simulation runs;
    runs.goal = {200, u"EUR"_s};
    runs.sorted = {100, 150, 300};
    runs.runs = 3;
    simulation.setSimulation(runs);
    AmountBarsChart bars(u"Bars"_s);
    bars.setBars({.currency = u"EUR"_s,
                  .names = {u"A"_s, u"B"_s},
                  .kinds = {{u"Won"_s, {Money{100, u"EUR"_s}, Money{200, u"EUR"_s}}}}},
                 {.head = {u"A"_s}, .rows = {{u"1"_s}}}, {}, {});
    for (ChartPanel *panel :
         std::initializer_list<ChartPanel *>{&trends, &won, &changed, &pace, &simulation, &bars}) {
        panel->resize(900, 500);
        panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel));
        const auto picture = [panel] {
            QCoreApplication::processEvents();
            return imageOf(panel->picture());
        };
        m_appearance.apply(ThemeMode::Light, 100);
        const QImage light = picture();
        m_appearance.apply(ThemeMode::Dark, 100);
        const QImage dark = picture();
        m_appearance.apply(ThemeMode::Light, 100);
        QVERIFY2(dark == light, panel->metaObject()->className());
        QCOMPARE(dark.pixelColor(0, 0), QColor(Qt::white));
    }
}

void ChartsTest::anyAmountFindsItsSteps_data()
{
    QTest::addColumn<double>("highest");
    QTest::addColumn<double>("lowest");
    for (const double highest : {776e3, 776'295'183.0, 7.76e9, 9'999.0, 96e3, 217e3})
        for (const double lowest : {0.0, -0.05, -0.2, -0.9})
            QTest::addRow("%.0f %.2f", highest, lowest) << highest << highest * lowest;
}

// Just below a power of ten fewer steps have longer labels, and these leave the plot less room.
void ChartsTest::anyAmountFindsItsSteps()
{
    QFETCH(double, highest);
    QFETCH(double, lowest);
    AmountBarsChart bars(u"Bars"_s);
    for (const int size : {9, 13, 18, 26}) {
        QFont font = bars.font();
        font.setPixelSize(size);
        bars.setFont(font);
        bars.setBars(
            {.currency = u"JPY"_s,
             .names = {u"Opportunity"_s, u"SQL"_s},
             .kinds = {{u"Open"_s, {Money{qRound64(highest), u"JPY"_s}, Money{qRound64(lowest), u"JPY"_s}}}}},
            {}, u"JPY"_s, u"Test"_s);
        bars.show();
        for (int width = 240; width < 1500; width += 23) {
            bars.resize(width, 400);
            QCoreApplication::processEvents();
        }
        const auto *amounts = qobject_cast<QValueAxis *>(bars.chart()->axes(Qt::Horizontal).value(0));
        QVERIFY(amounts && amounts->max() >= highest && amounts->min() <= lowest);
    }
}

QTEST_MAIN(ChartsTest)
#include "tst_charts.moc"
