#include "widgets/charts/won_value_chart.h"

#include "models/arithmetic/dash.h"
#include "models/funnel/column_decimals.h"
#include "widgets/charts/amount_axis.h"
#include "widgets/charts/funnel_bands.h"
#include "widgets/charts/period_axis.h"
#include "widgets/shell/theme.h"

#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QCursor>
#include <QLegend>
#include <QScatterSeries>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QMap<Period, Money> valuesOf(const QList<FunnelFigures> &funnels)
{
    QMap<Period, Money> values;
    for (const FunnelFigures &funnel : funnels)
        if (!funnel.figures.isEmpty() && funnel.figures.last().worth)
            values.insert(funnel.period, *funnel.figures.last().worth);
    return values;
}

std::optional<Money> valueIn(const QMap<Period, Money> &values, const Period &period)
{
    return values.contains(period) ? std::optional(values.value(period)) : std::nullopt;
}

// A circle above or in each bar.
QScatterSeries *targetSeries(const WonValues &won, const QWidget *widget, const QList<QStringList> &rows)
{
    auto *series = new QScatterSeries;
    series->setName(WonValueChart::tr("Target"));
    series->setMarkerSize(em(widget, 0.8));
    series->setColor(Theme::of(widget).color(Theme::Role::Card));
    series->setPen(QPen(Theme::of(widget).color(Theme::Role::Ink), em(widget, 0.12)));
    for (int i = 0; i < won.periods.size(); ++i)
        if (const double target = won.shown(won.targets.at(i)); target > 0)
            series->append(i, target);
    QObject::connect(series, &QXYSeries::hovered, series, [rows](const QPointF &point, bool over) {
        const QStringList row = rows.value(std::lround(point.x()));
        QToolTip::showText(QCursor::pos(),
                           over ? WonValueChart::tr("%1: target %2").arg(row.value(0), row.value(2))
                                : QString());
    });
    return series;
}

// A period that is not over yet is paler: only a part of it is known.
void paleRunning(QBarSet &set, const QList<Period> &periods)
{
    QColor pale = set.color();
    pale.setAlphaF(0.4F);
    set.setSelectedColor(pale);
    for (int i = 0; i < periods.size(); ++i)
        if (periods.at(i).isRunning(QDate::currentDate()))
            set.selectBar(i);
}

} // namespace

WonValues wonValues(const QList<FunnelFigures> &funnels, const QList<FunnelFigures> &targets)
{
    WonValues won;
    const QMap<Period, Money> values = valuesOf(funnels);
    if (values.isEmpty())
        return won;
    won.currency = values.last().currency;
    won.periods = periodsBetween(values.firstKey(), values.lastKey());
    const QMap<Period, Money> wanted = valuesOf(targets);
    for (const Period &period : won.periods) {
        won.values.append(valueIn(values, period));
        won.targets.append(valueIn(wanted, period));
    }
    return won;
}

FigureTable wonTable(const WonValues &won, const QLocale &locale)
{
    FigureTable table{.head = {WonValueChart::tr("Period"), WonValueChart::tr("Won")}, .rows = {}};
    if (won.hasTargets())
        table.head.append(WonValueChart::tr("Target"));
    QList<Money> amounts;
    for (const auto &value : won.values + won.targets)
        if (value)
            amounts.append(*value);
    const Money::Decimals cents = decimalsFor(amounts);
    const auto text
        = [&](const std::optional<Money> &value) { return value ? value->toText(locale, cents) : dash(); };
    for (int i = 0; i < won.periods.size(); ++i) {
        table.rows.append({won.periods.at(i).labelOn(QDate::currentDate(), locale), text(won.values.at(i))});
        if (won.hasTargets())
            table.rows.last().append(text(won.targets.at(i)));
    }
    return table;
}

WonValueChart::WonValueChart(QWidget *parent)
    : ChartPanel(tr("Won value"), parent)
{
}

void WonValueChart::setFunnels(const QList<FunnelFigures> &funnels, const QList<FunnelFigures> &targets)
{
    redrawWith([this, funnels, targets] { setFunnels(funnels, targets); });
    const WonValues won = wonValues(funnels, targets);
    if (won.periods.isEmpty()) {
        setNothingToShow(tr("Bars appear here as soon as the last stage has a value in a period."));
        return;
    }
    const QLocale locale;
    auto *set = new QBarSet(tr("Won"));
    double largest = 0;
    for (int i = 0; i < won.periods.size(); ++i) {
        set->append(won.shown(won.values.at(i)));
        largest = std::max({largest, won.shown(won.values.at(i)), won.shown(won.targets.at(i))});
    }
    const Theme &theme = Theme::of(this);
    set->setColor(theme.fill(Team::Sales));
    set->setBorderColor(theme.fill(Team::Sales));
    paleRunning(*set, won.periods);
    const FigureTable table = wonTable(won, locale);
    connect(set, &QBarSet::hovered, set, [rows = table.rows](bool over, int i) {
        QToolTip::showText(QCursor::pos(), over ? rows.value(i).mid(0, 2).join(u": "_s) : QString());
    });

    auto *series = new QBarSeries;
    series->append(set);
    series->setBarWidth(0.7);
    auto *chart = new QChart;
    chart->addSeries(series);
    if (won.hasTargets())
        chart->addSeries(targetSeries(won, this, table.rows));
    chart->legend()->setVisible(won.hasTargets()); // else one kind of bar, named by the title
    m_axis = new PeriodAxis(won.periods, locale, QDate::currentDate());
    auto *y = new AmountAxis(0, largest);
    addAxes(chart, m_axis, y);
    setChart(chart, table, tr("%1 per period").arg(won.currency), sourcesOf(funnels));
    m_axis->fit(width() - em(this, 6), QFontMetricsF(font()));
}

void WonValueChart::resizeEvent(QResizeEvent *event)
{
    ChartPanel::resizeEvent(event);
    if (m_axis)
        m_axis->fit(width() - em(this, 6), QFontMetricsF(font()));
}
