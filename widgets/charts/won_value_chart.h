#pragma once

#include "models/funnel/funnel_store.h"
#include "widgets/charts/chart_panel.h"

class PeriodAxis;

// What was won in each period, in money: the value of the last stage as bars.
class WonValueChart : public ChartPanel
{
    Q_OBJECT

public:
    explicit WonValueChart(QWidget *parent = nullptr);

    void setFunnels(const QList<FunnelFigures> &funnels); // oldest first

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PeriodAxis *m_axis = nullptr; // of the present chart
};
