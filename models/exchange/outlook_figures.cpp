#include "models/arithmetic/share.h"
#include "models/exchange/figure_json.h"
#include "models/exchange/plan_figures.h"
#include "models/exchange/workbook_figures.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace FigureJson;

namespace {

constexpr int timesDecimals = 2;
constexpr int hoursDecimals = 2;
constexpr int chanceDecimals = 4;

QStringList currenciesOf(const DealTotals &total)
{
    QStringList currencies;
    for (const Money &money : total.value.sums())
        currencies.append(money.currency);
    return currencies;
}

QJsonArray velocityToJson(const Outlook &outlook)
{
    QJsonArray json;
    for (const MoneyOutlook &money : outlook.currencies)
        json.append(derivedToJson(money.velocity, currencyDigits(money.currency), money.currency));
    return json;
}

QJsonArray velocityTrendsToJson(const OutlookInputs &inputs)
{
    QJsonArray json;
    for (const VelocityTrend &trend : velocityTrends(inputs)) {
        QJsonArray periods;
        for (qsizetype i = 0; i < inputs.periods.size(); ++i) {
            QJsonObject period = derivedToJson(trend.velocities.at(i), currencyDigits(trend.currency));
            period.insert(u"period"_s, inputs.periods.at(i).period.key());
            periods.append(period);
        }
        json.append(QJsonObject{{u"currency"_s, trend.currency},
                                {u"opportunity_stage"_s, trend.opportunityStage},
                                {u"periods"_s, periods}});
    }
    return json;
}

QJsonArray coverageToJson(const Outlook &outlook)
{
    QJsonArray json;
    for (const MoneyOutlook &money : outlook.currencies)
        json.append(QJsonObject{{u"currency"_s, money.currency},
                                {u"target"_s, orNull(money.target)},
                                {u"won"_s, orNull(money.won)},
                                {u"from"_s, money.targetFrom.key()},
                                {u"to"_s, money.targetTo.key()},
                                {u"open"_s, derivedToJson(money.coverage, timesDecimals)},
                                {u"weighted"_s, derivedToJson(money.weightedCoverage, timesDecimals)},
                                {u"needed"_s, derivedToJson(outlook.neededCoverage, timesDecimals)}});
    return json;
}

QJsonArray stagesToJson(const FunnelReport &report, const PipelineFigures &pipeline)
{
    QJsonArray stages;
    for (qsizetype i = 0; i < pipeline.openByStage.size(); ++i) {
        QJsonObject stage = totalToJson(pipeline.openByStage.at(i));
        const auto chance = report.plan.winChances.value(i);
        stage.insert(u"stage"_s, report.inputs.stages.at(i).name);
        stage.insert(u"chance"_s,
                     chance ? QJsonValue(Fraction::of(*chance, WholeShare).plain(chanceDecimals))
                            : QJsonValue());
        stages.append(stage);
    }
    return stages;
}

QJsonObject pipelineToJson(const FunnelReport &report, const PipelineFigures &pipeline,
                           const Outlook &outlook)
{
    QJsonArray weighted;
    for (const QString &currency : currenciesOf(report.deals->open))
        if (const auto weights = weightedPipeline(pipeline, report.plan.winChances, currency))
            weighted.append(
                QJsonObject{{u"open"_s, moneyToJson(weights->open)},
                            {u"weighted"_s,
                             weights->isKnown() ? QJsonValue(moneyToJson(weights->weighted)) : QJsonValue()},
                            {u"by_own_chance"_s, weights->ownRows},
                            {u"by_stage_chance"_s, weights->rows - weights->ownRows},
                            {u"left_out"_s, weights->leftOut}});
    return {{u"open_by_stage"_s, stagesToJson(report, pipeline)},
            {u"weighted"_s, weighted},
            {u"coverage"_s, coverageToJson(outlook)}};
}

// Of the rows closed in each period; open is what is open now.
QJsonObject outlookToJson(const Outlook &outlook)
{
    constexpr int dayDecimals = 2;
    QJsonArray sizes;
    for (const MoneyOutlook &money : outlook.currencies)
        sizes.append(derivedToJson(money.dealSize, currencyDigits(money.currency), money.currency));
    return {{u"period"_s, outlook.period.key()},
            {u"won"_s, outlook.won ? QJsonValue(*outlook.won) : QJsonValue()},
            {u"lost"_s, outlook.lost},
            {u"win_rate"_s,
             rateToJson(outlook.winRate, outlook.won.value_or(0), outlook.won.value_or(0) + outlook.lost)},
            {u"cycle_days"_s,
             QJsonObject{{u"mean"_s, derivedToJson(outlook.cycle.mean, dayDecimals)},
                         {u"median"_s, derivedToJson(outlook.cycle.median, dayDecimals)}}},
            {u"deal_size"_s, sizes},
            {u"velocity"_s, velocityToJson(outlook)},
            {u"coverage"_s, coverageToJson(outlook)}};
}

QJsonArray outlooksToJson(const FunnelReport &report, const OutlookInputs &inputs)
{
    QJsonArray json;
    for (const FunnelFigures &funnel : report.periods)
        json.append(outlookToJson(outlookOf(inputs, funnel.period)));
    return json;
}

QJsonArray sourcesToJson(const QList<SourceOutlook> &sources)
{
    const auto said = [](std::optional<bool> answer) { return answer ? QJsonValue(*answer) : QJsonValue(); };
    QJsonArray json;
    for (const SourceOutlook &source : sources) {
        const SourceFigures &figures = source.figures;
        QJsonArray leads, promised;
        for (const SourceWorth &worth : source.worth) {
            const int digits = currencyDigits(worth.currency);
            leads.append(derivedToJson(worth.leadValue, digits, worth.currency));
            promised.append(derivedToJson(worth.slaValue, digits, worth.currency));
        }
        json.append(
            QJsonObject{{u"source"_s, figures.source},
                        {u"leads"_s, figures.leads},
                        {u"won"_s, totalToJson(figures.won)},
                        {u"open"_s, totalToJson(figures.open)},
                        {u"lead_to_won"_s, rateToJson(figures.leadToWon(), figures.won.count, figures.leads)},
                        {u"lead_value"_s, leads},
                        {u"leads_promised"_s, orNull(source.terms.promised)},
                        {u"promised_per"_s, grainKey(source.terms.grain)},
                        {u"sla_value"_s, promised},
                        {u"created_by_marketing"_s, said(source.terms.created)},
                        {u"touched_by_marketing"_s, said(source.terms.touched)}});
    }
    return json;
}

QJsonArray earnedToJson(const FunnelReport &report, const QList<SourceOutlook> &sources)
{
    QJsonArray json;
    for (const FunnelFigures &funnel : report.periods) {
        const EarnedTotals earned = earnedIn(sources, funnel.period);
        json.append(QJsonObject{{u"period"_s, funnel.period.key()},
                                {u"sourced"_s, totalToJson(earned.sourced)},
                                {u"influenced"_s, totalToJson(earned.influenced)},
                                {u"not_said"_s, totalToJson(earned.notSaid)}});
    }
    return json;
}

QJsonObject paceToJson(const FunnelReport &report)
{
    const Pace &pace = report.pace;
    QJsonArray points;
    for (const Pace::Point &point : pace.points)
        points.append(QJsonObject{{u"period"_s, point.period.key()},
                                  {u"actual"_s, orNull(point.actual)},
                                  {u"target"_s, orNull(point.target)},
                                  {u"actual_so_far"_s, orNull(point.actualSoFar)},
                                  {u"target_so_far"_s, orNull(point.targetSoFar)},
                                  {u"at_least"_s, orNull(point.atLeast)}});
    return {{u"points"_s, points},
            {u"target"_s, orNull(pace.targetInAll)},
            {u"rate"_s, rateToJson(pace.rate(), pace.actualToDate, pace.targetToDate)},
            {u"rate_to"_s, pace.toDate.isValid() ? QJsonValue(pace.toDate.key()) : QJsonValue()},
            {u"problem"_s, pace.otherGrain ? QJsonValue(paceProblem(pace)) : QJsonValue()}};
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
                     {u"plan"_s, planToJson(report.plan.plan)},
                     {u"scenarios"_s, scenariosToJson(report.plan)},
                     {u"benchmarks"_s, benchmarksToJson(report.plan.plan, report.benchmarks)},
                     {u"pace"_s, report.inputs.stages.isEmpty() ? QJsonValue() : paceToJson(report)}};
    if (!report.deals || !report.pipeline || report.inputs.stages.isEmpty()) {
        for (const QString &key :
             {u"velocity"_s, u"velocity_trend"_s, u"pipeline"_s, u"outlook"_s, u"sources"_s, u"earned"_s})
            json.insert(key, QJsonValue());
        return json;
    }
    const OutlookInputs inputs = report.outlookInputs();
    const Outlook atAnyTime = outlookOf(inputs, {});
    const QList<SourceOutlook> sources = sourceOutlooks(*report.pipeline, report.sources);
    json.insert(u"velocity"_s, velocityToJson(atAnyTime));
    json.insert(u"velocity_trend"_s, velocityTrendsToJson(inputs));
    json.insert(u"opportunity_stage"_s, atAnyTime.opportunityStage);
    json.insert(u"pipeline"_s, pipelineToJson(report, *report.pipeline, atAnyTime));
    json.insert(u"outlook"_s, outlooksToJson(report, inputs));
    json.insert(u"sources"_s, sourcesToJson(sources));
    json.insert(u"earned"_s, earnedToJson(report, sources));
    return json;
}
