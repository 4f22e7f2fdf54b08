#pragma once

#include "widgets/charts/chart_panel.h"
#include "widgets/charts/trend_lines.h"

class PeriodAxis;

// How the funnel moved over the periods: a line per stage, in counts, values or rates, or one of its
// velocity, with the targets as circles and the notes of the time line marked above them.
class TrendChart : public ChartPanel
{
    Q_OBJECT

public:
    using Shows = TrendShows;

    explicit TrendChart(QWidget *parent = nullptr);

    void setFigures(const TrendFigures &figures, Shows shows);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PeriodAxis *m_axis = nullptr; // of the present chart
};
