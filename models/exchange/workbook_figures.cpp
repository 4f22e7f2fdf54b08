#include "models/exchange/workbook_figures.h"

#include "models/exchange/figure_json.h"
#include "models/exchange/handover_figures.h"
#include "models/exchange/plan_figures.h"
#include "models/funnel/currencies.h"
#include "models/funnel/deals/known_sums.h"
#include "models/funnel/import/deal_store.h"
#include "models/worksheet/catalogue.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace FigureJson;

namespace {

std::optional<qint64> minor(const StageFigure &figure)
{
    return figure.worth ? std::optional(figure.worth->minor) : std::nullopt;
}

QJsonValue sourceToJson(FigureSource source)
{
    switch (source) {
    case FigureSource::Typed:
        return u"typed"_s;
    case FigureSource::Computed:
        return u"computed"_s;
    case FigureSource::Both:
        return u"both"_s;
    case FigureSource::None:
        break;
    }
    return {};
}

QJsonObject stageToJson(const FunnelFigures &figures, int i)
{
    const StageFigure &figure = figures.figures.at(i);
    QJsonObject json{{u"stage"_s, figures.stages.at(i).name},
                     {u"count"_s, orNull(figure.amount)},
                     {u"value"_s, orNull(figure.worth)},
                     {u"count_source"_s, sourceToJson(figure.amountSource)},
                     {u"value_source"_s, sourceToJson(figure.worthSource)}};
    if (i > 0) {
        const StageFigure &before = figures.figures.at(i - 1), &top = figures.figures.at(figures.top());
        json[u"step_rate"] = rateToJson(figures.stepRate(i - 1), figure.amount, before.amount);
        json[u"value_step_rate"]
            = rateToJson(figures.stepRate(i - 1, Measure::Worth), minor(figure), minor(before));
        json[u"overall_rate"] = rateToJson(figures.overallRate(i), figure.amount, top.amount);
    }
    return json;
}

// With the targets of a period, where there can be any.
QJsonArray funnelsToJson(const QList<FunnelFigures> &funnels, const FunnelInputs *targets = nullptr)
{
    QJsonArray periods;
    for (const FunnelFigures &figures : funnels) {
        QJsonArray stages;
        for (int i = 0; i < figures.stages.size(); ++i) {
            QJsonObject stage = stageToJson(figures, i);
            if (targets) {
                const TypedFigure *target = targets->targetOf(figures.stages.at(i).id, figures.period);
                stage.insert(u"target"_s, target ? orNull(target->amount) : QJsonValue());
            }
            stages.append(stage);
        }
        periods.append(QJsonObject{{u"period"_s, figures.period.key()},
                                   {u"from"_s, figures.period.start.toString(Qt::ISODate)},
                                   {u"to"_s, figures.period.end().toString(Qt::ISODate)},
                                   {u"stages"_s, stages}});
    }
    return periods;
}

QJsonArray periodsToJson(const FunnelReport &report, CountedBy by)
{
    return funnelsToJson(by == CountedBy::Event ? report.periods
                                                : report.inputs.funnels(report.deals.value_or(DealSummary()),
                                                                        report.grain, by, report.currency),
                         &report.inputs);
}

QJsonValue segmentsToJson(const FunnelReport &report, CountedBy by)
{
    if (report.segments.isEmpty())
        return {};
    QJsonObject json;
    for (const auto &[kind, segments] : report.segments.asKeyValueRange()) {
        QJsonArray parts;
        for (const SegmentFunnels &segment : segments)
            parts.append(
                QJsonObject{{u"segment"_s, segment.name}, {u"periods"_s, funnelsToJson(segment.by(by))}});
        json.insert(segmentKindKey(kind), parts);
    }
    return json;
}

QJsonArray contradictionsToJson(const QList<TypedContradiction> &contradictions)
{
    QJsonArray json;
    for (const TypedContradiction &each : contradictions) {
        const bool isCount = each.measure == Measure::Amount;
        const auto figure = [&](qint64 value) {
            return isCount ? QJsonValue(value) : QJsonValue(moneyToJson(Money{value, each.currency}));
        };
        json.append(QJsonObject{{u"stage"_s, each.stage},
                                {u"segment"_s, orNull(each.segment)},
                                {u"period"_s, each.whole.key()},
                                {u"of"_s, isCount ? u"count"_s : u"value"_s},
                                {u"typed"_s, figure(each.typed)},
                                {u"parts"_s, figure(each.parts)},
                                {u"text"_s, each.text(QLocale())}});
    }
    return json;
}

QJsonArray stagesToJson(const QList<Stage> &stages)
{
    QJsonArray json;
    for (const Stage &stage : stages)
        json.append(QJsonObject{{u"id"_s, QString::number(stage.id)},
                                {u"name"_s, stage.name},
                                {u"owner"_s, teamKey(stage.owner)}});
    return json;
}

QJsonArray totalsToJson(const QMap<Period, DealTotals> &totals)
{
    QJsonArray json;
    for (auto it = totals.cbegin(); it != totals.cend(); ++it) {
        QJsonObject total = totalToJson(it.value());
        total.insert(u"period"_s, it.key().key());
        json.append(total);
    }
    return json;
}

QJsonArray currenciesToJson(const DealSummary &deals)
{
    QJsonArray json;
    for (const auto &[currency, rows] : rowsByCurrency(deals))
        json.append(QJsonObject{{u"currency"_s, currency}, {u"rows"_s, rows}});
    return json;
}

QJsonArray dealSizesToJson(const DealSummary &deals)
{
    QJsonArray sizes;
    for (const Money &money : deals.won.value.sums())
        if (const Fraction size = deals.dealSize(money.currency); size.isValid())
            sizes.append(QJsonObject{{u"amount"_s, size.plain(currencyDigits(money.currency))},
                                     {u"currency"_s, money.currency}});
    return sizes;
}

Result<void> addPace(FunnelReport &report, const Document &document)
{
    if (report.inputs.stages.isEmpty())
        return {};
    const qint64 last = report.inputs.stages.last().id;
    const Grain grain = paceGrain(report.inputs.targets, last, report.grain);
    QList<FunnelFigures> periods = report.periods;
    if (grain != report.grain) {
        const auto deals = report.pipeline ? summaryOfDeals(document, report.inputs.stages, grain)
                                           : Result<DealSummary>(DealSummary());
        if (!deals)
            return deals.error();
        periods = report.inputs.funnels(*deals, grain, CountedBy::Event, report.currency);
    }
    report.pace = paceOf(periods, report.inputs.targets, last, Measure::Amount, grain, QDate::currentDate(),
                         firstMonthOfYear(report.plan.plan));
    noteOtherGrain(report.pace, usualGrain(report.inputs.typed));
    return {};
}

} // namespace

