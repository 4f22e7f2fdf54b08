#include "widgets/controls/chip.h"

#include "widgets/controls/name_tip.h"
#include "widgets/shell/theme.h"

#include <QPainter>

namespace {
int padding(const QFontMetrics &metrics)
{
    return em(metrics, 0.5);
}
} // namespace

Chip::Chip(const QString &text, Team team, QWidget *parent)
    : QWidget(parent)
    , m_team(team)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setText(text);
    showNameAsTip(this);
}

Chip::Chip(const QString &text, Look look, QWidget *parent)
    : Chip(text, Team::None, parent)
{
    m_look = look;
}

void Chip::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setLook(Look look)
{
    m_look = look;
    update();
}

QSize Chip::sizeOf(const QString &text, const QFontMetrics &metrics)
{
    return {metrics.horizontalAdvance(text) + 2 * padding(metrics) + 2, em(metrics, 1.2)};
}

QSize Chip::sizeHint() const
{
    return sizeOf(m_text, fontMetrics());
}

QSize Chip::minimumSizeHint() const
{
    return {em(this, 2.5), em(this, 1.2)};
}

void Chip::paint(QPainter *painter, const QRect &rect, const QString &text, Team team, Look look,
                 const QPalette &palette)
{
    const Theme &theme = Theme::of(palette);
    const QColor ink = look == Look::Warning ? theme.color(Theme::Role::Warning) : theme.text(team);
    const QColor border = look == Look::Warning ? ink : theme.color(Theme::Role::Outline);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(look == Look::Tinted ? QPen(Qt::NoPen) : QPen(border, 1));
    painter->setBrush(look == Look::Tinted ? QBrush(theme.tint(team)) : QBrush(Qt::NoBrush));
    const QRectF box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter->setPen(ink);
    const int inset = padding(painter->fontMetrics());
    const QRect inner = rect.adjusted(inset, 0, -inset, 0);
    painter->drawText(inner, Qt::AlignCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width() + 2));
    painter->restore();
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_text, m_team, m_look, palette());
}
