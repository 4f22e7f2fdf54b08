#pragma once

#include "widgets/charts/figure_table.h"
#include "widgets/controls/fixed_column_table.h"

#include <array>

// The figures behind a chart as a real table, as high as its rows; Ctrl+C copies them for a spreadsheet.
class FigureTableView : public FixedColumnTable
{
    Q_OBJECT

public:
    explicit FigureTableView(QWidget *parent = nullptr);

    void setFigures(const FigureTable &figures);
    // Rather scrolls sideways than that it breaks a word of its head.
    void keepHeadsWhole() { m_keepsHeads = true; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    // From what a column needs at least to what it takes with all on one line.
    using Widths = std::array<int, 4>;
    int widestCell(int column) const;
    Widths widthsOf(int column, int cells) const; // as the font and the figures ask for
    Widths widthsOfAll() const; // of those that are shown
    QFont headFont() const; // the heading of the chosen column is bold
    void measure();
    void stack(bool stacked);
    void fitColumns();
    void fitHeads();
    void fitRows();

    FigureTable m_figures;
    QList<Widths> m_widths; // of each column
    QList<bool> m_broken; // whether its cells may need several lines
    bool m_scrolls = false; // sideways: not even the figures have room
    bool m_keepsHeads = false;
};
