// How FunnelPicture paints what it has laid out.

#include "widgets/charts/funnel_picture.h"

#include "widgets/shell/theme.h"

#include <QPainter>

#include <utility>

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
    for (Line &line : m_lines)
        line.line = QLineF(sum - line.line.x1(), line.line.y1(), sum - line.line.x2(), line.line.y2());
    for (QPolygonF &arc : m_arcs)
        flip(arc);
    for (QRectF &rect : m_handovers)
        rect.moveLeft(sum - rect.right());
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

void FunnelPicture::paint(QPainter &painter, const QPalette &palette, const Focus &focus) const
{
    const Theme &theme = Theme::of(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_shapes.size(); ++i) {
        const FunnelBand &band = m_funnel.bands.at(i);
        painter.setOpacity(i == focus.dragged ? 0.5 : 1);
        // A stage of which nothing is known is an outline, not an area.
        painter.setPen(band.size ? QPen(Qt::NoPen) : QPen(theme.fill(band.owner), m_em / 14, Qt::DashLine));
        painter.setBrush(band.size ? QBrush(theme.fill(band.owner)) : QBrush(Qt::NoBrush));
        painter.drawPolygon(m_shapes.at(i).shape);
    }
    painter.setOpacity(1);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Theme::Role::Outline), m_em / 12));
    for (const QPolygonF &arc : m_arcs)
        painter.drawPolyline(arc);
    for (const Line &line : m_lines) {
        painter.setPen(QPen(color(line.ink, Team::None, palette), m_em / 11, Qt::DashLine));
        painter.drawLine(line.line);
    }
    for (const Mark &mark : m_marks) {
        const QColor filled
            = mark.ink == Ink::OnFill ? theme.fill(mark.fill) : color(mark.ink, mark.fill, palette);
        painter.setPen(mark.outlined ? QPen(filled, m_em / 11) : QPen(Qt::NoPen));
        painter.setBrush(mark.outlined ? QBrush(Qt::NoBrush) : QBrush(filled));
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
    paintFocus(painter, theme, focus);
    painter.restore();
}

void FunnelPicture::paintFocus(QPainter &painter, const Theme &theme, const Focus &focus) const
{
    painter.setPen(QPen(theme.color(Theme::Role::Accent), m_em / 8));
    painter.setBrush(Qt::NoBrush);
    if (focus.band >= 0 && focus.band < m_shapes.size())
        painter.drawPolygon(m_shapes.at(focus.band).shape);
    if (m_handovers.contains(focus.handover))
        painter.drawRect(m_handovers.value(focus.handover).adjusted(1, 0, 0, 0));
    const bool stays = focus.dropBefore == focus.dragged || focus.dropBefore == focus.dragged + 1;
    if (focus.dropBefore >= 0 && focus.dropBefore <= m_shapes.size() && !stays)
        paintDropMark(painter, focus.dropBefore);
}

// A line with an arrow at either end, right across the funnel.
void FunnelPicture::paintDropMark(QPainter &painter, int before) const
{
    const double y = before < m_shapes.size() ? m_shapes.at(before).row.top() - m_gap / 2
                                              : m_shapes.last().row.bottom() + m_gap / 2;
    double left = m_columns.funnelLeft(), right = m_columns.recycleLeft();
    if (m_funnel.direction == Qt::RightToLeft) {
        const double sum = m_rect.left() + m_rect.right();
        left = sum - std::exchange(right, sum - left);
    }
    const QColor color = painter.pen().color();
    painter.setPen(QPen(color, m_em / 5));
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    QPolygonF towardsLeft = FunnelShapes::arrowAt({0, 0}, m_em * 0.7);
    painter.drawPolygon(towardsLeft.translated(right - m_em / 4, y));
    for (QPointF &point : towardsLeft)
        point.setX(-point.x());
    painter.drawPolygon(towardsLeft.translated(left + m_em / 4, y));
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

QStringList FunnelPicture::texts() const
{
    QStringList texts;
    for (const Text &text : m_texts)
        texts.append(text.text);
    return texts;
}
