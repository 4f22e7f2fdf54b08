#include "widgets/charts/figure_table_view.h"

#include "widgets/shell/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

FigureTableView::FigureTableView(QWidget *parent)
    : QTableWidget(parent)
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter
                                            | static_cast<Qt::Alignment>(Qt::TextWordWrap));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Figures"));
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
    fitColumns();
    updateGeometry();
}

// As wide as the widest figure or word; what is left goes to the first column. Heads wrap.
void FigureTableView::fitColumns()
{
    const QFontMetrics metrics(font());
    int rest = viewport()->width();
    int lines = 1;
    for (int column = columnCount() - 1; column >= 0; --column) {
        int width = em(this, 3);
        for (const QString &word : m_figures.head.at(column).split(QLatin1Char(' ')))
            width = std::max(width, metrics.horizontalAdvance(word));
        for (const QStringList &row : m_figures.rows)
            width = std::max(width, std::min(metrics.horizontalAdvance(row.value(column)), em(this, 16)));
        width += em(this, 0.9);
        rest -= width;
        setColumnWidth(column, column == 0 ? std::max(width, width + rest) : width);
        if (column > 0 && metrics.horizontalAdvance(m_figures.head.at(column)) + em(this, 0.9) > width)
            lines = 2;
    }
    horizontalHeader()->setFixedHeight(em(this, 0.6 + 1.1 * lines));
}

void FigureTableView::resizeEvent(QResizeEvent *event)
{
    QTableWidget::resizeEvent(event);
    fitColumns();
}

void FigureTableView::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitColumns();
        updateGeometry();
    }
}

QSize FigureTableView::sizeHint() const
{
    int height = horizontalHeader()->height() + 2 * frameWidth();
    for (int row = 0; row < rowCount(); ++row)
        height += rowHeight(row);
    return {em(this, 30), height + horizontalScrollBar()->sizeHint().height()};
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
        QTableWidget::keyPressEvent(event);
}
