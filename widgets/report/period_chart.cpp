#include "widgets/report/period_chart.h"

#include "widgets/report/report_style.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>

using namespace ReportStyle;

namespace {

constexpr double gap = points(10);

struct Scale
{
    QRectF plot;
    double largest = 1;
    qsizetype count = 1;
    Qt::LayoutDirection direction = Qt::LeftToRight; // in which time runs

    double x(qsizetype i) const { return x(static_cast<double>(i)); }
    double x(double i) const
    {
        const double place = direction == Qt::RightToLeft ? static_cast<double>(count) - 1 - i : i;
        return plot.left() + plot.width() * (place + 0.5) / static_cast<double>(count);
    }
    double y(double value) const { return plot.bottom() - plot.height() * value / largest; }
};

double largestOf(const QList<PeriodChart::Point> &chartPoints)
{
    double largest = 0;
    for (const PeriodChart::Point &point : chartPoints)
        largest = std::max({largest, point.value.value_or(0), point.target.value_or(0)});
    return largest > 0 ? largest : 1;
}

void drawText(QPainter &painter, const QRectF &rect, int flags, const QString &text, Ink ink,
              Text style = Text::Label)
{
    painter.setFont(font(style));
    painter.setPen(color(ink));
    painter.drawText(rect, flags | Qt::TextDontClip, text);
}

// Period names under the axis: all where there is room, otherwise the first and the last.
void drawPeriods(QPainter &painter, const Scale &scale, const QList<PeriodChart::Point> &chartPoints)
{
    const QFontMetricsF metrics(font(Text::Label));
    const double slot = scale.plot.width() / static_cast<double>(scale.count);
    const bool all
        = std::all_of(chartPoints.begin(), chartPoints.end(), [&](const PeriodChart::Point &point) {
              return metrics.horizontalAdvance(point.period) + gap / 2 <= slot;
          });
    painter.setPen(QPen(color(Ink::Line), points(0.8)));
    painter.drawLine(scale.plot.bottomLeft(), scale.plot.bottomRight());
    const QRectF under(scale.plot.left(), scale.plot.bottom() + points(2), scale.plot.width(), labelHeight());
    if (!all) {
        drawText(painter, under, Qt::AlignLeft, chartPoints.first().period, Ink::Muted);
        drawText(painter, under, Qt::AlignRight, chartPoints.last().period, Ink::Muted);
        return;
    }
    for (qsizetype i = 0; i < chartPoints.size(); ++i)
        drawText(painter, {scale.x(i) - slot / 2, under.top(), slot, under.height()}, Qt::AlignHCenter,
                 chartPoints.at(i).period, Ink::Muted);
}

// What is not over yet, as on screen; on white paper.
QColor inkAt(const PeriodChart::Point &point, const QColor &ink)
{
    constexpr float kept = 0.4F;
    const auto paled = [](float part) { return 1 - kept * (1 - part); };
    return point.running ? QColor::fromRgbF(paled(ink.redF()), paled(ink.greenF()), paled(ink.blueF())) : ink;
}

constexpr double ring = points(3);

// Above its bar, and above the ring of the target that would lie across it.
double labelTop(const Scale &scale, const PeriodChart::Point &point)
{
    const double height = labelHeight() * 1.1;
    const double top = scale.y(std::max(0.0, *point.value));
    const double target = scale.y(std::max(0.0, point.target.value_or(0)));
    const bool isCrossed = point.target && target - ring < top && target + ring > top - height;
    return (isCrossed ? target - ring : top) - height;
}

void drawTargets(QPainter &painter, const Scale &scale, const QList<PeriodChart::Point> &chartPoints,
                 const QColor &ink)
{
    painter.setPen(QPen(ink, points(1)));
    painter.setBrush(Qt::NoBrush);
    for (qsizetype i = 0; i < chartPoints.size(); ++i)
        if (const auto &target = chartPoints.at(i).target)
            painter.drawEllipse(QPointF(scale.x(i), scale.y(std::max(0.0, *target))), ring, ring);
}

// With a gap where nothing is known.
void drawLine(QPainter &painter, const Scale &scale, const QList<PeriodChart::Point> &chartPoints,
              const QColor &ink)
{
    constexpr double dot = points(1.8);
    const auto placeOf = [&](qsizetype i) { return QPointF(scale.x(i), scale.y(*chartPoints.at(i).value)); };
    for (qsizetype i = 1; i < chartPoints.size(); ++i) {
        if (!chartPoints.at(i - 1).value || !chartPoints.at(i).value)
            continue;
        painter.setPen(QPen(inkAt(chartPoints.at(i), ink), points(1.4), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(placeOf(i - 1), placeOf(i));
    }
    painter.setPen(Qt::NoPen);
    for (qsizetype i = 0; i < chartPoints.size(); ++i) {
        if (!chartPoints.at(i).value)
            continue;
        painter.setBrush(inkAt(chartPoints.at(i), ink));
        painter.drawEllipse(placeOf(i), dot, dot);
    }
}

// Above the plot, out of the way of its lines.
constexpr double notesHeight = points(9);
double roomFor(const QList<double> &notes)
{
    return notes.isEmpty() ? 0 : notesHeight;
}

void drawNotes(QPainter &painter, const Scale &scale, double y, const QList<double> &notes)
{
    constexpr double half = points(2.4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Ink::Accent));
    for (const double note : notes) {
        const QPointF at(scale.x(note), y);
        painter.drawPolygon(QPolygonF{at - QPointF(0, half), at + QPointF(half, 0), at + QPointF(0, half),
                                      at - QPointF(half, 0)});
    }
}

} // namespace

void PeriodChart::paintBars(QPainter &painter, const QRectF &rect) const
{
    if (points.isEmpty())
        return;
    constexpr double barShare = 0.62;
    const QFontMetricsF metrics(font(Text::Label));
    const Scale scale{rect.adjusted(0, labelHeight() * 1.4 + roomFor(notes), 0, -labelHeight() * 1.4),
                      largestOf(points), points.size(), painter.layoutDirection()};
    const double slot = rect.width() / static_cast<double>(points.size());
    const bool all = std::all_of(points.begin(), points.end(), [&](const Point &point) {
        return metrics.horizontalAdvance(point.text) < slot;
    });
    for (qsizetype i = 0; i < points.size(); ++i) {
        const Point &point = points.at(i);
        if (!point.value)
            continue;
        const double top = scale.y(std::max(0.0, *point.value));
        painter.fillRect(
            QRectF(scale.x(i) - slot * barShare / 2, top, slot * barShare, scale.plot.bottom() - top),
            inkAt(point, ReportStyle::fill(team)));
        if (all || *point.value == scale.largest || i == points.size() - 1) {
            const double width = metrics.horizontalAdvance(point.text);
            const double left = std::clamp(scale.x(i) - width / 2, rect.left(),
                                           std::max(rect.left(), rect.right() - width));
            drawText(painter, {left, labelTop(scale, point), width, labelHeight()}, Qt::AlignHCenter,
                     point.text, Ink::Normal);
        }
    }
    drawPeriods(painter, scale, points);
    drawTargets(painter, scale, points, color(Ink::Normal));
    drawNotes(painter, scale, rect.top() + notesHeight / 2, notes);
}

void PeriodChart::paintLine(QPainter &painter, const QRectF &rect) const
{
    if (points.isEmpty())
        return;
    const Point &last = points.last();
    const QFontMetricsF head(font(Text::Head));
    const QString name
        = head.elidedText(title, Qt::ElideRight, rect.width() - head.horizontalAdvance(last.text) - gap);
    drawText(painter, rect, Qt::AlignLeft | Qt::AlignTop, name, inkOf(team), Text::Head);
    drawText(painter, rect, Qt::AlignRight | Qt::AlignTop, last.text, Ink::Normal, Text::Head);
    const Scale scale{rect.adjusted(0, labelHeight() * 1.7 + roomFor(notes), 0, -labelHeight() * 1.3),
                      largestOf(points), points.size(), painter.layoutDirection()};
    painter.setBrush(Qt::NoBrush);
    drawPeriods(painter, scale, points);
    const QColor ink = ReportStyle::fill(team);
    drawLine(painter, scale, points, ink);
    drawTargets(painter, scale, points, ink);
    drawNotes(painter, scale, scale.plot.top() - notesHeight * 0.7, notes);
}

void paintLines(QPainter &painter, const QRectF &rect, const QList<PeriodChart> &charts, int columns)
{
    const auto rows = (static_cast<int>(charts.size()) + columns - 1) / columns;
    const double width = (rect.width() - (columns - 1) * 2 * gap) / columns;
    const double height = (rect.height() - (rows - 1) * gap) / rows;
    for (int i = 0; i < charts.size(); ++i) {
        const int row = i / columns;
        const int column
            = painter.layoutDirection() == Qt::RightToLeft ? columns - 1 - i % columns : i % columns;
        charts.at(i).paintLine(
            painter,
            {rect.left() + column * (width + 2 * gap), rect.top() + row * (height + gap), width, height});
    }
}
