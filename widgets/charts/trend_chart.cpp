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

using Shows = TrendChart::Shows;

// One line with its exact figures as texts.
struct Line
{
    QString name;
    QString stage; // the short name, for the legend
    Team owner = Team::None;
    QList<std::optional<double>> points; // along the periods; none: not known
    QStringList texts;
    QStringList tips = {}; // said about each point; empty: only what it is

    bool isAnyKnown() const { return points.count(std::nullopt) < points.size(); }
};

struct Point
{
    std::optional<double> value;
    QString text;
};

Point pointOf(const FunnelFigures &funnel, int stage, Shows shows, const QLocale &locale)
{
    if (shows == Shows::StepRates || shows == Shows::OverallRates) {
        const Rate rate = shows == Shows::StepRates ? funnel.stepRate(stage - 1) : funnel.overallRate(stage);
        // As many decimals in each row of the table below.
        constexpr int decimals = 2;
        const QString text = rate.toText(locale, decimals, false);
        if (!rate.isKnown())
            return {{}, text};
        return {rate.value().toDouble() * 100, text};
    }
    const StageFigure figure = funnel.figures.value(stage);
    if (shows == Shows::Counts && figure.amount)
        return {static_cast<double>(*figure.amount), locale.toString(*figure.amount)};
    if (shows == Shows::Values && figure.worth)
        return {figure.worth->amount().toDouble(), figure.worth->toText(locale)};
    return {{}, QString(QChar(0x2013))};
}

QList<Line> linesOf(const QList<Period> &periods, const QList<FunnelFigures> &funnels, Shows shows,
                    const QLocale &locale)
{
    QMap<Period, const FunnelFigures *> byPeriod;
    for (const FunnelFigures &funnel : funnels)
        byPeriod.insert(funnel.period, &funnel);
    const bool rates = shows == Shows::StepRates || shows == Shows::OverallRates;
    QList<Line> lines;
    const QList<Stage> &stages = funnels.first().stages;
    for (int i = rates ? 1 : 0; i < stages.size(); ++i) {
        const Stage &stage = stages.at(i);
        Line line{.name = stage.name, .stage = stage.name, .owner = stage.owner, .points = {}, .texts = {}};
        if (shows == Shows::StepRates)
            line.name = TrendChart::tr("%1 of %2").arg(stage.name, stages.at(i - 1).name);
        for (const Period &period : periods) {
            const FunnelFigures *funnel = byPeriod.value(period);
            const Point point
                = funnel ? pointOf(*funnel, i, shows, locale) : Point{{}, QString(QChar(0x2013))};
            line.points.append(point.value);
            line.texts.append(point.text);
        }
        lines.append(line);
    }
    return lines;
}

FigureTable tableOf(const QList<Line> &lines, const QList<Period> &periods, const QLocale &locale)
{
    FigureTable table;
    table.head = {TrendChart::tr("Period")};
    for (const Line &line : lines)
        table.head.append(line.name);
    for (int i = 0; i < periods.size(); ++i) {
        QStringList row{periods.at(i).label(locale)};
        for (const Line &line : lines)
            row.append(line.texts.at(i));
        table.rows.append(row);
    }
    return table;
}

QList<Line> velocityLines(const QList<Period> &periods, const TrendFigures &figures, const QLocale &locale)
{
    QList<Line> lines;
    for (const VelocityTrend &trend : figures.velocities) {
        const QString name = TrendChart::tr("%1 a day, of what came").arg(trend.currency);
        Line line{.name = name,
                  .stage = name,
                  .points = QList<std::optional<double>>(periods.size()),
                  .texts = QStringList(periods.size(), QString(QChar(0x2013)))};
        for (qsizetype i = 0; i < figures.funnels.size(); ++i) {
            const qsizetype at = periods.indexOf(figures.funnels.at(i).period);
            const auto &velocity = trend.velocities.at(i).value;
            const auto minor = velocity ? velocity->scaled(currencyDigits(trend.currency)) : std::nullopt;
            if (!minor)
                continue;
            const Money money{*minor, trend.currency};
            line.points[at] = money.amount().toDouble();
            line.texts[at] = money.toText(locale, Money::Decimals::Always);
        }
        lines.append(line);
    }
    return lines;
}

QString tipOf(const Line &line, qsizetype i, const QString &period)
{
    return i < line.tips.size() ? line.tips.at(i)
                                : TrendChart::tr("%1, %2: %3").arg(line.name, period, line.texts.value(i));
}

// Those of the stages that have any. A circle may hide the point that it is compared with, so it tells both.
QList<Line> targetLines(const QList<Line> &lines, const QList<Period> &periods, const TrendFigures &figures,
                        Shows shows, const QLocale &locale)
{
    if (figures.targets.isEmpty() || shows == Shows::Velocity)
        return {};
    QList<Line> targets = linesOf(periods, figures.targets, shows, locale);
    for (qsizetype i = 0; i < targets.size(); ++i) {
        Line &target = targets[i];
        target.name = TrendChart::tr("%1, target").arg(target.name);
        for (qsizetype at = 0; at < periods.size(); ++at) {
            const QString period = periods.at(at).label(locale);
            target.tips.append(tipOf(lines.at(i), at, period) + u'\n'
                               + TrendChart::tr("Target: %1").arg(target.texts.at(at)));
        }
    }
    targets.removeIf([](const Line &line) { return !line.isAnyKnown(); });
    return targets;
}

