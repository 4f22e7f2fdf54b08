#include "widgets/controls/two_line_delegate.h"

#include "widgets/shell/appearance.h"
#include "widgets/shell/theme.h"

#include <QPainter>

QString TwoLineDelegate::firstLine(const QModelIndex &index) const
{
    return index.data().toString();
}

QString TwoLineDelegate::secondLine(const QModelIndex &index) const
{
    return index.data(SecondLineRole).toString();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {em(option.fontMetrics, 6), em(option.fontMetrics, 2.7)};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect box = option.rect.adjusted(1, 1, -1, -1);
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(selected ? Theme::Role::Selection : Theme::Role::Hover));
        painter->drawRoundedRect(box, cornerRadius(option.fontMetrics), cornerRadius(option.fontMetrics));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme.color(Theme::Role::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box, cornerRadius(option.fontMetrics), cornerRadius(option.fontMetrics));
    }
    const QRect inner = box.adjusted(em(option.fontMetrics, 0.5), em(option.fontMetrics, 0.2),
                                     -em(option.fontMetrics, 0.4), -em(option.fontMetrics, 0.2));
    const auto alignment
        = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    painter->setFont(selected ? strong(option.font) : option.font);
    painter->setPen(theme.color(Theme::Role::Ink));
    const QRect upper = inner.adjusted(0, 0, 0, -inner.height() / 2);
    painter->drawText(upper, alignment,
                      painter->fontMetrics().elidedText(firstLine(index), Qt::ElideRight, upper.width()));
    painter->setFont(option.font);
    painter->setPen(theme.color(Theme::Role::Muted));
    const QRect lower = inner.adjusted(0, inner.height() / 2, 0, 0);
    painter->drawText(lower, alignment,
                      painter->fontMetrics().elidedText(secondLine(index), Qt::ElideRight, lower.width()));
    painter->restore();
}
