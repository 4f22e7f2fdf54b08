#pragma once

#include "models/funnel/funnel_store.h"
#include "widgets/charts/chart_panel.h"

class PeriodAxis;

// How the funnel moved over the periods: a line per stage, in counts, values or step rates, with the notes
// of the time line marked above them.
class TrendChart : public ChartPanel
{
    Q_OBJECT

public:
    enum class Shows { StepRates, OverallRates, Counts, Values };

    explicit TrendChart(QWidget *parent = nullptr);

    // Oldest first, as combine() gives them; periods without figures leave a gap.
    void setFunnels(const QList<FunnelFigures> &funnels, const QList<FunnelNote> &notes, Shows shows);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PeriodAxis *m_axis = nullptr; // of the present chart
};
