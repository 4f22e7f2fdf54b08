#include "widgets/controls/columns_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <iterator>

namespace {

int heightOf(const QLayoutItem *item, int width)
{
    return item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
}

} // namespace

ColumnsLayout::ColumnsLayout(int columnWidth, QWidget *parent)
    : QLayout(parent)
    , m_columnWidth(columnWidth)
{
    setContentsMargins(0, 0, 0, 0);
}

ColumnsLayout::~ColumnsLayout()
{
    for (const Entry &entry : m_entries)
        delete entry.item;
}

void ColumnsLayout::addWidget(QWidget *widget, bool wide)
{
    addChildWidget(widget);
    addItem(new QWidgetItem(widget));
    m_entries.last().wide = wide;
}

void ColumnsLayout::addInNewRow(QWidget *widget)
{
    addWidget(widget, false);
    m_entries.last().begins = true;
}

void ColumnsLayout::setColumnWidth(int columnWidth)
{
    m_columnWidth = columnWidth;
    invalidate();
}

void ColumnsLayout::addItem(QLayoutItem *item)
{
    m_entries.append({item, false, false});
}

int ColumnsLayout::count() const
{
    return static_cast<int>(m_entries.size());
}

QLayoutItem *ColumnsLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_entries.at(index).item : nullptr;
}

QLayoutItem *ColumnsLayout::takeAt(int index)
{
    return index >= 0 && index < count() ? m_entries.takeAt(index).item : nullptr;
}

Qt::Orientations ColumnsLayout::expandingDirections() const
{
    return Qt::Horizontal;
}

bool ColumnsLayout::hasHeightForWidth() const
{
    return true;
}

int ColumnsLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize ColumnsLayout::minimumSize() const
{
    QSize size;
    for (const Entry &entry : m_entries)
        size = size.expandedTo(entry.item->minimumSize());
    return size;
}

QSize ColumnsLayout::sizeHint() const
{
    const int width = 2 * m_columnWidth + spacing();
    return {width, heightForWidth(width)};
}

void ColumnsLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

qsizetype ColumnsLayout::endOfRow(const QList<Entry> &entries, qsizetype first, bool twoColumns)
{
    const bool alone = !twoColumns || entries.at(first).wide || first + 1 >= entries.size()
        || entries.at(first + 1).wide || entries.at(first + 1).begins;
    return first + (alone ? 1 : 2);
}

int ColumnsLayout::arrange(const QRect &rect, bool place) const
{
    const int gap = std::max(0, spacing());
    const bool twoColumns = rect.width() >= 2 * m_columnWidth + gap;
    const int half = (rect.width() - gap) / 2;
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    QList<Entry> shown;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(shown),
                 [](const Entry &entry) { return !entry.item->isEmpty(); });
    int y = rect.top();
    for (qsizetype first = 0; first < shown.size();) {
        const qsizetype end = endOfRow(shown, first, twoColumns);
        const int width = twoColumns && !shown.at(first).wide ? half : rect.width();
        int height = 0;
        for (qsizetype i = first; i < end; ++i)
            height = std::max(height, heightOf(shown.at(i).item, width));
        for (qsizetype i = first; place && i < end; ++i) {
            const QRect cell(rect.left() + static_cast<int>(i - first) * (half + gap), y, width, height);
            shown.at(i).item->setGeometry(QStyle::visualRect(direction, rect, cell));
        }
        y += height + gap;
        first = end;
    }
    return std::max(0, y - gap - rect.top());
}
