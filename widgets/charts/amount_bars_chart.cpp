#include "widgets/charts/amount_bars_chart.h"

#include "widgets/charts/amount_axis.h"
#include "widgets/shell/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QCursor>
#include <QHorizontalBarSeries>
#include <QLegend>
#include <QLegendMarker>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

double inMajor(const std::optional<Money> &money)
{
    return money ? money->amount().toDouble() : 0;
}

// Horizontal bars are drawn from the bottom up. An axis has each text once: spaces without width keep apart
// what reads alike.
QBarCategoryAxis *axisOf(const QStringList &names)
{
    auto *axis = new QBarCategoryAxis;
    for (qsizetype i = names.size() - 1; i >= 0; --i)
        axis->append(names.at(i) + QString(names.first(i).count(names.at(i)), QChar(0x200b)));
    axis->setGridLineVisible(false);
    return axis;
}

} // namespace

AmountBarsChart::AmountBarsChart(const QString &title, QWidget *parent)
    : ChartPanel(title, parent)
{
}

void AmountBarsChart::setBars(const AmountBars &bars, const FigureTable &table, const QString &unit,
                              const QString &source)
{
    redrawWith([this, bars, table, unit, source] { setBars(bars, table, unit, source); });
    const Theme &theme = Theme::of(this);
    auto *series = new QHorizontalBarSeries;
    double lowest = 0, highest = 0;
    for (qsizetype k = bars.kinds.size() - 1; k >= 0; --k) {
        const AmountBars::Kind &kind = bars.kinds.at(k);
        auto *set = new QBarSet(kind.label);
        for (auto amount = kind.amounts.crbegin(); amount != kind.amounts.crend(); ++amount) {
            *set << inMajor(*amount);
            lowest = std::min(lowest, inMajor(*amount));
            highest = std::max(highest, inMajor(*amount));
        }
        set->setColor(theme.color(k == 0 ? Theme::Role::Accent : Theme::Role::Muted));
        set->setBorderColor(set->color());
        connect(set, &QBarSet::hovered, set, [kind, names = bars.names](bool over, int fromBottom) {
            const qsizetype i = names.size() - 1 - fromBottom;
            const auto amount = kind.amounts.value(i);
            QToolTip::showText(
                QCursor::pos(),
                over && amount ? tr("%1, %2: %3").arg(names.value(i), kind.label, amount->toText(QLocale()))
                               : QString());
        });
        series->append(set);
    }
    series->setBarWidth(0.8);
    auto *chart = new QChart;
    chart->addSeries(series);
    chart->legend()->setVisible(bars.kinds.size() > 1);
    chart->legend()->setReverseMarkers(); // from the top down, as the bars
    QBarCategoryAxis *names = axisOf(bars.names);
    auto *amounts = new AmountAxis(lowest, highest);
    addAxes(chart, amounts, names);
    setChart(chart, table, unit, source);
    setLines(bars.names.size() * 2, bars.names.size());
}
