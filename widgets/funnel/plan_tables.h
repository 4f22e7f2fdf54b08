#pragma once

#include "models/funnel/benchmarks.h"
#include "models/funnel/plan_store.h"
#include "widgets/charts/figure_table.h"

#include <QLocale>

#include <functional>

// What a plan can be taken apart by.
enum class PlanParts { Months, Quarters, Regions, Products, Sources };
inline bool areSegments(PlanParts parts)
{
    return parts >= PlanParts::Regions;
}

QList<PlanPart> partsOf(const PlanInputs &inputs, PlanParts parts);
// The plan's counts in parts, the whole in the last row.
QList<PlanSegment> segmentsOf(const PlanInputs &inputs, PlanParts parts); // none of periods
// Says of segments whose shares are not 100 % together that they are stretched; else empty.
QString shareRemark(const QList<PlanSegment> &segments, const QLocale &locale);
FigureTable spreadTable(const PlanInputs &inputs, const QList<PlanPart> &parts, const QLocale &locale);
// Why a plan has no such parts; empty for segments, and where it has.
QString partsRemark(const PlanInputs &inputs, PlanParts parts);
// Why scenarios have no counts that the plan beside them has, and which rates of theirs were agreed for
// another step, each by name.
QStringList scenarioRemarks(const PlanInputs &inputs);
// The plan and its scenarios side by side: what goes in, what each stage needs, and how likely it is, as
// `chance` tells.
FigureTable scenarioTable(const PlanInputs &inputs, const QLocale &locale,
                          const std::function<QString(const FunnelPlan &)> &chance);
// The plan from its goal back to the visitors: step, rate, number, unrounded.
FigureTable planTable(const PlanInputs &inputs, const QLocale &locale);
// What the same people could sell: now, and with the time that moving nurture frees.
FigureTable capacityTable(const CapacityInputs &inputs, const QLocale &locale);
// Our planned rates beside the ranges that others report, each with its source and year; only of steps that
// somebody reports on. Nothing is judged by them.
FigureTable benchmarkTable(const FunnelPlan &plan, const QList<RateBenchmark> &benchmarks,
                           const QLocale &locale);
