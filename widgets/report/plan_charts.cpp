#include "widgets/report/plan_charts.h"

#include "models/funnel/column_decimals.h"
#include "widgets/charts/pace_chart.h"
#include "widgets/charts/round_step.h"
#include "widgets/charts/simulation_chart.h"
#include "widgets/report/report_style.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

using namespace ReportStyle;

namespace {

constexpr double besideLine = points(6);

// A plot in which the painter's direction runs along, from 0 to 1, and amounts upwards.
class Plot
{
public:
    Plot(QPainter &painter, const QRectF &rect, qint64 highest)
        : m_painter(painter)
        , m_rect(rect)
        , m_step(roundStep(std::max<qint64>(1, highest / gridLines)))
        , m_steps((std::max<qint64>(1, highest) + m_step - 1) / m_step)
        , m_highest(static_cast<double>(m_steps * m_step))
    {
        painter.setFont(font(Text::Label));
    }

    const QRectF &rect() const { return m_rect; }
    double x(double share) const
    {
        const bool mirrored = m_painter.layoutDirection() == Qt::RightToLeft;
        return mirrored ? m_rect.right() - share * m_rect.width() : m_rect.left() + share * m_rect.width();
    }
    double y(double amount) const { return m_rect.bottom() - m_rect.height() * amount / m_highest; }

