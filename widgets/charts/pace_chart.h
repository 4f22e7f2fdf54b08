#pragma once

#include "models/funnel/pace.h"
#include "widgets/charts/chart_panel.h"

class PeriodAxis;

// Pace against the target as a burn-up: what was reached and what was promised, both added up over the
// periods.
class PaceChart : public ChartPanel
{
    Q_OBJECT

public:
    explicit PaceChart(QWidget *parent = nullptr);

    void setPace(const Pace &pace, const QString &stage);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PeriodAxis *m_axis = nullptr; // of the present chart
};

// "Won, Q1 2026 to Q4 2026, added up; reached 94 % of the target to the end of Q3 2026": of the last full
// period before one that is not known.
QString paceUnit(const Pace &pace, const QString &stage, const QLocale &locale);
// Which periods are not known, or why none is; empty where all before the newest are.
QString paceRemark(const Pace &pace, const QLocale &locale);
// Period, reached, target, and both so far.
FigureTable paceTable(const Pace &pace, const QLocale &locale);
