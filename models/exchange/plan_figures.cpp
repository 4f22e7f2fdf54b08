#include "models/exchange/plan_figures.h"

#include "models/arithmetic/share.h"
#include "models/exchange/figure_json.h"
#include "models/exchange/workbook_figures.h"
#include "models/funnel/step_origins.h"
#include "models/worksheet/catalogue.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace FigureJson;

namespace {

constexpr int exactDecimals = 4;

QJsonValue plannedMoneyToJson(const PlannedMoney &figure)
{
    return figure.money ? QJsonValue(FigureJson::moneyToJson(*figure.money))
                        : QJsonValue(problemToJson(figure.problem.reason()));
}

QJsonValue countToJson(const PlannedCount &figure)
{
    return figure.count ? QJsonValue(*figure.count) : QJsonValue(problemToJson(figure.problem.reason()));
}

QJsonValue shareToJson(const std::optional<qint64> &share)
{
    return share ? QJsonValue(Fraction::of(*share, WholeShare).plain(ShareDecimals)) : QJsonValue();
}

QJsonValue reasonToJson(const PlanProblem &problem)
{
    return problem.isNone() ? QJsonValue() : QJsonValue(problem.reason());
}

// Its first and last month; null without a start.
QJsonValue monthToJson(const QList<Period> &months, bool first)
{
    return months.isEmpty() ? QJsonValue() : QJsonValue((first ? months.first() : months.last()).key());
}

QJsonObject stageToJson(const FunnelPlan &plan, const Targets &targets, int stage, PlanUnit unit)
{
    const PlannedCount &planned = targets.stages.at(stage);
    QJsonObject json{
        {u"stage"_s, plan.stages.at(stage).name},
        {u"rate"_s, stage > 0 ? shareToJson(plan.rates.at(stage).likely) : QJsonValue()},
        {u"count"_s, orNull(planned.count)},
        {u"exact"_s, planned.exact ? QJsonValue(planned.exact->plain(exactDecimals)) : QJsonValue()},
        {u"per_unit"_s, orNull(perUnit(plan, planned, unit).count)},
        {u"asked_about"_s, targets.askedAbout.contains(stage)},
        {u"agreed_from"_s, orNull(plan.rates.at(stage).from)},
        {u"other_step"_s, orNull(otherStepRemark(plan, stage))}};
    if (!planned.problem.isNone())
        json.insert(u"problem"_s, planned.problem.reason());
    return json;
}

QJsonArray countsToJson(const QList<std::optional<qint64>> &counts)
{
    QJsonArray json;
    for (const auto &count : counts)
        json.append(orNull(count));
    return json;
}

QJsonArray partsToJson(const QList<PlanPart> &parts)
{
    QJsonArray json;
    for (const PlanPart &part : parts)
        json.append(QJsonObject{{u"part"_s, part.period.isValid() ? part.period.key() : part.label},
                                {u"counts"_s, countsToJson(part.counts)}});
    return json;
}

QJsonObject chanceToJson(const Simulation &simulation)
{
    return simulation.problem.isNone() ? rateToJson(simulation.chance(), simulation.reached, simulation.runs)
                                       : problemToJson(simulation.problem.reason());
}

QString kindKey(ChangeFactor::Kind kind)
{
    switch (kind) {
    case ChangeFactor::Kind::Volume:
        return u"volume"_s;
    case ChangeFactor::Kind::Rate:
        return u"rate"_s;
    case ChangeFactor::Kind::DealSize:
        break;
    }
    return u"deal_size"_s;
}

QJsonObject factorToJson(const ChangeFactor &factor, const QString &currency)
{
    const auto value = [&](const Rate &rate) {
        return rate.isKnown() ? QJsonValue(rate.value().plain(exactDecimals)) : QJsonValue();
    };
    return {{u"factor"_s, factor.label()},     {u"kind"_s, kindKey(factor.kind)},
            {u"stage"_s, factor.stage},        {u"before"_s, value(factor.before)},
            {u"after"_s, value(factor.after)}, {u"part"_s, FigureJson::moneyToJson({factor.part, currency})}};
}

} // namespace

