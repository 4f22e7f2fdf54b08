#include "widgets/shell/calm_drawing.h"

#include "widgets/shell/theme.h"

#include <QPainter>
#include <QStyleOption>

using Role = Theme::Role;

namespace CalmDrawing {

bool isDefault(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && (button->features & QStyleOptionButton::DefaultButton);
}

void drawBox(QPainter *painter, const QRect &rect, double radius, const QColor &ground, const QColor &border,
             double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    const double inset = border.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawChevron(QPainter *painter, const QRect &rect, Qt::ArrowType arrow, const QColor &color, double size)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, std::max(1.2, size / 6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(QRectF(rect).center());
    const int turns = arrow == Qt::DownArrow ? 0
        : arrow == Qt::LeftArrow             ? 90
        : arrow == Qt::UpArrow               ? 180
                                             : 270;
    painter->rotate(turns);
    const double half = size / 2;
    painter->drawPolyline(QPolygonF({{-half, -half / 2}, {0, half / 2}, {half, -half / 2}}));
    painter->restore();
}

void drawButtonLabel(const QStyleOptionButton *button, QPainter *painter, const QColor &ink)
{
    const bool enabled = button->state & QStyle::State_Enabled;
    const int gap = button->icon.isNull() || button->text.isEmpty() ? 0 : em(button->fontMetrics, 0.35);
    const int icon = button->icon.isNull() ? 0 : button->iconSize.width();
    const int arrow = button->features & QStyleOptionButton::HasMenu ? em(button->fontMetrics, 0.9) : 0;
    const QSize text = button->fontMetrics.size(Qt::TextShowMnemonic, button->text);
    const int wide = icon + gap + text.width();
    QRect content(0, button->rect.top(), wide, button->rect.height());
    content.moveLeft(button->rect.left() + (button->rect.width() - arrow - wide) / 2);
    const auto placed
        = [&](const QRect &rect) { return QStyle::visualRect(button->direction, button->rect, rect); };
    if (icon > 0) {
        QRect place(content.left(), content.top() + (content.height() - icon) / 2, icon, icon);
        button->icon.paint(painter, placed(place), Qt::AlignCenter,
                           enabled ? QIcon::Normal : QIcon::Disabled);
    }
    painter->setPen(ink);
    painter->drawText(placed(content.adjusted(icon + gap, 0, 1, 0)), Qt::AlignCenter | Qt::TextShowMnemonic,
                      button->text);
    if (arrow > 0) {
        const QRect place(button->rect.right() - arrow * 3 / 2, button->rect.top(), arrow,
                          button->rect.height());
        drawChevron(painter, placed(place), Qt::DownArrow, ink, em(button->fontMetrics, 0.4));
    }
}

void drawButton(const QStyleOption *option, QPainter *painter, bool flat)
{
    const Theme &theme = Theme::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const double radius = cornerRadius(option->fontMetrics);
    if (isDefault(option) && enabled) {
        const QColor accent = theme.color(Role::Accent);
        drawBox(painter, option->rect, radius,
                down        ? accent.darker(115)
                    : hover ? accent.lighter(110)
                            : accent,
                {});
        return;
    }
    const QColor ground = theme.color(down ? Role::Selection : hover ? Role::Hover : Role::Card);
    if (!flat)
        drawBox(painter, option->rect, radius, ground, theme.color(hover ? Role::Outline : Role::Line));
    else if (hover || down)
        drawBox(painter, option->rect, radius, ground, {});
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const Theme &theme = Theme::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focus = enabled && (option->state & QStyle::State_HasFocus);
    const bool readOnly = option->state & QStyle::State_ReadOnly;
    drawBox(painter, option->rect, cornerRadius(option->fontMetrics),
            theme.color(enabled && !readOnly ? Role::Card : Role::Ground),
            theme.color(focus         ? Role::Accent
                            : enabled ? Role::Outline
                                      : Role::Line),
            focus ? 2 : 1);
}

void drawTick(const QStyleOption *option, QPainter *painter, bool round)
{
    const Theme &theme = Theme::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor mark = theme.color(enabled ? Role::Accent : Role::Muted);
    const QRect rect = option->rect;
    const double radius = round ? rect.height() / 2.0 : rect.height() * 0.22;
    drawBox(painter, rect, radius, on ? mark : theme.color(Role::Card),
            on ? mark : theme.color(enabled ? Role::Outline : Role::Line), 1.5);
    if (!on)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.topLeft());
    painter->scale(rect.width(), rect.height());
    painter->setPen(QPen(theme.color(Role::OnAccent), 0.13, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (round) {
        painter->setBrush(theme.color(Role::OnAccent));
        painter->drawEllipse(QPointF(0.5, 0.5), 0.14, 0.14);
    } else if (option->state & QStyle::State_NoChange) {
        painter->drawLine(QPointF(0.27, 0.5), QPointF(0.73, 0.5));
    } else {
        painter->drawPolyline(QPolygonF({{0.24, 0.52}, {0.43, 0.70}, {0.77, 0.31}}));
    }
    painter->restore();
}

void drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    const Theme &theme = Theme::of(option->palette);
    const bool hover = (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
    painter->fillRect(option->rect, theme.color(hover ? Role::Hover : Role::Card));
    const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (section && section->orientation == Qt::Vertical
        && (section->position == QStyleOptionHeader::End
            || section->position == QStyleOptionHeader::OnlyOneSection))
        return; // below the last row lies the table's own frame
    painter->setPen(theme.color(Role::Line));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

void drawProgress(const QStyleOptionProgressBar *bar, QPainter *painter)
{
    const Theme &theme = Theme::of(bar->palette);
    const int thickness = std::max(4, bar->fontMetrics.height() / 3);
    QRect rect = bar->rect;
    rect.setTop(rect.center().y() - thickness / 2);
    rect.setHeight(thickness);
    drawBox(painter, rect, thickness / 2.0, theme.color(Role::Line), {});
    const int range = bar->maximum - bar->minimum;
    if (range <= 0)
        return;
    const double done = static_cast<double>(bar->progress - bar->minimum) / range;
    rect.setWidth(std::max(thickness, static_cast<int>(rect.width() * std::clamp(done, 0.0, 1.0))));
    drawBox(painter, rect, thickness / 2.0, theme.color(Role::Accent), {});
}

void drawScrollBar(const QStyleOptionSlider *bar, QPainter *painter, const QRect &handle)
{
    const Theme &theme = Theme::of(bar->palette);
    if (handle.isEmpty() || bar->minimum == bar->maximum)
        return;
    const bool active = (bar->state & QStyle::State_MouseOver) || (bar->state & QStyle::State_Sunken);
    const int gap = std::max(2, std::min(handle.width(), handle.height()) / 4);
    const QRect thumb = handle.adjusted(gap, gap, -gap, -gap);
    QColor color = theme.color(Role::Outline);
    if (!active)
        color.setAlphaF(0.6F);
    drawBox(painter, thumb, std::min(thumb.width(), thumb.height()) / 2.0, color, {});
}

} // namespace CalmDrawing
