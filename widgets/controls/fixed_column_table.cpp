#include "widgets/controls/fixed_column_table.h"

#include "widgets/shell/theme.h"

#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace {

// Its first heading stays with the first column.
class Head : public QHeaderView
{
public:
    explicit Head(FixedColumnTable *table)
        : QHeaderView(Qt::Horizontal, table)
        , m_table(*table)
    {
        setSectionsClickable(true);
        setHighlightSections(true);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QHeaderView::paintEvent(event);
        if (!m_table.isFirstFixed())
            return;
        const QRect room = viewport()->rect();
        const QRect fixed
            = QStyle::visualRect(layoutDirection(), room, {0, 0, sectionSize(0), room.height()});
        QPainter painter(viewport());
        // Not the line beneath.
        painter.fillRect(m_table.covered(room.height() - 1), palette().color(QPalette::Base));
        paintSection(&painter, fixed, 0);
    }

private:
    const FixedColumnTable &m_table;
};

} // namespace

FixedColumnTable::FixedColumnTable(QWidget *parent)
    : QTableWidget(parent)
{
    setHorizontalHeader(new Head(this));
    setHorizontalScrollMode(ScrollPerPixel);
}

bool FixedColumnTable::isFirstFixed() const
{
    return columnCount() > 1 && horizontalScrollBar()->value() > 0
        && 2 * columnWidth(0) <= viewport()->width();
}

QRect FixedColumnTable::fixedRect() const
{
    const QRect room = viewport()->rect();
    return QStyle::visualRect(layoutDirection(), room, {0, 0, columnWidth(0), room.height()});
}

QRect FixedColumnTable::visualRect(const QModelIndex &index) const
{
    QRect rect = QTableWidget::visualRect(index);
    if (index.column() == 0 && isFirstFixed())
        rect.moveLeft(fixedRect().left());
    return rect;
}

QModelIndex FixedColumnTable::indexAt(const QPoint &point) const
{
    return isFirstFixed() && fixedRect().contains(point) ? model()->index(rowAt(point.y()), 0)
                                                         : QTableWidget::indexAt(point);
}

// A cell must not lie beneath the first column either.
void FixedColumnTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QTableWidget::scrollTo(index, hint);
    if (index.column() == 0 || !isFirstFixed())
        return;
    if (const int hidden = hiddenOf(index.column()); hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

int FixedColumnTable::hiddenOf(int column) const
{
    const int left = columnViewportPosition(column);
    return isRightToLeft() ? left + columnWidth(column) - fixedRect().left() : fixedRect().right() + 1 - left;
}

QRect FixedColumnTable::covered(int height) const
{
    QRect all = fixedRect();
    all.setHeight(height);
    const int beside = columnAt(isRightToLeft() ? all.left() - 1 : all.right() + 1);
    constexpr double margin = 0.3; // of a cell, which tells nothing
    if (beside < 1 || hiddenOf(beside) <= em(this, margin))
        return all;
    const int left = columnViewportPosition(beside);
    return all.united({left, 0, columnWidth(beside), height});
}

void FixedColumnTable::paintEvent(QPaintEvent *event)
{
    QTableWidget::paintEvent(event);
    if (!isFirstFixed())
        return;
    const QRect fixed = fixedRect();
    QPainter painter(viewport());
    painter.fillRect(covered(fixed.height()), palette().color(QPalette::Base));
    for (int row = std::max(0, rowAt(event->rect().top())); row < rowCount(); ++row) {
        const QRect place(fixed.left(), rowViewportPosition(row), fixed.width(), rowHeight(row));
        if (place.top() > event->rect().bottom())
            break;
        paintCell(painter, row, place);
    }
    painter.setPen(Theme::of(this).color(Theme::Role::Outline));
    const int edge = isRightToLeft() ? fixed.left() : fixed.right();
    painter.drawLine(edge, fixed.top(), edge, fixed.bottom());
}

void FixedColumnTable::paintCell(QPainter &painter, int row, const QRect &place)
{
    const QModelIndex index = model()->index(row, 0);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = place;
    option.features.setFlag(QStyleOptionViewItem::WrapText, wordWrap());
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
    itemDelegateForIndex(index)->paint(&painter, option, index);
}

// What has been painted is moved along otherwise.
void FixedColumnTable::scrollContentsBy(int dx, int dy)
{
    QTableWidget::scrollContentsBy(dx, dy);
    if (dx == 0)
        return;
    viewport()->update();
    horizontalHeader()->viewport()->update();
}
