#include "widgets/charts/chart_legend.h"

#include "widgets/charts/funnel_shapes.h"
#include "widgets/shell/theme.h"

#include <QEvent>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QPainter>
#include <QScatterSeries>

#include <algorithm>

namespace {
// In heights of the font.
constexpr double rowHeight = 1.4;
constexpr double gap = 0.4; // between sign and name
constexpr double between = 1.1; // entries
constexpr double markSize = 0.7;
} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Legend"));
}

void ChartLegend::setLegend(QLegend *legend)
{
    m_entries.clear();
    QStringList names;
    const QList<QLegendMarker *> markers = legend->isVisible() ? legend->markers() : QList<QLegendMarker *>();
    for (QLegendMarker *marker : markers) {
        if (!marker->isVisible())
            continue;
        Entry entry{.name = marker->label(), .pen = marker->pen(), .brush = marker->brush()};
        if (const auto *line = qobject_cast<const QLineSeries *>(marker->series())) {
            entry.sign = Entry::Sign::Line;
            entry.pen = line->pen();
        } else if (const auto *marks = qobject_cast<const QScatterSeries *>(marker->series())) {
            const bool isRound = marks->markerShape() == QScatterSeries::MarkerShapeCircle;
            entry.sign = isRound ? Entry::Sign::Circle : Entry::Sign::Diamond;
            entry.pen = marks->pen();
            if (isRound) // in the chart it has the colour of what it belongs to
                entry.pen.setColor(Theme::of(this).color(Theme::Role::Ink));
        }
        names.append(entry.name);
        m_entries.append(entry);
    }
    if (legend->reverseMarkers()) // as bars lie above each other
        std::reverse(m_entries.begin(), m_entries.end());
    legend->hide();
    setAccessibleDescription(names.join(QLatin1String(", ")));
    updateGeometry();
    update();
}

// A line is long enough to show its dashes.
double ChartLegend::signWidth() const
{
    const bool lines = std::any_of(m_entries.begin(), m_entries.end(),
                                   [](const Entry &entry) { return entry.sign == Entry::Sign::Line; });
    return em(this, lines ? 2.6 : markSize);
}

QList<QRectF> ChartLegend::placesIn(double width) const
{
    const QFontMetricsF metrics(font(), this);
    const double height = em(this, rowHeight);
    QList<QRectF> places;
    QPointF at;
    for (const Entry &entry : m_entries) {
        const double wanted = signWidth() + em(this, gap) + metrics.horizontalAdvance(entry.name) + 1;
        if (at.x() > 0 && at.x() + wanted > width)
            at = {0, at.y() + height};
        places.append({at, QSizeF(std::min(wanted, width), height)});
        at.rx() += wanted + em(this, between);
    }
    return places;
}

int ChartLegend::heightForWidth(int width) const
{
    const QList<QRectF> places = placesIn(width);
    return places.isEmpty() ? 0 : static_cast<int>(places.last().bottom()) + 1;
}

QSize ChartLegend::sizeHint() const
{
    const int width = em(this, 30);
    return {width, heightForWidth(width)};
}

QSize ChartLegend::minimumSizeHint() const
{
    return {em(this, 8), em(this, rowHeight)};
}

void ChartLegend::paint(QPainter &painter, const QRectF &rect) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QFontMetricsF metrics(font(), this);
    const QList<QRectF> places = placesIn(rect.width());
    for (qsizetype i = 0; i < places.size(); ++i) {
        QRectF place = places.at(i).translated(rect.topLeft());
        if (mirrored)
            place.moveLeft(rect.left() + rect.right() - place.right());
        const double words = place.width() - signWidth() - em(this, gap);
        QRectF sign(place.topLeft(), QSizeF(signWidth(), place.height()));
        QRectF name(place.right() - words, place.top(), words, place.height());
        if (mirrored) {
            sign.moveRight(place.right());
            name.moveLeft(place.left());
        }
        paintSign(painter, m_entries.at(i), sign);
        painter.setPen(Theme::of(this).color(Theme::Role::Ink));
        painter.drawText(name, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine,
                         metrics.elidedText(m_entries.at(i).name, Qt::ElideRight, words + 1));
    }
    painter.restore();
}

void ChartLegend::paintSign(QPainter &painter, const Entry &entry, const QRectF &place) const
{
    const double half = em(this, markSize) / 2.0;
    const QRectF mark(place.center() - QPointF(half, half), QSizeF(2 * half, 2 * half));
    painter.setPen(entry.pen);
    painter.setBrush(entry.brush);
    switch (entry.sign) {
    case Entry::Sign::Line:
        painter.drawLine(QLineF(place.left(), place.center().y(), place.right(), place.center().y()));
        break;
    case Entry::Sign::Circle:
        painter.drawEllipse(mark);
        break;
    case Entry::Sign::Diamond:
        painter.drawPolygon(FunnelShapes::diamondAt(mark.center(), half));
        break;
    case Entry::Sign::Box:
        painter.fillRect(mark, entry.brush);
        break;
    }
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect());
}

void ChartLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}