Result<FunnelReport> readFunnelReport(const Document &document, const QString &currency,
                                      std::optional<Grain> grain)
{
    FunnelReport report{.inputs = readFunnel(document), .periods = {}};
    report.plan = readPlan(document);
    report.cash = readCash(document);
    report.sources = readSourceTerms(document);
    report.benchmarks = readBenchmarks(document);
    report.estimates = readEstimates(document);
    report.contradictions = typedContradictions(document);
    if (hasDeals(document)) {
        auto pipeline = pipelineOfDeals(document, report.inputs.stages);
        if (!pipeline)
            return pipeline.error();
        report.pipeline = std::move(*pipeline);
    }
    report.currency = currency;
    if (const auto done = regroup(report, document, grain.value_or(usualGrain(report.inputs.typed))); !done)
        return done.error();
    if (const auto done = addPace(report, document); !done)
        return done.error();
    return report;
}

Result<void> regroup(FunnelReport &report, const Document &document, Grain grain)
{
    report.grain = grain;
    if (report.pipeline) {
        auto deals = summaryOfDeals(document, report.inputs.stages, grain);
        if (!deals)
            return deals.error();
        report.deals = std::move(*deals);
    }
    const DealSummary deals = report.deals.value_or(DealSummary());
    if (report.currency.isEmpty())
        report.currency = currencyToShow(document, report.inputs, deals);
    else if (const auto known = checkCurrency(report.currency, report.inputs, deals); !known)
        return known.error();
    report.periods = report.inputs.funnels(deals, grain, CountedBy::Event, report.currency);
    return {};
}

