#include "widgets/charts/period_axis.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

PeriodAxis::PeriodAxis(const QList<Period> &periods, const QLocale &locale, QDate today, QObject *parent)
    : QCategoryAxis(parent)
    , m_periods(periods)
    , m_locale(locale)
    , m_today(today)
{
    setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    setGridLineVisible(false);
    setRange(-0.5, static_cast<double>(std::max<qsizetype>(periods.size(), 1)) - 0.5);
}

void PeriodAxis::fit(double width, const QFontMetricsF &metrics)
{
    double widest = 1;
    for (const Period &period : m_periods)
        widest = std::max(
            widest, metrics.horizontalAdvance(shortLabelOn(period, m_today, m_locale)) + metrics.height());
    const double count = static_cast<double>(m_periods.size());
    const int step = std::max(1, static_cast<int>(std::ceil(widest * count / std::max(width, 1.0))));
    if (step == m_step)
        return;
    m_step = step;
    const QStringList old = categoriesLabels();
    for (const QString &label : old)
        remove(label);
    // Counted from the end: the newest period always has its label.
    for (qsizetype i = (m_periods.size() - 1) % step; i < m_periods.size(); i += step)
        append(shortLabelOn(m_periods.at(i), m_today, m_locale), static_cast<double>(i));
}

QString shortLabelOn(const Period &period, QDate today, const QLocale &locale)
{
    const QString label = period.shortLabel(locale);
    return period.isRunning(today) ? QCoreApplication::translate("Period", "%1 (running)").arg(label) : label;
}

double placeAmong(const QList<Period> &periods, QDate day)
{
    for (qsizetype i = 0; i < periods.size(); ++i) {
        const Period &period = periods.at(i);
        if (period.contains(day))
            return static_cast<double>(i) - 0.5
                + static_cast<double>(period.start.daysTo(day))
                / static_cast<double>(period.start.daysTo(period.end()) + 1);
    }
    return std::nan("");
}
