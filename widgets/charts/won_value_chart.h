#pragma once

#include "models/funnel/funnel_store.h"
#include "widgets/charts/chart_panel.h"

class PeriodAxis;

// What was won in each period, in money: the value of the last stage as bars, its targets as circles.
class WonValueChart : public ChartPanel
{
    Q_OBJECT

public:
    explicit WonValueChart(QWidget *parent = nullptr);

    // Oldest first; targets may be there for some of the periods.
    void setFunnels(const QList<FunnelFigures> &funnels, const QList<FunnelFigures> &targets = {});

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PeriodAxis *m_axis = nullptr; // of the present chart
};
