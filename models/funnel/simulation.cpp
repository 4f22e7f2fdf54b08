#include "models/funnel/simulation.h"

#include "models/arithmetic/share.h"
#include "models/arithmetic/wide.h"
#include "models/funnel/planned_range.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace {

using Kind = PlanProblem::Kind;

constexpr int bitsOfUniform = 32;

// What is drawn from.
struct Range
{
    qint64 low = 0, likely = 0, high = 0;
};

struct Course
{
    qint64 first = 0; // number at the first stage
    QList<Range> rates;
    Range dealSize; // minor units
};

// The largest whole number whose square is not above `square`. The processor's root is a first guess; what it
// is out by, however it rounds, is mended in whole numbers.
Wide rootOf(Wide square)
{
    auto root = static_cast<Wide>(std::sqrt(static_cast<double>(square)));
    while (root * root > square)
        --root;
    while ((root + 1) * (root + 1) <= square)
        ++root;
    return root;
}

Range rangeOf(std::optional<qint64> low, qint64 likely, std::optional<qint64> high)
{
    return {low.value_or(likely), likely, high.value_or(likely)};
}

PlanProblem readRates(const FunnelPlan &plan, Course &course)
{
    for (int stage = 1; stage < plan.stages.size(); ++stage) {
        const PlannedRate &rate = plan.rates.at(stage);
        const Range range = rangeOf(rate.low, *rate.likely, rate.high);
        if (range.low < 0 || fitOf(rate) != RangeFit::Fits)
            return {Kind::RangeTurned, plan.stages.at(stage).name};
        course.rates.append(range);
    }
    return {};
}

PlanProblem readDealSize(const FunnelPlan &plan, Course &course)
{
    const RangeFit fit = fitOfDealSize(plan);
    if (fit == RangeFit::OtherCurrency)
        return {Kind::RangeInOtherCurrency};
    const auto minor = [](const std::optional<Money> &money) {
        return money ? std::optional(money->minor) : std::nullopt;
    };
    course.dealSize = rangeOf(minor(plan.dealSizeLow), plan.dealSize->minor, minor(plan.dealSizeHigh));
    // Differences are squared while drawing.
    constexpr qint64 largest = qint64(1) << 46;
    if (course.dealSize.high > largest)
        return {Kind::TooLarge};
    return course.dealSize.low >= 0 && fit == RangeFit::Fits
        ? PlanProblem()
        : PlanProblem{Kind::RangeTurned, QCoreApplication::translate("Targets", "Deal size")};
}

// Otherwise every run comes to the plan itself, which says nothing of how likely it is.
bool isLeftToChance(const Course &course)
{
    const auto isWide = [](const Range &range) { return range.low < range.high; };
    return isWide(course.dealSize) || std::any_of(course.rates.begin(), course.rates.end(), isWide);
}

qint64 drawn(const Range &range, SplitMix64 &random)
{
    return triangular(range.low, range.likely, range.high,
                      static_cast<quint32>(random.next() >> bitsOfUniform));
}

// The won value of one run; counts on the way are kept in millionths.
std::optional<qint64> wonIn(const Course &course, SplitMix64 &random)
{
    Wide count = Wide(course.first) * WholeShare;
    for (const Range &rate : course.rates) {
        count = dividedRounding(count * drawn(rate, random), WholeShare);
        if (!narrowed(count))
            return {};
    }
    return narrowed(dividedRounding(count * drawn(course.dealSize, random), WholeShare));
}

// The smallest value that `share` tenths of the runs do not exceed.
qint64 tenths(const QList<qint64> &sorted, int share)
{
    constexpr qint64 whole = 10;
    const qint64 rank = (sorted.size() * share + whole - 1) / whole;
    return sorted.at(std::max<qint64>(rank, 1) - 1);
}

} // namespace

quint64 SplitMix64::next()
{
    m_state += 0x9E3779B97F4A7C15;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

qint64 triangular(qint64 low, qint64 likely, qint64 high, quint32 uniform)
{
    const Wide width = Wide(high) - low;
    if (width <= 0)
        return low;
    const Wide below = Wide(likely) - low;
    const Wide above = Wide(high) - likely;
    const Wide whole = Wide(1) << bitsOfUniform;
    // Roots are of four times the value, so that half a unit is seen and can be rounded.
    if (Wide(uniform) * width < below * whole) {
        const Wide root = rootOf((Wide(uniform) * width * below * 4) >> bitsOfUniform);
        return low + static_cast<qint64>((root + 1) / 2);
    }
    const Wide root = rootOf(((whole - uniform) * width * above * 4) >> bitsOfUniform);
    return high - static_cast<qint64>((root + 1) / 2);
}

Rate Simulation::chance() const
{
    return Rate::of(reached, runs);
}

Simulation simulate(const FunnelPlan &plan, const SimulationSettings &settings)
{
    Simulation result;
    const Targets targets = targetsOf(plan);
    Course course;
    result.problem = targets.problem();
    if (result.problem.isNone())
        result.problem = targets.marketingGoal.problem;
    if (result.problem.isNone() && targets.marketingGoal.money->minor == 0)
        result.problem = {Kind::NothingToReach}; // any run would
    if (result.problem.isNone())
        result.problem = readRates(plan, course);
    if (result.problem.isNone())
        result.problem = readDealSize(plan, course);
    if (result.problem.isNone() && !isLeftToChance(course))
        result.problem = {Kind::NoRange};
    if (!result.problem.isNone())
        return result;

    course.first = *targets.stages.first().count;
    result.goal = *targets.marketingGoal.money;
    SplitMix64 random(settings.seed);
    for (int run = 0; run < settings.runs; ++run) {
        const auto won = wonIn(course, random);
        if (!won) {
            result.problem = {Kind::TooLarge};
            return result;
        }
        result.sorted.append(*won);
    }
    std::sort(result.sorted.begin(), result.sorted.end());
    result.runs = settings.runs;
    result.reached = result.sorted.end()
        - std::lower_bound(result.sorted.begin(), result.sorted.end(), result.goal.minor);
    const QString currency = result.goal.currency;
    constexpr int lowTenths = 1, middleTenths = 5, highTenths = 9;
    result.low = {tenths(result.sorted, lowTenths), currency};
    result.middle = {tenths(result.sorted, middleTenths), currency};
    result.high = {tenths(result.sorted, highTenths), currency};
    return result;
}
