#include "widgets/charts/simulation_chart.h"

#include "models/funnel/column_decimals.h"
#include "widgets/charts/amount_axis.h"
#include "widgets/charts/round_step.h"
#include "widgets/shell/theme.h"

#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QCursor>
#include <QLegend>
#include <QLegendMarker>
#include <QStackedBarSeries>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostBuckets = 20;

QString whole(qint64 minor, const QString &currency, const QLocale &locale)
{
    return Money{minor, currency}.amount().toText(locale, 0);
}

// Its bars tell their row of the table under the pointer.
QBarSet *barSet(const QString &name, const QColor &color, const FigureTable &table)
{
    auto *set = new QBarSet(name);
    set->setColor(color);
    set->setBorderColor(color);
    QObject::connect(set, &QBarSet::hovered, set, [rows = table.rows](bool over, int i) {
        const QStringList row = rows.value(i);
        QToolTip::showText(QCursor::pos(),
                           over ? SimulationChart::tr("%1 to %2: %3 below the goal, %4 reach it")
                                      .arg(row.value(0), row.value(1), row.value(2), row.value(3))
                                : QString());
    });
    return set;
}

} // namespace

QList<SimulationBucket> simulationBuckets(const Simulation &simulation)
{
    const qint64 lowest = simulation.sorted.first();
    const qint64 last = simulation.sorted.last();
    const qint64 step = roundStep(std::max<qint64>(1, (last - lowest) / mostBuckets + 1));
    const qint64 above = lowest % step;
    const qint64 first = lowest - (above < 0 ? above + step : above);
    QList<SimulationBucket> buckets;
    for (qint64 from = first; from <= last; from += step)
        buckets.append({.from = from, .to = from + step});
    for (const qint64 won : simulation.sorted) {
        SimulationBucket &bucket = buckets[(won - first) / step];
        ++(won >= simulation.goal.minor ? bucket.reached : bucket.below);
    }
    return buckets;
}

FigureTable simulationTable(const Simulation &simulation, const QLocale &locale)
{
    FigureTable table{.head = {SimulationChart::tr("Won value from"), SimulationChart::tr("Below"),
                               SimulationChart::tr("Runs below the goal"),
                               SimulationChart::tr("Runs that reach it")},
                      .rows = {},
                      .textColumns = 0};
    const QString currency = simulation.goal.currency;
    for (const SimulationBucket &bucket : simulationBuckets(simulation))
        table.rows.append({whole(bucket.from, currency, locale), whole(bucket.to, currency, locale),
                           locale.toString(bucket.below), locale.toString(bucket.reached)});
    return table;
}

QString chanceText(const Simulation &simulation, const QLocale &locale)
{
    return simulation.chance().toText(locale, 1, false);
}

QString simulationText(const Simulation &simulation, const QLocale &locale)
{
    if (!simulation.problem.isNone())
        return simulation.problem.reason();
    return SimulationChart::tr("The chance to reach %1 is %2. One run in ten ends at or below %3, half at or "
                               "below %4, nine in ten at or below %5.")
        .arg(moneyText(simulation.goal, locale), chanceText(simulation, locale),
             moneyText(simulation.low, locale), moneyText(simulation.middle, locale),
             moneyText(simulation.high, locale));
}

QString simulationRule(const Simulation &simulation, const QLocale &locale)
{
    return SimulationChart::tr("%1 runs of the plan; rates and deal size between low and high, triangular")
        .arg(locale.toString(simulation.runs));
}

SimulationChart::SimulationChart(QWidget *parent)
    : ChartPanel(tr("Will the goal be reached?"), parent)
{
}

void SimulationChart::setSimulation(const Simulation &simulation)
{
    redrawWith([this, simulation] { setSimulation(simulation); });
    if (!simulation.problem.isNone()) {
        setNothingToShow(simulation.problem.reason());
        return;
    }
    const QLocale locale;
    const Theme &theme = Theme::of(this);
    const FigureTable table = simulationTable(simulation, locale);
    auto *below = barSet(tr("Below the goal"), theme.color(Theme::Role::Outline), table);
    auto *reached = barSet(tr("Goal reached"), theme.color(Theme::Role::Good), table);
    auto *x = new QCategoryAxis;
    x->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    x->setGridLineVisible(false);
    double highest = 1;
    const QList<SimulationBucket> buckets = simulationBuckets(simulation);
    constexpr qint64 labelled = 5; // every how many-th step
    for (qsizetype i = 0; i < buckets.size(); ++i) {
        const SimulationBucket &bucket = buckets.at(i);
        *below << static_cast<double>(bucket.below);
        *reached << static_cast<double>(bucket.reached);
        highest = std::max(highest, static_cast<double>(bucket.below + bucket.reached));
        if (bucket.from % (labelled * (bucket.to - bucket.from)) == 0)
            x->append(table.rows.at(i).first(), static_cast<double>(i) - 0.5);
    }
    x->setRange(-0.5, static_cast<double>(buckets.size()) - 0.5);
    auto *series = new QStackedBarSeries;
    series->append(below);
    series->append(reached);
    series->setBarWidth(0.92);
    auto *chart = new QChart;
    chart->addSeries(series);
    addAxes(chart, x, new AmountAxis(0, highest));
    setChart(chart, table, tr("Runs by won value in %1").arg(simulation.goal.currency),
             simulationRule(simulation, locale));
}