Result<void> addSegments(FunnelReport &report, const Document &document)
{
    for (const SegmentKind kind : allSegmentKinds) {
        const auto segments
            = readSegments(document, report.inputs.stages, report.grain, kind, report.currency);
        if (!segments)
            return segments.error();
        report.segments.insert(kind, *segments);
    }
    return {};
}

const FunnelFigures *FunnelReport::newest(QDate today) const
{
    const qsizetype at = newestFull(periods, today);
    return at >= 0 ? &periods.at(at) : nullptr;
}

const FunnelFigures *FunnelReport::beforeNewest(QDate today) const
{
    const qsizetype at = newestFull(periods, today);
    return at >= 1 ? &periods.at(at - 1) : nullptr;
}

QString FunnelReport::rule() const
{
    return figuresRule(deals.value_or(DealSummary()), CountedBy::Event, currency);
}

OutlookInputs FunnelReport::outlookInputs() const
{
    return {.funnel = inputs,
            .periods = periods,
            .deals = deals.value_or(DealSummary()),
            .pipeline = pipeline.value_or(PipelineFigures()),
            .chances = plan.winChances,
            .grain = grain,
            .firstMonth = firstMonthOfYear(plan.plan)};
}

QJsonObject dealsToJson(const DealSummary &deals)
{
    constexpr int dayDecimals = 2;
    QJsonObject open;
    for (auto it = deals.openByCrmStage.cbegin(); it != deals.openByCrmStage.cend(); ++it)
        open.insert(it.key().isEmpty() ? u"(without a stage)"_s : it.key(), it.value());
    return {{u"rows"_s, deals.rows},
            {u"further_deals"_s, deals.further},
            {u"won"_s, totalToJson(deals.won)},
            {u"lost"_s, totalToJson(deals.lost)},
            {u"lost_leads"_s, totalToJson(deals.lostLeads)},
            {u"open"_s, totalToJson(deals.open)},
            {u"open_by_crm_stage"_s, open},
            {u"win_rate"_s, rateToJson(deals.winRate(), deals.won.count, deals.won.count + deals.lost.count)},
            {u"deal_size"_s, dealSizesToJson(deals)},
            {u"cycle_days"_s,
             QJsonObject{{u"mean"_s, decimal(deals.meanCycleDays, dayDecimals)},
                         {u"median"_s, decimal(deals.medianCycleDays, dayDecimals)}}},
            {u"won_by_close"_s, totalsToJson(deals.wonByClose)},
            {u"lost_by_close"_s, totalsToJson(deals.lostByClose)},
            {u"left_out"_s,
             QJsonObject{{u"without_created"_s, deals.withoutCreated},
                         {u"won_without_closed"_s, deals.wonWithoutClosed},
                         {u"closed_before_created"_s, deals.closedBeforeCreated},
                         {u"without_stage"_s, deals.withoutStage}}}};
}

QJsonObject figuresToJson(const FunnelReport &report, CountedBy by)
{
    QJsonObject json{
        {u"format"_s, u"smarketing-figures"_s},
        {u"version"_s, 1},
        {u"grain"_s, grainKey(report.grain)},
        {u"currency"_s, report.currency.isEmpty() ? QJsonValue() : report.currency},
        {u"currencies"_s, report.deals ? QJsonValue(currenciesToJson(*report.deals)) : QJsonValue()},
        {u"counted_by"_s, by == CountedBy::Event ? u"event"_s : u"entry"_s},
        {u"stages"_s, stagesToJson(report.inputs.stages)},
        {u"handovers"_s, handoversToJson(report, QDate::currentDate())},
        {u"estimates"_s, estimatesToJson(report)},
        {u"periods"_s, periodsToJson(report, by)},
        {u"segments"_s, segmentsToJson(report, by)},
        {u"contradictions"_s, contradictionsToJson(report.contradictions)},
        {u"deals"_s, report.deals ? QJsonValue(dealsToJson(*report.deals)) : QJsonValue()}};
    const QJsonObject outlook = outlookToJson(report);
    for (auto it = outlook.begin(); it != outlook.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}
