#include "models/exchange/figure_json.h"
#include "models/exchange/plan_figures.h"
#include "models/exchange/workbook_figures.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace FigureJson;

namespace {

constexpr int timesDecimals = 2;
constexpr int hoursDecimals = 2;

QJsonObject totalToJson(const DealTotals &total)
{
    QJsonArray values;
    for (const Money &money : total.value.sums())
        values.append(moneyToJson(money));
    return {{u"count"_s, total.count}, {u"without_value"_s, total.withoutValue}, {u"values"_s, values}};
}

QStringList currenciesOf(const DealTotals &total)
{
    QStringList currencies;
    for (const Money &money : total.value.sums())
        currencies.append(money.currency);
    return currencies;
}

QJsonArray velocityToJson(const DealSummary &deals)
{
    QJsonArray json;
    for (const QString &currency : currenciesOf(deals.won))
        json.append(derivedToJson(
            velocity(deals.open.count, deals.winRate(), deals.dealSize(currency), deals.meanCycleDays),
            currencyDigits(currency), currency));
    return json;
}

// Target and won value to date of the last stage, in the year of the newest target.
struct Remaining
{
    Money target, won;
};

std::optional<Remaining> remainingOf(const FunnelReport &report)
{
    const Pace pace = paceOf(report.periods, report.inputs.targets, report.inputs.stages.last().id,
                             Measure::Worth, report.grain);
    if (!pace.targetInAll || !pace.actualToDate)
        return {};
    for (const TypedFigure &target : report.inputs.targets)
        if (target.stage == report.inputs.stages.last().id && target.worth)
            return Remaining{{*pace.targetInAll, target.worth->currency},
                             {*pace.actualToDate, target.worth->currency}};
    return {};
}

QJsonObject pipelineToJson(const FunnelReport &report, const PlanInputs &plan,
                           const PipelineFigures &pipeline)
{
    QJsonArray stages, weighted, covered;
    for (qsizetype i = 0; i < pipeline.openByStage.size(); ++i) {
        QJsonObject stage = totalToJson(pipeline.openByStage.at(i));
        stage.insert(u"stage"_s, report.inputs.stages.at(i).name);
        stages.append(stage);
    }
    const auto remaining = remainingOf(report);
    for (const QString &currency : currenciesOf(report.deals->open)) {
        const auto weights = weightedPipeline(pipeline, plan.winChances, currency);
        if (!weights)
            continue;
        weighted.append(QJsonObject{{u"open"_s, moneyToJson(weights->open)},
                                    {u"weighted"_s, moneyToJson(weights->weighted)},
                                    {u"left_out"_s, weights->leftOut}});
        if (!remaining || remaining->target.currency != currency)
            continue;
        const Money open = report.deals->open.value.in(currency).value_or(weights->open);
        covered.append(QJsonObject{
            {u"open"_s, derivedToJson(coverage(open, remaining->target, remaining->won), timesDecimals)},
            {u"weighted"_s,
             derivedToJson(coverage(weights->weighted, remaining->target, remaining->won), timesDecimals)},
            {u"needed"_s, derivedToJson(neededCoverage(report.deals->winRate()), timesDecimals)}});
    }
    return {{u"open_by_stage"_s, stages}, {u"weighted"_s, weighted}, {u"coverage"_s, covered}};
}

QJsonArray sourcesToJson(const PipelineFigures &pipeline)
{
    QJsonArray json;
    for (const SourceFigures &source : pipeline.sources) {
        QJsonArray values;
        for (const QString &currency : currenciesOf(source.won))
            values.append(derivedToJson(source.leadValue(currency), currencyDigits(currency), currency));
        json.append(QJsonObject{{u"source"_s, source.source},
                                {u"leads"_s, source.rows},
                                {u"won"_s, totalToJson(source.won)},
                                {u"open"_s, totalToJson(source.open)},
                                {u"lead_value"_s, values}});
    }
    return json;
}

QJsonObject paceToJson(const FunnelReport &report)
{
    const Pace pace = paceOf(report.periods, report.inputs.targets, report.inputs.stages.last().id,
                             Measure::Amount, report.grain);
    QJsonArray points;
    for (const Pace::Point &point : pace.points)
        points.append(QJsonObject{{u"period"_s, point.period.key()},
                                  {u"actual"_s, orNull(point.actual)},
                                  {u"target"_s, orNull(point.target)},
                                  {u"actual_so_far"_s, orNull(point.actualSoFar)},
                                  {u"target_so_far"_s, orNull(point.targetSoFar)}});
    return {{u"points"_s, points},
            {u"target"_s, orNull(pace.targetInAll)},
            {u"rate"_s, rateToJson(pace.rate(), pace.actualToDate, pace.targetToDate)}};
}

QJsonObject capacityToJson(const CapacityInputs &inputs)
{
    const Capacity capacity = capacityOf(inputs);
    const QString currency = inputs.dealSize ? inputs.dealSize->currency : QString();
    const int digits = currencyDigits(currency);
    return {{u"hours"_s, derivedToJson(capacity.hours, hoursDecimals)},
            {u"selling_hours"_s, derivedToJson(capacity.sellingHours, hoursDecimals)},
            {u"lead_hours"_s, derivedToJson(capacity.leadHours, hoursDecimals)},
            {u"conversations"_s, derivedToJson(capacity.conversations, hoursDecimals)},
            {u"won"_s, derivedToJson(capacity.won, hoursDecimals)},
            {u"value"_s, derivedToJson(capacity.value, digits, currency)},
            {u"freed_hours"_s, derivedToJson(capacity.freedHours, hoursDecimals)},
            {u"more_conversations"_s, derivedToJson(capacity.moreConversations, hoursDecimals)},
            {u"more_won"_s, derivedToJson(capacity.moreWon, hoursDecimals)},
            {u"more_value"_s, derivedToJson(capacity.moreValue, digits, currency)}};
}

QJsonObject cashToJson(const CashTotals &cash)
{
    QJsonArray sourced, influenced;
    for (const Money &money : cash.sourced.sums())
        sourced.append(moneyToJson(money));
    for (const Money &money : cash.influenced.sums())
        influenced.append(moneyToJson(money));
    return {{u"sourced"_s, sourced}, {u"influenced"_s, influenced}};
}

} // namespace

QJsonObject outlookToJson(const FunnelReport &report)
{
    QJsonObject json{{u"capacity"_s, capacityToJson(report.plan.capacity)},
                     {u"cash"_s, cashToJson(report.cash)},
                     {u"pace"_s, report.inputs.stages.isEmpty() ? QJsonValue() : paceToJson(report)}};
    const bool imported = report.deals && report.pipeline && !report.inputs.stages.isEmpty();
    json.insert(u"velocity"_s, imported ? QJsonValue(velocityToJson(*report.deals)) : QJsonValue());
    json.insert(u"pipeline"_s,
                imported ? QJsonValue(pipelineToJson(report, report.plan, *report.pipeline)) : QJsonValue());
    json.insert(u"sources"_s, imported ? QJsonValue(sourcesToJson(*report.pipeline)) : QJsonValue());
    return json;
}
