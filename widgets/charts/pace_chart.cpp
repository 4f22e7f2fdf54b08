#include "widgets/charts/pace_chart.h"

#include "widgets/charts/period_axis.h"
#include "widgets/shell/theme.h"

#include <QChart>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

QString paceTitle(const Pace &pace, const QString &stage, const QLocale &locale)
{
    const Period from = pace.points.first().period, to = pace.points.last().period;
    return from == to
        ? PaceChart::tr("%1, %2", "stage, period").arg(stage, from.label(locale))
        : PaceChart::tr("%1, %2 to %3", "stage, periods").arg(stage, from.label(locale), to.label(locale));
}

FigureTable paceTable(const Pace &pace, const QLocale &locale)
{
    const auto text = [&](const std::optional<qint64> &value) {
        return value ? locale.toString(*value) : QString(QChar(0x2013));
    };
    FigureTable table{.head = {PaceChart::tr("Period"), PaceChart::tr("Reached"), PaceChart::tr("Target"),
                               PaceChart::tr("Reached so far"), PaceChart::tr("Target so far")},
                      .rows = {}};
    for (const Pace::Point &point : pace.points)
        table.rows.append({point.period.label(locale), text(point.actual), text(point.target),
                           text(point.actualSoFar), text(point.targetSoFar)});
    return table;
}

PaceChart::PaceChart(QWidget *parent)
    : ChartPanel(tr("Pace against the target"), parent)
{
}

void PaceChart::setPace(const Pace &pace, const QString &stage)
{
    if (pace.points.isEmpty()) {
        m_axis = nullptr;
        setNothingToShow(tr("Lines appear here as soon as there are targets for the last stage."));
        return;
    }
    const QLocale locale;
    QList<Period> periods;
    auto *actual = new QLineSeries;
    auto *target = new QLineSeries;
    double highest = 1;
    for (qsizetype i = 0; i < pace.points.size(); ++i) {
        const Pace::Point &point = pace.points.at(i);
        periods.append(point.period);
        const std::pair<QLineSeries *, std::optional<qint64>> lines[]
            = {{actual, point.actualSoFar}, {target, point.targetSoFar}};
        for (const auto &[line, value] : lines)
            if (value) {
                line->append(static_cast<double>(i), static_cast<double>(*value));
                highest = std::max(highest, static_cast<double>(*value));
            }
    }
    const Theme &theme = Theme::of(this);
    actual->setName(tr("Reached"));
    actual->setPen(QPen(theme.fill(Team::Sales), em(this, 0.14)));
    target->setName(tr("Target"));
    target->setPen(QPen(theme.color(Theme::Role::Muted), em(this, 0.12), Qt::DashLine));
    auto *chart = new QChart;
    m_axis = new PeriodAxis(periods, locale);
    auto *y = new QValueAxis;
    y->setLabelFormat(u"%.0f"_s);
    y->setRange(0, highest * 1.05);
    y->applyNiceNumbers();
    chart->addAxis(m_axis, Qt::AlignBottom);
    chart->addAxis(y, Qt::AlignLeft);
    for (QLineSeries *line : {target, actual}) {
        line->setPointsVisible();
        chart->addSeries(line);
        line->attachAxis(m_axis);
        line->attachAxis(y);
    }
    const QString title = paceTitle(pace, stage, locale);
    const QString rate = pace.rate().isKnown()
        ? tr("%1, added up; reached %2 of the target to date").arg(title, pace.rate().toText(locale, 1))
        : tr("%1, added up").arg(title);
    setChart(chart, paceTable(pace, locale), rate, tr("numbers and targets of the workbook"));
    m_axis->fit(width() - em(this, 6), QFontMetricsF(font()));
}

void PaceChart::resizeEvent(QResizeEvent *event)
{
    ChartPanel::resizeEvent(event);
    if (m_axis)
        m_axis->fit(width() - em(this, 6), QFontMetricsF(font()));
}
