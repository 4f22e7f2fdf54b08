#pragma once

#include "widgets/charts/figure_table.h"

#include <QTableWidget>

// The figures behind a chart as a real table, as high as its rows; Ctrl+C copies them for a spreadsheet.
class FigureTableView : public QTableWidget
{
    Q_OBJECT

public:
    explicit FigureTableView(QWidget *parent = nullptr);

    void setFigures(const FigureTable &figures);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Widths
    {
        int least = 0;
        int wanted = 0;
    };
    Widths widthsOf(int column) const; // as the font and the figures ask for
    Widths widthsOfAll() const; // of those that are shown
    void measure();
    void stack(bool stacked);
    void fitColumns();
    void fitHeads();
    void fitRows();

    FigureTable m_figures;
    QList<Widths> m_widths; // of each column
    bool m_scrolls = false; // sideways: not even the figures have room
};
