#include "widgets/controls/card.h"

#include "widgets/shell/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

Card::Card(QWidget *parent)
    : QFrame(parent)
{
    adaptMargins();
}

void Card::setEdge(Team team)
{
    m_team = team;
    m_edge = team == Team::None ? Edge::None : Edge::Team;
    update();
}

void Card::setWarningEdge()
{
    m_edge = Edge::Warning;
    update();
}

void Card::adaptMargins()
{
    const int inset = em(this, 0.35);
    setContentsMargins(inset, inset, inset, inset);
}

void Card::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        adaptMargins();
    QFrame::changeEvent(event);
}

void Card::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = cornerRadius(fontMetrics()) * 1.5;
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(box, radius, radius);
    painter.fillPath(shape, theme.color(Theme::Role::Card));
    painter.setPen(theme.color(Theme::Role::Line));
    painter.drawPath(shape);
    if (m_edge == Edge::None)
        return;
    painter.setClipRect(QRectF(0, 0, width(), em(this, 0.2)));
    painter.fillPath(shape, m_edge == Edge::Warning ? theme.color(Theme::Role::Warning) : theme.fill(m_team));
}