    // Round amounts, written beside where people begin to read.
    void drawGrid(const QLocale &locale) const
    {
        const bool mirrored = m_painter.layoutDirection() == Qt::RightToLeft;
        for (qint64 i = 0; i <= m_steps; ++i) {
            const qint64 at = i * m_step;
            const double line = y(static_cast<double>(at));
            m_painter.setPen(QPen(color(Ink::Line), points(0.6)));
            m_painter.drawLine(QPointF(m_rect.left(), line), QPointF(m_rect.right(), line));
            m_painter.setPen(color(Ink::Muted));
            const QRectF beside(mirrored ? m_rect.right() + besideLine
                                         : m_rect.left() - besideLine - points(60),
                                line - labelHeight() / 2, points(60), labelHeight());
            m_painter.drawText(beside,
                               (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter
                                   | Qt::AlignAbsolute | Qt::TextDontClip,
                               locale.toString(at));
        }
    }

    // Centred on a place along; words at the ends stay within the page.
    void drawWord(double share, double top, const QString &word, Ink ink) const
    {
        const double width = QFontMetricsF(m_painter.font()).horizontalAdvance(word);
        const double left = std::clamp(x(share) - width / 2, m_rect.left() - width / 2,
                                       std::max(m_rect.left(), m_rect.right() - width));
        m_painter.setPen(color(ink));
        m_painter.drawText(QRectF(left, top, width, labelHeight()), Qt::AlignHCenter | Qt::TextDontClip,
                           word);
    }

private:
    QPainter &m_painter;
    static constexpr qint64 gridLines = 4;
    QRectF m_rect;
    qint64 m_step, m_steps;
    double m_highest;
};

struct PaceLine
{
    QString name;
    std::optional<qint64> Pace::Point::*figure;
    QPen pen;
};

QList<PaceLine> paceLines(const Pace &pace)
{
    const QColor sales = fill(Team::Sales);
    QList<PaceLine> lines{
        {PaceChart::tr("Target"), &Pace::Point::targetSoFar,
         QPen(color(Ink::Muted), points(1.2), Qt::DashLine)},
        {PaceChart::tr("Reached"), &Pace::Point::actualSoFar, QPen(sales, points(1.6))},
        {PaceChart::tr("Reached at least"), &Pace::Point::atLeast, QPen(sales, points(1.6), Qt::DotLine)}};
    lines.removeIf([&pace](const PaceLine &line) {
        return std::none_of(pace.points.begin(), pace.points.end(),
                            [&line](const Pace::Point &point) { return (point.*line.figure).has_value(); });
    });
    return lines;
}

void drawLegend(QPainter &painter, const QRectF &rect, const QList<PaceLine> &lines)
{
    constexpr double sample = points(16);
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    double at = 0;
    for (const PaceLine &line : lines) {
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(line.name);
        const auto placed = [&](double left, double wide) {
            const QRectF part(rect.left() + left, rect.top(), wide, labelHeight());
            return mirrored ? ReportStyle::mirrored(part, rect) : part;
        };
        const QRectF stroke = placed(at, sample);
        painter.setPen(line.pen);
        painter.drawLine(QPointF(stroke.left(), stroke.center().y()),
                         QPointF(stroke.right(), stroke.center().y()));
        painter.setPen(color(Ink::Normal));
        painter.drawText(placed(at + sample + besideLine, width), Qt::AlignCenter | Qt::TextDontClip,
                         line.name);
        at += sample + besideLine + width + 3 * besideLine;
    }
}

double placeOf(qsizetype i, qsizetype count)
{
    return (static_cast<double>(i) + 0.5) / static_cast<double>(count);
}

void drawLine(QPainter &painter, const Plot &plot, const Pace &pace, const PaceLine &line)
{
    constexpr double dot = points(1.8);
    std::optional<QPointF> before;
    for (qsizetype i = 0; i < pace.points.size(); ++i) {
        const auto value = pace.points.at(i).*line.figure;
        if (!value) {
            before.reset();
            continue;
        }
        const QPointF here(plot.x(placeOf(i, pace.points.size())), plot.y(static_cast<double>(*value)));
        painter.setPen(line.pen);
        painter.setBrush(Qt::NoBrush);
        if (before)
            painter.drawLine(*before, here);
        painter.setPen(Qt::NoPen);
        painter.setBrush(line.pen.color());
        painter.drawEllipse(here, dot, dot);
        before = here;
    }
}

// Where the middle of a bucket, or an amount within, lies along.
double shareOf(qint64 minor, const QList<SimulationBucket> &buckets)
{
    const qint64 first = buckets.first().from, last = buckets.last().to;
    return std::clamp(static_cast<double>(minor - first) / static_cast<double>(last - first), 0.0, 1.0);
}

void drawBuckets(QPainter &painter, const Plot &plot, const QList<SimulationBucket> &buckets)
{
    constexpr double used = 0.92;
    const auto count = static_cast<double>(buckets.size());
    const double width = plot.rect().width() / count * used;
    for (qsizetype i = 0; i < buckets.size(); ++i) {
        const SimulationBucket &bucket = buckets.at(i);
        const double left = plot.x(placeOf(i, buckets.size())) - width / 2;
        const double middle = plot.y(static_cast<double>(bucket.below));
        const double top = plot.y(static_cast<double>(bucket.below + bucket.reached));
        painter.fillRect(QRectF(left, middle, width, plot.rect().bottom() - middle), color(Ink::Muted));
        painter.fillRect(QRectF(left, top, width, middle - top), color(Ink::Good));
    }
}

// The range in which eight runs in ten end, with the middle one, below the bars; the goal through them.
void drawRange(QPainter &painter, const Plot &plot, const Simulation &simulation,
               const QList<SimulationBucket> &buckets)
{
    constexpr double tick = points(3);
    const QRectF &rect = plot.rect();
    const double y = rect.bottom() + points(8);
    const auto along = [&](const Money &money) { return plot.x(shareOf(money.minor, buckets)); };
    painter.setPen(QPen(color(Ink::Accent), points(1.6)));
    painter.drawLine(QPointF(along(simulation.low), y), QPointF(along(simulation.high), y));
    for (const Money &money : {simulation.low, simulation.middle, simulation.high})
        painter.drawLine(QPointF(along(money), y - tick), QPointF(along(money), y + tick));
    if (simulation.goal.minor < buckets.first().from || simulation.goal.minor > buckets.last().to)
        return;
    painter.setPen(QPen(color(Ink::Normal), points(1), Qt::DashLine));
    painter.drawLine(QPointF(along(simulation.goal), rect.top()),
                     QPointF(along(simulation.goal), rect.bottom()));
}

} // namespace

void paintPace(QPainter &painter, const QRectF &rect, const Pace &pace, const QLocale &locale)
{
    if (pace.points.isEmpty())
        return;
    const QList<PaceLine> lines = paceLines(pace);
    qint64 highest = 1;
    for (const PaceLine &line : lines)
        for (const Pace::Point &point : pace.points)
            highest = std::max(highest, (point.*line.figure).value_or(0));
    const double amounts
        = QFontMetricsF(font(Text::Label)).horizontalAdvance(locale.toString(highest)) + 2 * besideLine;
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const QRectF within = rect.adjusted(mirrored ? 0 : amounts, labelHeight() * 1.8, mirrored ? -amounts : 0,
                                        -labelHeight() * 1.4);
    const Plot plot(painter, within, highest);
    plot.drawGrid(locale);
    drawLegend(painter, rect, lines);
    for (const PaceLine &line : lines)
        drawLine(painter, plot, pace, line);
    const double slot = within.width() / static_cast<double>(pace.points.size());
    const double widest
        = QFontMetricsF(painter.font()).horizontalAdvance(pace.points.first().period.shortLabel(locale))
        + 2 * besideLine;
    const auto step = std::max<qsizetype>(1, static_cast<qsizetype>(widest / slot + 1));
    for (qsizetype i = (pace.points.size() - 1) % step; i < pace.points.size(); i += step)
        plot.drawWord(placeOf(i, pace.points.size()), within.bottom() + points(3),
                      pace.points.at(i).period.shortLabel(locale), Ink::Muted);
}

void paintSimulation(QPainter &painter, const QRectF &rect, const Simulation &simulation,
                     const QLocale &locale)
{
    if (!simulation.problem.isNone())
        return;
    const QList<SimulationBucket> buckets = simulationBuckets(simulation);
    qint64 highest = 1;
    for (const SimulationBucket &bucket : buckets)
        highest = std::max(highest, bucket.below + bucket.reached);
    const Plot plot(painter, rect.adjusted(0, points(4), 0, -points(14) - labelHeight()), highest);
    drawBuckets(painter, plot, buckets);
    painter.setPen(QPen(color(Ink::Line), points(0.8)));
    painter.drawLine(plot.rect().bottomLeft(), plot.rect().bottomRight());
    drawRange(painter, plot, simulation, buckets);
    for (const Money &money : {simulation.low, simulation.middle, simulation.high})
        plot.drawWord(shareOf(money.minor, buckets), plot.rect().bottom() + points(13),
                      moneyText(money, locale), Ink::Muted);
}
