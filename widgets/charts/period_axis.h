#pragma once

#include "models/arithmetic/period.h"

#include <QCategoryAxis>
#include <QFontMetricsF>
#include <QLocale>

// Where a day lies among the periods, each of which reaches half of 1 to either side of its index; not a
// number outside of them.
double placeAmong(const QList<Period> &periods, QDate day);

// The short label of a period: "Q4 26 (running)" while it is not over.
QString shortLabelOn(const Period &period, QDate today, const QLocale &locale);

// The axis of a chart over periods: each at a whole number, its label in the middle. Leaves out labels
// rather than letting them run into each other.
class PeriodAxis : public QCategoryAxis
{
    Q_OBJECT

public:
    // Says of the period that runs on `today` that it does.
    PeriodAxis(const QList<Period> &periods, const QLocale &locale, QDate today = {},
               QObject *parent = nullptr);

    // Chooses how many labels there is room for.
    void fit(double width, const QFontMetricsF &metrics);
    // Where a day lies on the axis.
    double positionOf(QDate day) const { return placeAmong(m_periods, day); }

private:
    QList<Period> m_periods;
    QLocale m_locale;
    QDate m_today;
    int m_step = 0; // every how many-th label is shown
};