QJsonObject planToJson(const FunnelPlan &plan)
{
    const Targets targets = targetsOf(plan);
    const Simulation simulation = simulate(plan);
    QJsonArray rates, counts;
    for (int stage = 0; stage < plan.stages.size(); ++stage) {
        rates.append(stage > 0 ? shareToJson(plan.rates.at(stage).likely) : QJsonValue());
        counts.append(orNull(targets.stages.at(stage).count));
    }
    return {{u"goal"_s, orNull(plan.goal)},
            {u"marketing_share"_s, shareToJson(plan.marketingShare)},
            {u"deal_size"_s, orNull(plan.dealSize)},
            {u"rates"_s, rates},
            {u"counts"_s, counts},
            {u"other_steps"_s, QJsonArray::fromStringList(otherStepRemarks(plan))},
            {u"spend"_s, plannedMoneyToJson(targets.spend)},
            {u"hours_needed"_s, countToJson(targets.hours)},
            {u"chance"_s, chanceToJson(simulation)},
            {u"problem"_s, reasonToJson(targets.problem())}};
}

QJsonArray scenariosToJson(const PlanInputs &inputs)
{
    QJsonArray json;
    for (const PlanInputs::Scenario &scenario : inputs.scenarios) {
        QJsonObject plan = planToJson(scenario.plan);
        plan.insert(u"name"_s, scenario.name);
        json.append(plan);
    }
    return json;
}

QJsonArray benchmarksToJson(const FunnelPlan &plan, const QList<RateBenchmark> &benchmarks)
{
    QJsonArray json;
    for (const RateBesideOthers &rate : besideOthers(plan, benchmarks))
        json.append(QJsonObject{{u"stage"_s, plan.stages.at(rate.stage).name},
                                {u"from"_s, plan.stages.at(rate.from).name},
                                {u"low"_s, shareToJson(rate.planned.low)},
                                {u"likely"_s, shareToJson(rate.planned.likely)},
                                {u"high"_s, shareToJson(rate.planned.high)},
                                {u"others_low"_s, shareToJson(rate.other.low)},
                                {u"others_high"_s, shareToJson(rate.other.high)},
                                {u"others_step"_s, rate.other.step},
                                {u"source"_s, rate.other.source},
                                {u"year"_s, rate.other.year}});
    return json;
}

QJsonObject targetsToJson(const PlanInputs &inputs, PlanUnit unit)
{
    const FunnelPlan &plan = inputs.plan;
    const Targets targets = targetsOf(plan);
    QJsonArray stages;
    for (int stage = 0; stage < plan.stages.size(); ++stage)
        stages.append(stageToJson(plan, targets, stage, unit));
    QJsonObject json{
        {u"goal"_s, orNull(plan.goal)},
        {u"marketing_share"_s, shareToJson(plan.marketingShare)},
        {u"marketing_goal"_s, plannedMoneyToJson(targets.marketingGoal)},
        {u"deal_size"_s, orNull(plan.dealSize)},
        {u"grain"_s, grainKey(plan.grain)},
        {u"start"_s, plan.start.isValid() ? QJsonValue(plan.start.toString(Qt::ISODate)) : QJsonValue()},
        {u"first_month"_s, monthToJson(monthsOf(plan), true)},
        {u"last_month"_s, monthToJson(monthsOf(plan), false)},
        {u"per"_s, planUnitKey(unit)},
        {u"stages"_s, stages},
        {u"spend"_s, plannedMoneyToJson(targets.spend)},
        {u"hours_needed"_s, countToJson(targets.hours)},
        {u"lead_ceiling"_s, countToJson(targets.ceiling)},
        {u"above_ceiling"_s, targets.isAboveCeiling(plan)},
        {u"by_month"_s, partsToJson(spreadOver(plan, targets, Grain::Month, inputs.monthWeights))},
        {u"by_quarter"_s, partsToJson(spreadOver(plan, targets, Grain::Quarter, inputs.monthWeights))},
        {u"no_quarters"_s, reasonToJson(problemOfParts(plan, Grain::Quarter))},
        {u"scenarios"_s, scenariosToJson(inputs)}};
    for (const PlanInputs::Split &split : inputs.splits)
        json.insert(u"by_"_s + split.dimension, partsToJson(splitOver(targets, split.segments)));
    return json;
}

