#pragma once

#include "models/funnel/funnel_store.h"
#include "widgets/charts/chart_panel.h"

#include <QLocale>

class PeriodAxis;

// The value of the last stage in each period, in one currency.
struct WonValues
{
    QList<Period> periods;
    QList<std::optional<Money>> values; // along the periods; none: not known
    QList<std::optional<Money>> targets; // along the periods too
    QString currency; // that of the newest value; others are only in the table

    bool hasTargets() const { return targets.count(std::nullopt) < targets.size(); }
    double shown(const std::optional<Money> &money) const
    {
        return money && money->currency == currency ? money->amount().toDouble() : 0;
    }
};
// Oldest first; targets may be there for some of the periods.
WonValues wonValues(const QList<FunnelFigures> &funnels, const QList<FunnelFigures> &targets);
FigureTable wonTable(const WonValues &won, const QLocale &locale);

// What was won in each period, in money: the value of the last stage as bars, its targets as circles.
class WonValueChart : public ChartPanel
{
    Q_OBJECT

public:
    explicit WonValueChart(QWidget *parent = nullptr);

    void setFunnels(const QList<FunnelFigures> &funnels, const QList<FunnelFigures> &targets = {});

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PeriodAxis *m_axis = nullptr; // of the present chart
};
