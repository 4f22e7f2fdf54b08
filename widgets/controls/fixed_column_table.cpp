#include "widgets/controls/fixed_column_table.h"

#include "widgets/shell/theme.h"

#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace {

void drawEdge(QPainter &painter, const QRect &fixed, const QWidget &table)
{
    painter.setPen(Theme::of(&table).color(Theme::Role::Outline));
    const int x = table.isRightToLeft() ? fixed.left() : fixed.right();
    painter.drawLine(x, fixed.top(), x, fixed.bottom());
}

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
        paintSection(&painter, fixed, 0);
        drawEdge(painter, fixed, m_table);
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
    const QRect cell = QTableWidget::visualRect(index), fixed = fixedRect();
    const int hidden = isRightToLeft() ? cell.right() - fixed.left() + 1 : fixed.right() + 1 - cell.left();
    if (hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

void FixedColumnTable::paintEvent(QPaintEvent *event)
{
    QTableWidget::paintEvent(event);
    if (!isFirstFixed())
        return;
    const QRect fixed = fixedRect();
    QPainter painter(viewport());
    painter.fillRect(fixed, palette().color(QPalette::Base));
    for (int row = std::max(0, rowAt(event->rect().top())); row < rowCount(); ++row) {
        const QRect place(fixed.left(), rowViewportPosition(row), fixed.width(), rowHeight(row));
        if (place.top() > event->rect().bottom())
            break;
        paintCell(painter, row, place);
    }
    drawEdge(painter, fixed, *this);
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
