#pragma once

#include <QFontMetricsF>
#include <QValueAxis>

// The axis of a chart for counts or amounts: from 0 or below to what there is, in round whole steps. Lying
// along the bottom it leaves out steps rather than letting their labels run into each other.
class AmountAxis : public QValueAxis
{
    Q_OBJECT

public:
    AmountAxis(double lowest, double highest, QObject *parent = nullptr);

    // Chooses how many steps there is room for; returns the width of the widest label.
    double fit(double width, const QFontMetricsF &metrics);

private:
    void divide(int steps);

    double m_lowest;
    double m_highest;
};
