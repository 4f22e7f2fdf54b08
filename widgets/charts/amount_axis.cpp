#include "widgets/charts/amount_axis.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int usualSteps = 5;

// 1, 2 or 5 and zeros: the smallest that is not less.
double roundStep(double least)
{
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least)
            return factor * power;
    return 10 * power;
}

} // namespace

AmountAxis::AmountAxis(double lowest, double highest, QObject *parent)
    : QValueAxis(parent)
    , m_lowest(std::min(lowest, 0.0))
    , m_highest(std::max(highest, 0.0))
{
    setLabelFormat(u"%.0f"_s);
    divide(usualSteps);
}

void AmountAxis::divide(int steps)
{
    const double step = roundStep(std::max(1.0, (m_highest - m_lowest) / steps));
    const double first = std::floor(m_lowest / step);
    const double last = std::max(std::ceil(m_highest / step), first + 1);
    setRange(first * step, last * step);
    setTickCount(static_cast<int>(last - first) + 1);
}

double AmountAxis::fit(double width, const QFontMetricsF &metrics)
{
    const QLocale locale;
    double widest = 0;
    for (int steps = usualSteps; steps > 0; --steps) {
        divide(steps);
        widest = 0;
        for (const double end : {min(), max()})
            widest = std::max(widest, metrics.horizontalAdvance(locale.toString(end, 'f', 0)));
        const double gap = metrics.averageCharWidth() * 2;
        if ((widest + gap) * (tickCount() - 1) <= width)
            break;
    }
    return widest;
}
