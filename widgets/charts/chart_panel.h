#pragma once

#include "widgets/charts/figure_table.h"
#include "widgets/controls/card.h"

#include <functional>

class ChartLegend;
class FigureTableView;
class PageWindow;
class QAbstractAxis;
class QChart;
class QChartView;
class QLabel;
class QPushButton;
struct Picture;

// A chart on a card: title, unit and source above it, the same figures as a table behind it, and a right
// click to take picture or figures along. The chart follows theme and zoom.
class ChartPanel : public Card
{
    Q_OBJECT

public:
    explicit ChartPanel(const QString &title, QWidget *parent = nullptr);

    // The panel owns the chart; `source` says where the figures come from.
    void setChart(QChart *chart, const FigureTable &table, const QString &unit, const QString &source);
    void setNothingToShow(const QString &why);
    // What the present chart has below each other: so many lines where there is room, and no fewer than these
    // labels can be read in.
    void setLines(qsizetype lines, qsizetype labels);
    QChart *chart() const;
    bool isTableShown() const;
    void showTable(bool table);
    Picture picture(); // in light colours: documents are white

Q_SIGNALS:
    void saveRequested(const Picture &picture);

protected:
    // Below the chart and at its side, in the direction in which people read: charts do not look at it by
    // themselves. The series that the chart has are attached.
    void addAxes(QChart *chart, QAbstractAxis *along, QAbstractAxis *beside) const;
    // How the present chart is made once more, in the colours of the palette.
    void redrawWith(std::function<void()> draw) { m_draw = std::move(draw); }
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void paintInLight(QPainter &painter, const QRectF &rect);
    void wear(const QPalette &palette);
    void applyTheme();
    void fitAmounts();
    void fitHeight();
    void reveal(const QWidget *body);

    QLabel *m_title;
    QLabel *m_details;
    QLabel *m_nothing;
    QPushButton *m_toggle;
    ChartLegend *m_legend;
    QChartView *m_view;
    FigureTableView *m_table;
    FigureTable m_figures;
    PageWindow *m_window;
    qsizetype m_lines = 0, m_labels = 0;
    QSizeF m_fittedSize; // of the chart whose amounts were fitted last
    bool m_isFitting = false, m_fitsAgain = false;
    std::function<void()> m_draw;
};
