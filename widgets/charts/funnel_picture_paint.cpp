// How FunnelPicture paints what it has laid out.

#include "widgets/charts/funnel_picture.h"

#include "widgets/shell/theme.h"

#include <QPainter>

void FunnelPicture::mirror()
{
    const double sum = m_rect.left() + m_rect.right();
    const auto flip = [sum](QPolygonF &polygon) {
        for (QPointF &point : polygon)
            point.setX(sum - point.x());
    };
    for (Shape &shape : m_shapes)
        flip(shape.shape);
    for (Mark &mark : m_marks)
        flip(mark.shape);
    for (QLineF &line : m_lines)
        line = QLineF(sum - line.x1(), line.y1(), sum - line.x2(), line.y2());
    for (Text &text : m_texts) {
        text.rect.moveLeft(sum - text.rect.right());
        const bool left = text.alignment.testFlag(Qt::AlignLeft);
        const bool right = text.alignment.testFlag(Qt::AlignRight);
        text.alignment.setFlag(Qt::AlignLeft, right);
        text.alignment.setFlag(Qt::AlignRight, left);
    }
}

QColor FunnelPicture::color(Ink ink, Team team, const QPalette &palette) const
{
    const Theme &theme = Theme::of(palette);
    switch (ink) {
    case Ink::Muted:
        return theme.color(Theme::Role::Muted);
    case Ink::OnFill:
        return theme.onFill(team);
    case Ink::Good:
        return theme.color(Theme::Role::Good);
    case Ink::Warning:
        return theme.color(Theme::Role::Warning);
    case Ink::Normal:
        break;
    }
    return theme.color(Theme::Role::Ink);
}

void FunnelPicture::paint(QPainter &painter, const QPalette &palette, int current) const
{
    const Theme &theme = Theme::of(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_shapes.size(); ++i) {
        const FunnelBand &band = m_funnel.bands.at(i);
        // A stage of which nothing is known is an outline, not an area.
        painter.setPen(band.size ? QPen(Qt::NoPen) : QPen(theme.fill(band.owner), m_em / 14, Qt::DashLine));
        painter.setBrush(band.size ? QBrush(theme.fill(band.owner)) : QBrush(Qt::NoBrush));
        painter.drawPolygon(m_shapes.at(i).shape);
    }
    painter.setPen(QPen(theme.color(Theme::Role::Warning), m_em / 11, Qt::DashLine));
    painter.drawLines(m_lines);
    painter.setPen(Qt::NoPen);
    for (const Mark &mark : m_marks) {
        painter.setBrush(mark.ink == Ink::OnFill ? theme.fill(mark.fill)
                                                 : color(mark.ink, mark.fill, palette));
        painter.drawPolygon(mark.shape);
    }
    for (const Text &text : m_texts) {
        painter.setFont(text.bold ? m_bold : m_font);
        painter.setPen(color(text.ink, text.onFill, palette));
        painter.drawText(text.rect,
                         static_cast<int>(text.alignment) | Qt::AlignAbsolute | Qt::TextSingleLine
                             | Qt::TextDontClip,
                         text.text);
    }
    if (current >= 0 && current < m_shapes.size()) {
        painter.setPen(QPen(theme.color(Theme::Role::Accent), m_em / 8));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(m_shapes.at(current).shape);
    }
    painter.restore();
}

void FunnelPicture::paint(QPainter &painter, const QRectF &rect, const FunnelBands &funnel,
                          const QPalette &palette)
{
    FunnelPicture(funnel, rect, painter.font(), painter.device()).paint(painter, palette);
}

int FunnelPicture::bandAt(const QPointF &position) const
{
    for (int i = 0; i < m_shapes.size(); ++i)
        if (m_shapes.at(i).row.adjusted(0, -m_gap / 2, 0, m_gap / 2).contains(position))
            return i;
    return -1;
}

QList<QRectF> FunnelPicture::textRects() const
{
    QList<QRectF> rects;
    for (const Text &text : m_texts)
        rects.append(text.rect);
    return rects;
}
