#pragma once

#include "models/funnel/targets.h"

// The months of a plan: it begins with the month that holds its start, and a year that begins in July runs to
// June. Empty without a start.
QList<Period> monthsOf(const FunnelPlan &plan);
// What its start alone does not tell: from when to when it runs where that is no period of the calendar, and
// with which month it begins where the start lies within one. Else empty.
QString spanRemark(const FunnelPlan &plan, const QLocale &locale);
// In which month a year begins that holds all of the plan: 7 where it runs from July to June, 1 where the
// calendar's year does.
int firstMonthOfYear(const FunnelPlan &plan);

// The months or quarters (`grain`) of the plan with what falls into each, by weights of the months (January
// to December, compared with a mean month). Parts add up exactly, the months of a quarter to what falls into
// it; empty where there is a problem.
struct PlanPart
{
    QString label; // name of a segment; empty for a period
    Period period;
    QList<std::optional<qint64>> counts; // along the stages
};
QList<PlanPart> spreadOver(const FunnelPlan &plan, const Targets &targets, Grain grain,
                           const QList<Rational> &monthWeights);
// Why a plan has no parts by that: they are of the calendar, as targets and numbers are, and whole.
PlanProblem problemOfParts(const FunnelPlan &plan, Grain grain);

// Over regions or products.
struct PlanSegment
{
    QString name;
    Rational weight;

    bool operator==(const PlanSegment &) const = default;
};
QList<PlanPart> splitOver(const Targets &targets, const QList<PlanSegment> &segments);
