#include "widgets/controls/record_delegate.h"

#include "widgets/controls/sheet_proxy.h"
#include "widgets/shell/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

bool saysMuch(FieldKind kind)
{
    return kind != FieldKind::LongText && kind != FieldKind::Picture && kind != FieldKind::YesNo
        && kind != FieldKind::Score;
}

QFont smaller(QFont font)
{
    constexpr double smallText = 0.9;
    font.setPointSizeF(font.pointSizeF() * smallText);
    return font;
}

} // namespace

RecordDelegate::RecordDelegate(const SheetProxy &proxy, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_proxy(proxy)
{
}

QString RecordDelegate::secondLine(const QModelIndex &index) const
{
    constexpr qsizetype most = 2;
    const Sheet &sheet = m_proxy.sheetModel().sheet();
    QStringList parts;
    for (int column = 0; column < sheet.fields.size() && parts.size() < most; ++column) {
        const Field &field = sheet.fields.at(column);
        const QString text = index.siblingAtColumn(column).data().toString().simplified();
        if (saysMuch(field.kind) && field.key != sheet.title().key && !text.isEmpty())
            parts.append(text);
    }
    return parts.join(u" · "_s);
}

QSize RecordDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {em(option.fontMetrics, 6), em(option.fontMetrics, 2.7)};
}

void RecordDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
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
    QFont font = option.font;
    font.setBold(selected);
    painter->setFont(font);
    painter->setPen(theme.color(Theme::Role::Ink));
    const QString title = m_proxy.sheetModel().titleOf(m_proxy.mapToSource(index).row());
    const QRect upper = inner.adjusted(0, 0, 0, -inner.height() / 2);
    painter->drawText(upper, alignment,
                      painter->fontMetrics().elidedText(title, Qt::ElideRight, upper.width()));
    painter->setFont(smaller(option.font));
    painter->setPen(theme.color(Theme::Role::Muted));
    const QRect lower = inner.adjusted(0, inner.height() / 2, 0, 0);
    painter->drawText(lower, alignment,
                      painter->fontMetrics().elidedText(secondLine(index), Qt::ElideRight, lower.width()));
    painter->restore();
}
