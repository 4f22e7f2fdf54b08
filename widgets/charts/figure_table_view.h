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
    void fitColumns();

    FigureTable m_figures;
};
