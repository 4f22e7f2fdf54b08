#include "widgets/shell/navigation_delegate.h"

#include "widgets/controls/progress_ring.h"
#include "widgets/controls/signature_dots.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/navigation_model.h"
#include "widgets/shell/theme.h"

#include <QPainter>
#include <QStyle>

namespace {
void paintGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    const Theme &theme = Theme::of(option.palette);
    const bool chosen = option.state & QStyle::State_Selected;
    const bool hover = option.state & QStyle::State_MouseOver;
    const bool focus
        = (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(focus ? QPen(theme.color(Theme::Role::Accent), 2) : QPen(Qt::NoPen));
    if (chosen || hover || focus) {
        painter->setBrush(theme.color(chosen ? Theme::Role::Selection : Theme::Role::Hover));
        const double radius = cornerRadius(option.fontMetrics);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), radius, radius);
    }
}
} // namespace

void NavigationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool chosen = option.state & QStyle::State_Selected;
    const QString number = index.data(NavigationModel::NumberRole).toString();
    const int unit = em(option.fontMetrics);
    const auto placed
        = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    painter->save();
    paintGround(painter, option);

    painter->setFont(chosen ? strong(option.font) : option.font);
    const int ring = em(option.fontMetrics, 1.3);
    QRect rest = option.rect.adjusted(unit / 2, 0, -unit / 2, 0);
    const QSizeF dots = number.isEmpty() ? QSizeF() : SignatureDots::sizeOf(option.fontMetrics);
    const QRect box = m_compact
        ? QRect(option.rect.center().x() - ring / 2,
                option.rect.center().y() - (ring + static_cast<int>(dots.height())) / 2, ring, ring)
        : QRect(rest.left(), option.rect.center().y() - ring / 2, ring, ring);
    const auto paintDots = [&](const QRectF &at) {
        SignatureDots::paint(painter, at, index.data(NavigationModel::MarketingRole).value<SignatureState>(),
                             index.data(NavigationModel::SalesRole).value<SignatureState>(), option.palette);
    };
    ProgressRing::paint(painter, placed(box), index.data(NavigationModel::ProgressRole).toDouble(), number,
                        option.palette);
    if (number.isEmpty()) {
        const int inset = ring / 4;
        themedIcon(index.data(NavigationModel::SignRole).toString(), Theme::Role::Ink)
            .paint(painter, placed(box).adjusted(inset, inset, -inset, -inset));
    }
    if (m_compact && !number.isEmpty()) {
        painter->setFont(option.font);
        paintDots(QRectF(option.rect.left(), box.bottom() + 1, option.rect.width(), dots.height()));
    } else if (!m_compact) {
        rest.setLeft(rest.left() + ring + unit / 2);
        if (!number.isEmpty()) {
            const int wide = static_cast<int>(dots.width());
            paintDots(placed({rest.right() - wide, rest.top(), wide, rest.height()}));
            rest.setRight(rest.right() - wide - unit / 3);
        }
        painter->setPen(theme.color(chosen ? Theme::Role::Accent : Theme::Role::Ink));
        painter->drawText(
            placed(rest),
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
    }
    painter->restore();
}

QSize NavigationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {em(option.fontMetrics, m_compact ? 2.4 : 9), em(option.fontMetrics, 2.2)};
}
