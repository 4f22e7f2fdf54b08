#include "widgets/charts/trend_chart.h"

#include "models/worksheet/date_text.h"
#include "widgets/charts/amount_axis.h"
#include "widgets/charts/funnel_bands.h"
#include "widgets/charts/period_axis.h"
#include "widgets/shell/theme.h"

#include <QChart>
#include <QCursor>
#include <QLegendMarker>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QScatterSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

// Counts reach from ten thousands of visitors to a handful of wins: only a logarithmic axis shows both.
QAbstractAxis *valueAxis(const QList<TrendLine> &lines, bool logarithmic)
{
    double largest = 0;
    double smallest = HUGE_VAL;
    for (const TrendLine &line : lines)
        for (const auto &point : line.points)
            if (point && *point > 0) {
                largest = std::max(largest, *point);
                smallest = std::min(smallest, *point);
            }
    if (logarithmic && largest > 0) {
        auto *axis = new QLogValueAxis;
        axis->setBase(10);
        axis->setLabelFormat(u"%.12g"_s); // 0.01 with its decimals, 1,000,000 without an exponent
        axis->setRange(std::pow(10, std::floor(std::log10(smallest))),
                       std::pow(10, std::ceil(std::log10(largest * 1.01))));
        return axis;
    }
    return new AmountAxis(0, largest * 1.1); // notes stand above the lines
}

class Drawing
{
public:
    Drawing(QChart *chart, PeriodAxis *x, QAbstractAxis *y, const QWidget *widget, bool logarithmic)
        : m_chart(chart)
        , m_x(x)
        , m_y(y)
        , m_widget(widget)
        , m_logarithmic(logarithmic)
    {
    }

    // The way to a period that is not over yet is paler: only a part of it is known.
    void add(const TrendLine &line, const QStringList &periods, qsizetype running)
    {
        QPen pen = penOf(line.owner);
        QLineSeries *run = nullptr;
        bool first = true;
        for (int i = 0; i < line.points.size(); ++i) {
            const auto &point = line.points.at(i);
            if (!point || (m_logarithmic && *point <= 0)) {
                run = nullptr; // a gap: what is not known is not drawn
                continue;
            }
            if (i == running) {
                QColor pale = pen.color();
                pale.setAlphaF(0.4F);
                pen.setColor(pale);
                const QPointF before = run ? run->points().constLast() : QPointF(i, *point);
                run = newRun(line, periods, pen);
                run->append(before);
                showMarkers(run, first);
                first = false;
            } else if (!run) {
                run = newRun(line, periods, pen);
                showMarkers(run, first);
                first = false;
            }
            run->append(i, *point);
        }
    }

    // Circles in the colours of the lines; the legend names them once.
    void addTargets(const QList<TrendLine> &lines, const QStringList &periods)
    {
        for (const TrendLine &line : lines) {
            auto *series = new QScatterSeries;
            series->setName(TrendChart::tr("Targets"));
            series->setMarkerSize(em(m_widget, 0.7));
            series->setColor(Qt::transparent); // the point that it is compared with stays seen
            series->setPen(QPen(Theme::of(m_widget).fill(line.owner), em(m_widget, 0.12)));
            for (int i = 0; i < line.points.size(); ++i)
                if (const auto &point = line.points.at(i); point && (!m_logarithmic || *point > 0))
                    series->append(i, *point);
            attach(series);
            tellPoints(series, line, periods);
            for (QLegendMarker *marker : m_chart->legend()->markers(series))
                marker->setVisible(&line == &lines.first());
        }
    }

    void addNotes(const QList<FunnelNote> &notes, double height, const QLocale &locale)
    {
        auto *series = new QScatterSeries;
        series->setName(TrendChart::tr("Notes"));
        series->setMarkerShape(QScatterSeries::MarkerShapeRotatedRectangle);
        series->setMarkerSize(em(m_widget, 0.7));
        series->setColor(Theme::of(m_widget).color(Theme::Role::Accent));
        series->setBorderColor(Theme::of(m_widget).color(Theme::Role::Card));
        QStringList texts;
        for (const FunnelNote &note : notes) {
            const double x = m_x->positionOf(note.on);
            if (std::isnan(x))
                continue;
            series->append(x, height);
            texts.append(shortDate(note.on, locale) + u'\n' + note.text);
        }
        attach(series);
        QObject::connect(series, &QXYSeries::hovered, series,
                         [series, texts](const QPointF &point, bool over) {
                             int nearest = -1;
                             for (int i = 0; i < series->count(); ++i)
                                 if (nearest < 0
                                     || std::abs(series->at(i).x() - point.x())
                                         < std::abs(series->at(nearest).x() - point.x()))
                                     nearest = i;
                             QToolTip::showText(QCursor::pos(), over ? texts.value(nearest) : QString());
                         });
        if (series->count() == 0)
            m_chart->removeSeries(series);
    }

private:
    // Lines of one owner share its colour and differ in their dashes, then in their width.
    QPen penOf(Team owner)
    {
        // Drawn and left out in turn, in widths of the line.
        static const QList<QList<qreal>> dashes{
            {},         {5, 2.5},      {1, 2},       {5, 2, 1, 2}, {10, 2.5},    {5, 2, 1, 2, 1, 2},
            {2.5, 2.5}, {10, 2, 1, 2}, {5, 2, 5, 5}, {1, 4},       {10, 2, 4, 2}};
        const int used = m_used[owner]++;
        const auto turn = used / dashes.size();
        QPen pen(Theme::of(m_widget).fill(owner), em(m_widget, 0.12) * static_cast<int>(turn + 1));
        pen.setCapStyle(Qt::FlatCap);
        if (const QList<qreal> &pattern = dashes.at(used % dashes.size()); !pattern.isEmpty())
            pen.setDashPattern(pattern);
        return pen;
    }

