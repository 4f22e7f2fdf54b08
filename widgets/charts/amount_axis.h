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

    // From how many steps on a fit() looks. Other labels take other room, and so change the width that the
    // next one is given: of one size of the chart steps may only become fewer, or it would never end.
    enum class Look { Anew, Onwards };
    // Chooses how many steps there is room for; returns the width of the widest label.
    double fit(double width, const QFontMetricsF &metrics, Look look);

private:
    struct Division
    {
        double first, last;
        int ticks;
    };
    Division divided(int steps) const;
    void take(const Division &division);

    double m_lowest;
    double m_highest;
    int m_steps;
};