// Counts reach from ten thousands of visitors to a handful of wins: only a logarithmic axis shows both.
QAbstractAxis *valueAxis(const QList<Line> &lines, bool logarithmic)
{
    double largest = 0;
    double smallest = HUGE_VAL;
    for (const Line &line : lines)
        for (const auto &point : line.points)
            if (point && *point > 0) {
                largest = std::max(largest, *point);
                smallest = std::min(smallest, *point);
            }
    if (logarithmic && largest > 0) {
        auto *axis = new QLogValueAxis;
        axis->setBase(10);
        axis->setLabelFormat(u"%.0f"_s);
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

    void add(const Line &line, const QStringList &periods)
    {
        const QPen pen = penOf(line.owner);
        QLineSeries *run = nullptr;
        bool first = true;
        for (int i = 0; i < line.points.size(); ++i) {
            const auto &point = line.points.at(i);
            if (!point || (m_logarithmic && *point <= 0)) {
                run = nullptr; // a gap: what is not known is not drawn
                continue;
            }
            if (!run) {
                run = newRun(line, periods, pen);
                for (QLegendMarker *marker : m_chart->legend()->markers(run))
                    marker->setVisible(first);
                first = false;
            }
            run->append(i, *point);
        }
    }

    // Circles in the colours of the lines; the legend names them once.
    void addTargets(const QList<Line> &lines, const QStringList &periods)
    {
        for (const Line &line : lines) {
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

    QLineSeries *newRun(const Line &line, const QStringList &periods, const QPen &pen)
    {
        auto *run = new QLineSeries;
        run->setName(line.stage);
        run->setPen(pen);
        run->setPointsVisible();
        attach(run);
        tellPoints(run, line, periods);
        return run;
    }

    static void tellPoints(QXYSeries *series, const Line &line, const QStringList &periods)
    {
        QObject::connect(
            series, &QXYSeries::hovered, series, [line, periods](const QPointF &point, bool over) {
                const auto i = static_cast<qsizetype>(std::lround(point.x()));
                QToolTip::showText(QCursor::pos(), over ? tipOf(line, i, periods.value(i)) : QString());
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

// Just below the upper edge, where a mark is not cut.
double notesHeight(const QAbstractAxis *axis)
{
    constexpr double share = 0.96;
    if (const auto *logarithmic = qobject_cast<const QLogValueAxis *>(axis))
        return logarithmic->min() * std::pow(logarithmic->max() / logarithmic->min(), share);
    return qobject_cast<const QValueAxis *>(axis)->max() * share;
}

QString unitOf(Shows shows, bool logarithmic)
{
    switch (shows) {
    case Shows::StepRates:
        return TrendChart::tr("Per cent of the stage before");
    case Shows::OverallRates:
        return TrendChart::tr("Per cent of the first stage, logarithmic");
    case Shows::Counts:
        break;
    case Shows::Values:
        return logarithmic ? TrendChart::tr("Money, logarithmic") : TrendChart::tr("Money");
    case Shows::Velocity:
        return TrendChart::tr(
            "Opportunities that came in the period × win rate × deal size ÷ mean cycle days; "
            "“Pipeline” has the velocity of those still open");
    }
    return TrendChart::tr("Number per period, logarithmic");
}

} // namespace

TrendChart::TrendChart(QWidget *parent)
    : ChartPanel(tr("Trends"), parent)
{
}

void TrendChart::setFigures(const TrendFigures &figures, Shows shows)
{
    const QList<FunnelFigures> &funnels = figures.funnels;
    if (funnels.isEmpty() || funnels.first().stages.isEmpty()) {
        setNothingToShow(tr("Lines appear here as soon as there are numbers for two periods."));
        return;
    }
    const QLocale locale;
    const QList<Period> periods = periodsBetween(funnels.first().period, funnels.last().period);
    const bool ofVelocity = shows == Shows::Velocity;
    const QList<Line> lines
        = ofVelocity ? velocityLines(periods, figures, locale) : linesOf(periods, funnels, shows, locale);
    if (std::none_of(lines.begin(), lines.end(), [](const Line &line) { return line.isAnyKnown(); })) {
        setNothingToShow(
            ofVelocity
                ? tr("Velocity is worked out from imported deals: won deals with a value and both dates, and "
                     "a stage before the last that belongs to Sales.")
                : tr("None of it can be worked out: the figures are missing, or those to divide by are 0."));
        return;
    }
    QStringList labels;
    for (const Period &period : periods)
        labels.append(period.label(locale));

    const QList<Line> targets = targetLines(lines, periods, figures, shows, locale);
    auto *chart = new QChart;
    m_axis = new PeriodAxis(periods, locale);
    QAbstractAxis *y = valueAxis(lines + targets, shows != Shows::StepRates && !ofVelocity);
    const bool isLogarithmic = y->type() == QAbstractAxis::AxisTypeLogValue;
    addAxes(chart, m_axis, y);
    Drawing drawing(chart, m_axis, y, this, isLogarithmic);
    for (const Line &line : lines)
        drawing.add(line, labels);
    drawing.addTargets(targets, labels);
    drawing.addNotes(figures.notes, notesHeight(y), locale);
    setChart(chart, tableOf(lines + targets, periods, locale), unitOf(shows, isLogarithmic),
             sourcesOf(funnels));
    m_axis->fit(width() - em(this, 6), QFontMetricsF(font()));
}

void TrendChart::resizeEvent(QResizeEvent *event)
{
    ChartPanel::resizeEvent(event);
    if (m_axis)
        m_axis->fit(width() - em(this, 6), QFontMetricsF(font()));
}
