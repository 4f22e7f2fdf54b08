#include "widgets/charts/pace_chart.h"

#include "models/arithmetic/dash.h"
#include "widgets/charts/amount_axis.h"
#include "widgets/charts/period_axis.h"
#include "widgets/shell/theme.h"

#include <QChart>
#include <QLegendMarker>
#include <QLineSeries>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// One line for each run of periods of which the figure is known.
void addLines(QChart *chart, const QString &name, const Pace &pace,
              std::optional<qint64> Pace::Point::*figure, const QPen &pen)
{
    QLineSeries *run = nullptr;
    bool named = false;
    for (qsizetype i = 0; i < pace.points.size(); ++i) {
        const auto value = pace.points.at(i).*figure;
        if (!value) {
            run = nullptr;
            continue;
        }
        if (!run) {
            run = new QLineSeries;
            run->setName(name);
            run->setPen(pen);
            run->setPointsVisible();
            chart->addSeries(run);
            for (QLegendMarker *marker : chart->legend()->markers(run))
                marker->setVisible(!named);
            named = true;
        }
        run->append(static_cast<double>(i), static_cast<double>(*value));
    }
}

// All sums begin at 0.
AmountAxis *valuesOf(const QChart *chart)
{
    double highest = 0;
    for (const QAbstractSeries *series : chart->series())
        for (const QPointF &point : qobject_cast<const QLineSeries *>(series)->points())
            highest = std::max(highest, point.y());
    return new AmountAxis(0, highest);
}

// "Won, Q1 2026 to Q4 2026": of what it is, which periods are added up.
QString paceTitle(const Pace &pace, const QString &stage, const QLocale &locale)
{
    const Period from = pace.points.first().period, to = pace.points.last().period;
    return from == to
        ? PaceChart::tr("%1, %2", "stage, period").arg(stage, from.label(locale))
        : PaceChart::tr("%1, %2 to %3", "stage, periods").arg(stage, from.label(locale), to.label(locale));
}

} // namespace

QString paceUnit(const Pace &pace, const QString &stage, const QLocale &locale)
{
    const QString title = paceTitle(pace, stage, locale);
    return pace.rate().isKnown() ? PaceChart::tr("%1, added up; reached %2 of the target to the end of %3")
                                       .arg(title, pace.rate().toText(locale, 1), pace.toDate.label(locale))
                                 : PaceChart::tr("%1, added up").arg(title);
}

QString paceRemark(const Pace &pace, const QLocale &locale)
{
    if (pace.otherGrain)
        return paceProblem(pace);
    QStringList unknown;
    for (const Period &period : pace.unknown)
        unknown.append(period.label(locale));
    return unknown.isEmpty() ? QString()
                             : PaceChart::tr("Not known: %1. What is reached after it is at least as much.")
                                   .arg(unknown.join(PaceChart::tr(", ")));
}

FigureTable paceTable(const Pace &pace, const QLocale &locale)
{
    const auto text
        = [&](const std::optional<qint64> &value) { return value ? locale.toString(*value) : dash(); };
    FigureTable table{.head = {PaceChart::tr("Period"), PaceChart::tr("Reached"), PaceChart::tr("Target"),
                               PaceChart::tr("Reached so far"), PaceChart::tr("Target so far")},
                      .rows = {}};
    for (const Pace::Point &point : pace.points)
        table.rows.append(
            {point.period.label(locale), text(point.actual), text(point.target),
             point.atLeast ? PaceChart::tr("at least %1").arg(text(point.atLeast)) : text(point.actualSoFar),
             text(point.targetSoFar)});
    return table;
}

PaceChart::PaceChart(QWidget *parent)
    : ChartPanel(tr("Pace against the target"), parent)
{
}

void PaceChart::setPace(const Pace &pace, const QString &stage)
{
    redrawWith([this, pace, stage] { setPace(pace, stage); });
    if (pace.points.isEmpty()) {
        m_axis = nullptr;
        setNothingToShow(tr("Lines appear here as soon as there are targets for the last stage. “Use as "
                            "targets” at “The plan in parts” takes them from the plan."));
        return;
    }
    const QLocale locale;
    QList<Period> periods;
    for (const Pace::Point &point : pace.points)
        periods.append(point.period);
    const Theme &theme = Theme::of(this);
    const QColor sales = theme.fill(Team::Sales);
    auto *chart = new QChart;
    m_axis = new PeriodAxis(periods, locale);
    addLines(chart, tr("Target"), pace, &Pace::Point::targetSoFar,
             QPen(theme.color(Theme::Role::Muted), em(this, 0.12), Qt::DashLine));
    addLines(chart, tr("Reached"), pace, &Pace::Point::actualSoFar, QPen(sales, em(this, 0.14)));
    addLines(chart, tr("Reached at least"), pace, &Pace::Point::atLeast,
             QPen(sales, em(this, 0.14), Qt::DotLine));
    addAxes(chart, m_axis, valuesOf(chart));
    const QString rate = paceUnit(pace, stage, locale);
    const QString remark = paceRemark(pace, locale);
    setChart(chart, paceTable(pace, locale), remark.isEmpty() ? rate : QString(rate % u". "_s % remark),
             tr("numbers and targets of the workbook"));
    m_axis->fit(width() - em(this, 6), QFontMetricsF(font()));
}

void PaceChart::resizeEvent(QResizeEvent *event)
{
    ChartPanel::resizeEvent(event);
    if (m_axis)
        m_axis->fit(width() - em(this, 6), QFontMetricsF(font()));
}
