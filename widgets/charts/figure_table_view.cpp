#include "widgets/charts/figure_table_view.h"

#include "widgets/controls/broken_text.h"
#include "widgets/controls/in_sight.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/shell/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <functional>

FigureTableView::FigureTableView(QWidget *parent)
    : FixedColumnTable(parent)
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false); // Tab goes on along the page, arrows move within
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1); // fitColumns() knows better
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter
                                            | static_cast<Qt::Alignment>(Qt::TextWordWrap));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCornerWidget(new QWidget); // nothing is to be seen between the bars
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Figures"));
    InSight::keepHead(*this);
    followFocus(*this);
}

void FigureTableView::setFigures(const FigureTable &figures)
{
    m_figures = figures;
    clear();
    setRowCount(static_cast<int>(figures.rows.size()));
    setColumnCount(static_cast<int>(figures.head.size()));
    setHorizontalHeaderLabels(figures.head);
    for (int column = 0; column < columnCount(); ++column) {
        const bool words = column < figures.textColumns;
        const Qt::Alignment alignment = (words ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter;
        horizontalHeaderItem(column)->setData(Qt::TextAlignmentRole,
                                              static_cast<int>(alignment) | Qt::TextWordWrap);
        for (int row = 0; row < rowCount(); ++row) {
            auto *item = new QTableWidgetItem(figures.rows.at(row).value(column));
            item->setTextAlignment(alignment);
            item->setToolTip(item->text());
            setItem(row, column, item);
        }
    }
    measure();
    fitColumns();
    updateGeometry();
}

QFont FigureTableView::headFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

namespace {
constexpr double longest = 16; // ems that a column takes from others
}

int FigureTableView::widestCell(int column) const
{
    const QFontMetrics metrics(font());
    int widest = em(this, 2);
    for (const QStringList &row : m_figures.rows)
        widest = std::max(widest, metrics.horizontalAdvance(row.value(column)));
    return widest;
}

// Figures are never broken, words and heads are where the room is short; nor is any figure as long as a text
// that stands among them.
FigureTableView::Widths FigureTableView::widthsOf(int column, int cells) const
{
    const bool words = column < m_figures.textColumns;
    cells = words ? cells : std::min(cells, em(this, longest));
    constexpr int rounding = 2; // a word is laid out in fractions of a dot
    const int head = std::min(widestWord(m_figures.head.at(column), QFontMetrics(headFont())) + rounding,
                              em(this, longest));
    const int padding = em(this, 0.7);
    const int wanted = std::max(words ? std::min(cells, em(this, longest)) : cells, head);
    const int least = std::max(words ? 0 : cells, std::min(wanted, em(this, words ? 4 : 2.6)));
    const int usual = em(this, 5.5); // a longer word may be broken rather than push columns out of sight
    return {least + padding, std::max(least, std::min(head, usual)) + padding, wanted + padding,
            std::max(cells, wanted) + padding};
}

void FigureTableView::measure()
{
    m_widths.clear();
    m_broken.clear();
    for (int column = 0; column < columnCount(); ++column) {
        const int cells = widestCell(column);
        m_widths.append(widthsOf(column, cells));
        m_broken.append(column < m_figures.textColumns || cells > em(this, longest));
    }
}

FigureTableView::Widths FigureTableView::widthsOfAll() const
{
    Widths all{};
    for (int column = 0; column < columnCount(); ++column)
        if (!isColumnHidden(column))
            std::transform(all.begin(), all.end(), m_widths.at(column).begin(), all.begin(), std::plus());
    return all;
}

// Where there is no room for two columns of words, the second stands below the first.
void FigureTableView::stack(bool stacked)
{
    if (m_figures.textColumns < 2)
        return;
    setColumnHidden(1, stacked);
    for (int row = 0; row < rowCount(); ++row) {
        const QString words = m_figures.rows.at(row).value(0);
        item(row, 0)->setText(stacked ? words + QLatin1Char('\n') + m_figures.rows.at(row).value(1) : words);
    }
}

void FigureTableView::fitColumns()
{
    const int room = viewport()->width();
    stack(false);
    Widths all = widthsOfAll();
    if (all.front() > room) {
        stack(true);
        all = widthsOfAll();
    }
    // A table that scrolls anyway breaks no words.
    const size_t narrowest = m_keepsHeads || all.front() > room ? 1 : 0;
    // What is left over is shared: figures far from their name are hard to follow with the eye.
    const int share = std::max(0, room - all.back()) / std::max(1, columnCount());
    int rest = room;
    for (int column = columnCount() - 1; column >= 0; --column) {
        if (isColumnHidden(column))
            continue;
        const Widths &widths = m_widths.at(column);
        int width = widths[narrowest] + share;
        for (size_t level = narrowest + 1; level < widths.size(); ++level) {
            const double granted = std::clamp(
                double(room - all[level - 1]) / std::max(1, all[level] - all[level - 1]), 0.0, 1.0);
            width += static_cast<int>((widths[level] - widths[level - 1]) * granted);
        }
        rest -= width;
        setColumnWidth(column, column == 0 ? std::max(width, width + rest) : width);
    }
    m_scrolls = all[narrowest] > room;
    setVerticalScrollBarPolicy(m_scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    fitHeads();
    fitRows();
}

// A cell is measured at length only where its words may need a second line; all others are as high as one.
void FigureTableView::fitRows()
{
    const QFontMetrics metrics(font());
    int oneLine = 0;
    for (int row = 0; row < rowCount(); ++row) {
        bool fits = true;
        for (int column = 0; column < columnCount() && fits; ++column) {
            if (!m_broken.at(column))
                continue;
            const QString words = item(row, column)->text();
            fits = isColumnHidden(column)
                || (!words.contains(QLatin1Char('\n'))
                    && metrics.horizontalAdvance(words) + em(this, 0.7) <= columnWidth(column));
        }
        if (fits && oneLine > 0) {
            setRowHeight(row, oneLine);
            continue;
        }
        resizeRowToContents(row);
        // Rows of several lines stand apart.
        setRowHeight(row, std::max(rowHeight(row), sizeHintForRow(row) + em(this, 0.6)));
        if (fits)
            oneLine = rowHeight(row);
    }
}

// Breaks a head's words too where they are wider than the column. The end of a long one, as "target", is what
// tells it from another.
void FigureTableView::fitHeads()
{
    constexpr int mostLines = 5;
    const QFontMetrics metrics(headFont());
    int height = metrics.height();
    for (int column = 0; column < columnCount(); ++column) {
        if (isColumnHidden(column))
            continue;
        const QString head = m_figures.head.at(column);
        const QString broken
            = brokenInMiddle(head, headFont(), columnWidth(column) - em(this, 0.7), mostLines)
                  .join(QLatin1Char('\n'));
        horizontalHeaderItem(column)->setText(broken);
        horizontalHeaderItem(column)->setToolTip(head);
        horizontalHeaderItem(column)->setData(Qt::AccessibleTextRole, head);
        height = std::max(height, metrics.boundingRect(QRect(), 0, broken).height());
    }
    horizontalHeader()->setFixedHeight(height + em(this, 0.6));
}

void FigureTableView::resizeEvent(QResizeEvent *event)
{
    FixedColumnTable::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    fitColumns();
    updateGeometry(); // broken words make rows higher
}

void FigureTableView::changeEvent(QEvent *event)
{
    FixedColumnTable::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        measure();
        fitColumns();
        updateGeometry();
    }
}

QSize FigureTableView::sizeHint() const
{
    int height = horizontalHeader()->height() + 2 * frameWidth();
    for (int row = 0; row < rowCount(); ++row)
        height += rowHeight(row);
    if (m_scrolls) { // a bar at the end of many rows would be far from where one looks
        constexpr double shareOfWindow = 0.5;
        height = std::min(height + horizontalScrollBar()->sizeHint().height(),
                          std::max(em(this, 12), static_cast<int>(window()->height() * shareOfWindow)));
    }
    return {em(this, 30), height};
}

QSize FigureTableView::minimumSizeHint() const
{
    return {em(this, 12), sizeHint().height()};
}

void FigureTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(m_figures.toText());
    else
        FixedColumnTable::keyPressEvent(event);
}
