#include "widgets/charts/won_value_chart.h"

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
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace {

// The value of the last stage in each period, in one currency.
struct Won
{
    QList<Period> periods;
    QList<std::optional<Money>> values; // along the periods; none: not known
    QString currency; // that of the newest value; others are only in the table
};

Won wonOf(const QList<FunnelFigures> &funnels)
{
    Won won;
    QMap<Period, Money> values;
    for (const FunnelFigures &funnel : funnels) {
        if (funnel.figures.isEmpty() || !funnel.figures.last().worth)
            continue;
        values.insert(funnel.period, *funnel.figures.last().worth);
        won.currency = funnel.figures.last().worth->currency;
    }
    if (values.isEmpty())
        return won;
    won.periods = periodsBetween(values.firstKey(), values.lastKey());
    for (const Period &period : won.periods)
        won.values.append(values.contains(period) ? std::optional(values.value(period)) : std::nullopt);
    return won;
}

FigureTable tableOf(const Won &won, const QLocale &locale)
{
    FigureTable table{.head = {WonValueChart::tr("Period"), WonValueChart::tr("Won")}, .rows = {}};
    QList<Money> amounts;
    for (const auto &value : won.values)
        if (value)
            amounts.append(*value);
    const Money::Decimals cents = decimalsFor(amounts);
    for (int i = 0; i < won.periods.size(); ++i)
        table.rows.append(
            {won.periods.at(i).label(locale),
             won.values.at(i) ? won.values.at(i)->toText(locale, cents) : QString(QChar(0x2013))});
    return table;
}

} // namespace

WonValueChart::WonValueChart(QWidget *parent)
    : ChartPanel(tr("Won value"), parent)
{
}

void WonValueChart::setFunnels(const QList<FunnelFigures> &funnels)
{
    const Won won = wonOf(funnels);
    if (won.periods.isEmpty()) {
        setNothingToShow(tr("Bars appear here as soon as the last stage has a value in a period."));
        return;
    }
    const QLocale locale;
    auto *set = new QBarSet(tr("Won"));
    double largest = 0;
    for (const auto &value : won.values) {
        const double shown = value && value->currency == won.currency ? value->amount().toDouble() : 0;
        set->append(shown);
        largest = std::max(largest, shown);
    }
    const Theme &theme = Theme::of(this);
    set->setColor(theme.fill(Team::Sales));
    set->setBorderColor(theme.fill(Team::Sales));
    const FigureTable table = tableOf(won, locale);
    connect(set, &QBarSet::hovered, set, [rows = table.rows](bool over, int i) {
        QToolTip::showText(QCursor::pos(), over ? rows.value(i).join(u": "_s) : QString());
    });

    auto *series = new QBarSeries;
    series->append(set);
    series->setBarWidth(0.7);
    auto *chart = new QChart;
    chart->addSeries(series);
    chart->legend()->hide(); // one kind of bar, named by the title
    m_axis = new PeriodAxis(won.periods, locale);
    auto *y = new AmountAxis(0, largest);
    chart->addAxis(m_axis, Qt::AlignBottom);
    chart->addAxis(y, Qt::AlignLeft);
    series->attachAxis(m_axis);
    series->attachAxis(y);
    setChart(chart, table, tr("%1 per period").arg(won.currency), sourcesOf(funnels));
    m_axis->fit(width() - em(this, 6), QFontMetricsF(font()));
}

void WonValueChart::resizeEvent(QResizeEvent *event)
{
    ChartPanel::resizeEvent(event);
    if (m_axis)
        m_axis->fit(width() - em(this, 6), QFontMetricsF(font()));
}
