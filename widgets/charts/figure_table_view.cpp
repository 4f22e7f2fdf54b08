#include "widgets/charts/figure_table_view.h"

#include "widgets/shell/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

FigureTableView::FigureTableView(QWidget *parent)
    : QTableWidget(parent)
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
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
        horizontalHeaderItem(column)->setTextAlignment(alignment);
        for (int row = 0; row < rowCount(); ++row) {
            auto *item = new QTableWidgetItem(figures.rows.at(row).value(column));
            item->setTextAlignment(alignment);
            item->setToolTip(item->text());
            setItem(row, column, item);
        }
        horizontalHeader()->setSectionResizeMode(
            column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    horizontalHeader()->setMinimumSectionSize(em(this, 4));
    updateGeometry();
}

QSize FigureTableView::sizeHint() const
{
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth();
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