QJsonObject reachedToJson(const FunnelPlan &plan, int stage, qint64 count)
{
    const Reached reached = reachedFrom(plan, stage, count);
    QJsonArray counts;
    for (const qint64 value : reached.counts)
        counts.append(value);
    return {{u"stage"_s, plan.stages.at(stage).name},
            {u"count"_s, count},
            {u"counts"_s, counts},
            {u"goal"_s, plannedMoneyToJson(reached.goal)}};
}

QJsonObject changeToJson(const WhatChanged &changed, const QList<FunnelNote> &notes)
{
    QJsonArray factors, noted, leftOut, reasons;
    for (const LeftOutStage &stage : changed.leftOut) {
        leftOut.append(stage.stage);
        reasons.append(stage.reason(QLocale()));
    }
    for (const ChangeFactor &factor : changed.factors)
        factors.append(factorToJson(factor, changed.after.currency));
    for (const FunnelNote &note : notes)
        noted.append(QJsonObject{{u"on"_s, note.on.toString(Qt::ISODate)},
                                 {u"text"_s, note.text},
                                 {u"team"_s, teamKey(note.team)}});
    const Money change{changed.after.minor - changed.before.minor, changed.after.currency};
    return {{u"from"_s, changed.from.key()},
            {u"to"_s, changed.to.key()},
            {u"before"_s, FigureJson::moneyToJson(changed.before)},
            {u"after"_s, FigureJson::moneyToJson(changed.after)},
            {u"change"_s, FigureJson::moneyToJson(change)},
            {u"factors"_s, factors},
            {u"left_out"_s, leftOut},
            {u"left_out_because"_s, reasons},
            {u"notes"_s, noted}};
}

QJsonObject changeToJson(const ChangeBySegment &changed)
{
    QJsonObject json = changeToJson(changed.whole, {});
    for (const QString &key : {u"factors"_s, u"left_out"_s, u"left_out_because"_s, u"notes"_s})
        json.remove(key);
    QJsonArray segments;
    for (const ChangeBySegment::Part &part : changed.parts) {
        const bool known = part.changed.problem == WhatChanged::Problem::None;
        QJsonObject segment = known ? changeToJson(part.changed, {}) : QJsonObject();
        segment.remove(u"notes"_s);
        segment.insert(u"segment"_s, part.name);
        if (!known)
            segment.insert(u"problem"_s, part.changed.reason());
        segments.append(segment);
    }
    json.insert(u"segments"_s, segments);
    json.insert(u"rest"_s, FigureJson::moneyToJson(changed.rest));
    json.insert(u"typed_over_rows"_s, changed.isTypedOverRows);
    return json;
}

QJsonValue newestChangeToJson(const FunnelReport &report)
{
    if (!report.beforeNewest())
        return {};
    const FunnelFigures &before = *report.beforeNewest();
    const FunnelFigures &after = *report.newest();
    const WhatChanged changed = whatChanged(before, after);
    if (changed.problem != WhatChanged::Problem::None)
        return {};
    QJsonObject json = changeToJson(changed, notesBetween(report.inputs.notes, changed.from, changed.to));
    for (const auto &[kind, segments] : report.segments.asKeyValueRange()) {
        if (segments.isEmpty())
            continue;
        const QJsonObject own = changeToJson(changeBySegment(before, after, segments));
        json.insert(u"by_"_s + segmentKindKey(kind),
                    QJsonObject{{u"segments"_s, own.value(u"segments"_s)},
                                {u"rest"_s, own.value(u"rest"_s)},
                                {u"typed_over_rows"_s, own.value(u"typed_over_rows"_s)}});
    }
    return json;
}

QJsonObject simulationToJson(const Simulation &simulation, const SimulationSettings &settings)
{
    return {{u"seed"_s, QString::number(settings.seed)},
            {u"runs"_s, simulation.runs},
            {u"distribution"_s, u"triangular"_s},
            {u"goal"_s, FigureJson::moneyToJson(simulation.goal)},
            {u"reached"_s, simulation.reached},
            {u"chance"_s, chanceToJson(simulation)},
            {u"low_10"_s, FigureJson::moneyToJson(simulation.low)},
            {u"middle_50"_s, FigureJson::moneyToJson(simulation.middle)},
            {u"high_90"_s, FigureJson::moneyToJson(simulation.high)}};
}
