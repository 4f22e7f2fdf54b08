#include "models/funnel/plan_parts.h"

#include "models/arithmetic/share.h"

#include <QCoreApplication>

namespace {

using Kind = PlanProblem::Kind;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PlanParts)
};

int monthsIn(Grain grain)
{
    return grain == Grain::Year ? monthsOfYear : grain == Grain::Quarter ? monthsOfQuarter : 1;
}

QList<std::optional<qint64>> valuesAt(const QList<QList<qint64>> &shares, qsizetype part)
{
    QList<std::optional<qint64>> values;
    for (const QList<qint64> &share : shares)
        values.append(share.isEmpty() ? std::nullopt : std::optional(share.at(part)));
    return values;
}

// Of whole periods of the calendar, those that the months make up.
QList<Period> periodsOf(const QList<Period> &months, Grain grain)
{
    return periodsBetween(Period::containing(months.first().start, grain),
                          Period::containing(months.last().start, grain));
}

Rational weightOf(const Period &part, const QList<Rational> &monthWeights)
{
    Rational weight;
    for (Period month = Period::containing(part.start, Grain::Month); part.contains(month.start);
         month = month.next())
        weight = weight + monthWeights.at(month.start.month() - 1);
    return weight;
}

QList<qint64> sharesByWeight(const QList<Period> &parts, qint64 count, const QList<Rational> &monthWeights)
{
    QList<Rational> weights;
    for (const Period &part : parts)
        weights.append(weightOf(part, monthWeights));
    return sharesOf(count, weights);
}

// Months are parts of what falls into their quarter: rounded apart from it, they would come to another sum.
QList<qint64> sharesOfMonths(const QList<Period> &months, qint64 count, const QList<Rational> &monthWeights)
{
    const QList<qint64> ofQuarters = sharesByWeight(periodsOf(months, Grain::Quarter), count, monthWeights);
    QList<qint64> shares;
    for (qsizetype i = 0; i < ofQuarters.size(); ++i) {
        const QList<qint64> inside = sharesByWeight(months.mid(i * monthsOfQuarter, monthsOfQuarter),
                                                    ofQuarters.at(i), monthWeights);
        // Without weights there, nothing falls into the quarter.
        shares += inside.isEmpty() ? QList<qint64>(monthsOfQuarter, 0) : inside;
    }
    return shares;
}

} // namespace

QList<Period> monthsOf(const FunnelPlan &plan)
{
    const Period first = Period::containing(plan.start, Grain::Month);
    return periodsBetween(first, first.plus(monthsIn(plan.grain) - 1));
}

QString spanRemark(const FunnelPlan &plan, const QLocale &locale)
{
    const QList<Period> months = monthsOf(plan);
    if (months.isEmpty())
        return {};
    const Period &first = months.first();
    QStringList sentences;
    if (Period::containing(plan.start, plan.grain).start != first.start)
        sentences.append(
            Texts::tr("Runs from %1 to %2.").arg(first.label(locale), months.last().label(locale)));
    if (plan.start != first.start)
        sentences.append(Texts::tr("The start lies within %1: the plan begins with that whole month.")
                             .arg(first.label(locale)));
    return sentences.join(u' ');
}

int firstMonthOfYear(const FunnelPlan &plan)
{
    const QList<Period> months = monthsOf(plan);
    return months.isEmpty() || months.first().start.year() == months.last().start.year()
        ? 1
        : months.first().start.month();
}

PlanProblem problemOfParts(const FunnelPlan &plan, Grain grain)
{
    const QList<Period> months = monthsOf(plan);
    if (months.isEmpty())
        return {Kind::NoStart};
    if (monthsIn(grain) > months.size())
        return {Kind::PartTooLong};
    return Period::containing(months.first().start, grain).start == months.first().start
        ? PlanProblem()
        : PlanProblem{Kind::PartNotWhole};
}

QList<PlanPart> spreadOver(const FunnelPlan &plan, const Targets &targets, Grain grain,
                           const QList<Rational> &monthWeights)
{
    if (!problemOfParts(plan, grain).isNone() || monthWeights.size() != monthsOfYear)
        return {};
    const QList<Period> months = monthsOf(plan);
    const QList<Period> periods = periodsOf(months, grain);
    const bool inQuarters = grain == Grain::Month && months.size() > monthsOfQuarter
        && problemOfParts(plan, Grain::Quarter).isNone();
    QList<QList<qint64>> shares;
    for (const PlannedCount &stage : targets.stages)
        shares.append(!stage.count     ? QList<qint64>()
                          : inQuarters ? sharesOfMonths(months, *stage.count, monthWeights)
                                       : sharesByWeight(periods, *stage.count, monthWeights));
    QList<PlanPart> parts;
    for (qsizetype i = 0; i < periods.size(); ++i)
        parts.append({{}, periods.at(i), valuesAt(shares, i)});
    return parts;
}

QList<PlanPart> splitOver(const Targets &targets, const QList<PlanSegment> &segments)
{
    QList<Rational> weights;
    for (const PlanSegment &segment : segments)
        weights.append(segment.weight);
    QList<QList<qint64>> shares;
    for (const PlannedCount &stage : targets.stages)
        shares.append(stage.count ? sharesOf(*stage.count, weights) : QList<qint64>());
    QList<PlanPart> parts;
    for (qsizetype i = 0; i < segments.size(); ++i)
        parts.append({segments.at(i).name, {}, valuesAt(shares, i)});
    return parts;
}
