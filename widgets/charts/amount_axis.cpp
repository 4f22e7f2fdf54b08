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
    , m_steps(usualSteps)
{
    setLabelFormat(u"%.0f"_s);
    take(divided(m_steps));
}

AmountAxis::Division AmountAxis::divided(int steps) const
{
    const double step = roundStep(std::max(1.0, (m_highest - m_lowest) / steps));
    const double first = std::floor(m_lowest / step);
    const double last = std::max(std::ceil(m_highest / step), first + 1);
    return {first * step, last * step, static_cast<int>(last - first) + 1};
}

void AmountAxis::take(const Division &division)
{
    setRange(division.first, division.last);
    setTickCount(division.ticks);
}

double AmountAxis::fit(double width, const QFontMetricsF &metrics, Look look)
{
    const QLocale locale;
    const double gap = metrics.averageCharWidth() * 2;
    const auto widestOf = [&](const Division &division) {
        return std::max(metrics.horizontalAdvance(locale.toString(division.first, 'f', 0)),
                        metrics.horizontalAdvance(locale.toString(division.last, 'f', 0)));
    };
    if (look == Look::Anew)
        m_steps = usualSteps;
    while (m_steps > 1) {
        const Division division = divided(m_steps);
        if ((widestOf(division) + gap) * (division.ticks - 1) <= width)
            break;
        --m_steps;
    }
    const Division division = divided(m_steps);
    take(division);
    return widestOf(division);
}
