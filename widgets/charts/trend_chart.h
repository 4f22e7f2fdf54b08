#pragma once

#include "models/funnel/outlook.h"
#include "widgets/charts/chart_panel.h"

class PeriodAxis;

// Oldest first, as combine() gives them; periods without figures leave a gap.
struct TrendFigures
{
    QList<FunnelFigures> funnels;
    QList<FunnelNote> notes = {};
    QList<FunnelFigures> targets = {}; // for some of the periods
    QList<VelocityTrend> velocities = {}; // along the funnels
};

// How the funnel moved over the periods: a line per stage, in counts, values or rates, or one of its
// velocity, with the targets as circles and the notes of the time line marked above them.
class TrendChart : public ChartPanel
{
    Q_OBJECT

public:
    enum class Shows { StepRates, OverallRates, Counts, Values, Velocity };

    explicit TrendChart(QWidget *parent = nullptr);

    void setFigures(const TrendFigures &figures, Shows shows);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PeriodAxis *m_axis = nullptr; // of the present chart
};