    QLineSeries *newRun(const TrendLine &line, const QStringList &periods, const QPen &pen)
    {
        auto *run = new QLineSeries;
        run->setName(line.stage);
        run->setPen(pen);
        run->setPointsVisible();
        attach(run);
        tellPoints(run, line, periods);
        return run;
    }

    // The legend names a line once.
    void showMarkers(QAbstractSeries *run, bool shown)
    {
        for (QLegendMarker *marker : m_chart->legend()->markers(run))
            marker->setVisible(shown);
    }

    static void tellPoints(QXYSeries *series, const TrendLine &line, const QStringList &periods)
    {
        QObject::connect(
            series, &QXYSeries::hovered, series, [line, periods](const QPointF &point, bool over) {
                const auto i = static_cast<qsizetype>(std::lround(point.x()));
                QToolTip::showText(QCursor::pos(), over ? line.tip(i, periods.value(i)) : QString());
            });
    }

    void attach(QAbstractSeries *series)
    {
        m_chart->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
    }

    QChart *m_chart;
    PeriodAxis *m_x;
    QAbstractAxis *m_y;
    const QWidget *m_widget;
    bool m_logarithmic;
    QMap<Team, int> m_used;
};

qsizetype indexOfRunning(const QList<Period> &periods, QDate today)
{
    const auto running = std::find_if(periods.begin(), periods.end(),
                                      [today](const Period &period) { return period.isRunning(today); });
    return running == periods.end() ? -1 : running - periods.begin();
}

// Just below the upper edge, where a mark is not cut.
double notesHeight(const QAbstractAxis *axis)
{
    constexpr double share = 0.96;
    if (const auto *logarithmic = qobject_cast<const QLogValueAxis *>(axis))
        return logarithmic->min() * std::pow(logarithmic->max() / logarithmic->min(), share);
    return qobject_cast<const QValueAxis *>(axis)->max() * share;
}

} // namespace

TrendChart::TrendChart(QWidget *parent)
    : ChartPanel(tr("Trends"), parent)
{
}

void TrendChart::setFigures(const TrendFigures &figures, Shows shows)
{
    redrawWith([this, figures, shows] { setFigures(figures, shows); });
    const QLocale locale;
    const TrendLines trend = trendLines(figures, shows, locale);
    if (trend.lines.isEmpty() && trend.periods.isEmpty()) {
        setNothingToShow(tr("Lines appear here as soon as there are numbers for two periods."));
        return;
    }
    const bool ofVelocity = shows == Shows::Velocity;
    if (!trend.isAnyKnown()) {
        setNothingToShow(
            ofVelocity
                ? tr("Velocity is worked out from imported deals: won deals with a value and both dates, and "
                     "a stage before the last.")
                : tr("None of it can be worked out: the figures are missing, or those to divide by are 0."));
        return;
    }
    const QDate today = QDate::currentDate();
    QStringList labels;
    for (const Period &period : trend.periods)
        labels.append(period.labelOn(today, locale));

    const QList<TrendLine> all = trend.lines + trend.targets;
    auto *chart = new QChart;
    m_axis = new PeriodAxis(trend.periods, locale, today);
    QAbstractAxis *y = valueAxis(all, shows != Shows::StepRates && !ofVelocity);
    const bool isLogarithmic = y->type() == QAbstractAxis::AxisTypeLogValue;
    addAxes(chart, m_axis, y);
    Drawing drawing(chart, m_axis, y, this, isLogarithmic);
    const qsizetype running = indexOfRunning(trend.periods, today);
    for (const TrendLine &line : trend.lines)
        drawing.add(line, labels, running);
    drawing.addTargets(trend.targets, labels);
    drawing.addNotes(figures.notes, notesHeight(y), locale);
    setChart(chart, trendTable(all, trend.periods, locale), trendUnit(trend, shows, isLogarithmic),
             sourcesOf(figures.funnels));
    m_axis->fit(width() - em(this, 6), QFontMetricsF(font()));
}

void TrendChart::resizeEvent(QResizeEvent *event)
{
    ChartPanel::resizeEvent(event);
    if (m_axis)
        m_axis->fit(width() - em(this, 6), QFontMetricsF(font()));
}
