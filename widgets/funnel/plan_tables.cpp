#include "widgets/funnel/plan_tables.h"

#include "models/arithmetic/dash.h"
#include "models/arithmetic/share.h"
#include "models/funnel/column_decimals.h"
#include "models/funnel/segments.h"
#include "models/funnel/step_origins.h"

#include <QCoreApplication>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PlanTables)
};

QString text(const std::optional<qint64> &count, const QLocale &locale)
{
    return count ? locale.toString(*count) : dash();
}

QString text(const std::optional<Money> &money, const QLocale &locale)
{
    return money ? moneyText(*money, locale) : dash();
}

QString percent(const std::optional<qint64> &share, const QLocale &locale, int decimals)
{
    return share ? Fraction::of(*share, WholeShare).toPercent(locale, decimals, false) : dash();
}

QString text(const Derived &figure, const QLocale &locale, int decimals)
{
    return figure.value ? figure.value->toText(locale, decimals, false) : dash();
}

QString moneyText(const Derived &figure, const QString &currency, const QLocale &locale)
{
    const auto minor = figure.value ? figure.value->scaled(currencyDigits(currency)) : std::nullopt;
    return minor ? moneyText(Money{*minor, currency}, locale) : dash();
}

QString keyOf(PlanParts parts)
{
    return segmentKindKey(parts == PlanParts::Regions        ? SegmentKind::Region
                              : parts == PlanParts::Products ? SegmentKind::Product
                                                             : SegmentKind::Source);
}

Grain grainOf(PlanParts parts)
{
    return parts == PlanParts::Months ? Grain::Month : Grain::Quarter;
}

// "20 % to 30 %"; one alone where there is no other.
QString rangeText(const std::optional<qint64> &low, const std::optional<qint64> &high, const QLocale &locale,
                  int decimals)
{
    if (low && high && *low != *high)
        return Texts::tr("%1 to %2", "rates")
            .arg(percent(low, locale, decimals), percent(high, locale, decimals));
    return percent(low ? low : high, locale, decimals);
}

QString plannedText(const PlannedRate &rate, const QLocale &locale, int decimals)
{
    const QString range = rangeText(rate.low, rate.high, locale, decimals);
    if (!rate.likely)
        return range;
    const QString likely = percent(rate.likely, locale, decimals);
    return rate.low || rate.high ? Texts::tr("%1 likely, %2", "rate, range").arg(likely, range)
                                 : Texts::tr("%1 likely", "rate").arg(likely);
}

QString sourceText(const RateBenchmark &other)
{
    return other.year.isEmpty()
        ? Texts::tr("%1 (%2; year not known)", "source, step").arg(other.source, other.step)
        : Texts::tr("%1 (%2; %3)", "source, step, year").arg(other.source, other.step, other.year);
}

// A row of the table of scenarios: one figure of every plan.
QStringList row(const QString &label, const QList<FunnelPlan> &plans,
                const std::function<QString(const FunnelPlan &)> &figure)
{
    QStringList texts{label};
    for (const FunnelPlan &plan : plans)
        texts.append(figure(plan));
    return texts;
}

} // namespace

QList<PlanPart> partsOf(const PlanInputs &inputs, PlanParts parts)
{
    const Targets targets = targetsOf(inputs.plan);
    if (!areSegments(parts))
        return spreadOver(inputs.plan, targets, grainOf(parts), inputs.monthWeights);
    const QList<PlanSegment> segments = segmentsOf(inputs, parts);
    return segments.isEmpty() ? QList<PlanPart>() : splitOver(targets, segments);
}

QList<PlanSegment> segmentsOf(const PlanInputs &inputs, PlanParts parts)
{
    if (areSegments(parts))
        for (const PlanInputs::Split &split : inputs.splits)
            if (split.dimension == keyOf(parts))
                return split.segments;
    return {};
}

QString shareRemark(const QList<PlanSegment> &segments, const QLocale &locale)
{
    Rational sum;
    for (const PlanSegment &segment : segments)
        sum = sum + segment.weight;
    return segments.isEmpty() || sum.isZero() || sum == Rational(1)
        ? QString()
        : Texts::tr("The shares add up to %1; each is taken as its part of that.")
              .arg(sum.toFraction().toPercent(locale));
}

QString partsRemark(const PlanInputs &inputs, PlanParts parts)
{
    return areSegments(parts) ? QString() : problemOfParts(inputs.plan, grainOf(parts)).reason();
}

QStringList scenarioRemarks(const PlanInputs &inputs)
{
    const PlanProblem own = targetsOf(inputs.plan).problem();
    const QStringList saidOfPlan = otherStepRemarks(inputs.plan);
    QStringList remarks;
    for (const PlanInputs::Scenario &scenario : inputs.scenarios) {
        const auto add = [&](const QString &remark) {
            remarks.append(Texts::tr("“%1”: %2", "scenario, reason").arg(scenario.name, remark));
        };
        const PlanProblem problem = targetsOf(scenario.plan).problem();
        if (!problem.isNone() && problem != own)
            add(problem.reason());
        for (const QString &remark : otherStepRemarks(scenario.plan))
            if (!saidOfPlan.contains(remark))
                add(remark);
    }
    return remarks;
}

FigureTable spreadTable(const PlanInputs &inputs, const QList<PlanPart> &parts, const QLocale &locale)
{
    const Targets targets = targetsOf(inputs.plan);
    FigureTable table{.head = {Texts::tr("Part")}, .rows = {}};
    for (const Stage &stage : inputs.plan.stages)
        table.head.append(stage.name);
    for (const PlanPart &part : parts) {
        QStringList texts{part.period.isValid() ? part.period.label(locale) : part.label};
        for (const auto &count : part.counts)
            texts.append(text(count, locale));
        table.rows.append(texts);
    }
    QStringList whole{Texts::tr("Together")};
    for (const PlannedCount &stage : targets.stages)
        whole.append(text(stage.count, locale));
    table.rows.append(whole);
    return table;
}

FigureTable scenarioTable(const PlanInputs &inputs, const QLocale &locale,
                          const std::function<QString(const FunnelPlan &)> &chance)
{
    FigureTable table{.head = {Texts::tr("Step"), Texts::tr("The plan")}, .rows = {}};
    QList<FunnelPlan> plans{inputs.plan};
    for (const PlanInputs::Scenario &scenario : inputs.scenarios) {
        table.head.append(scenario.name);
        plans.append(scenario.plan);
    }
    const int decimals = decimalsFor(plans);
    table.rows = {row(Texts::tr("Revenue goal"), plans,
                      [&](const FunnelPlan &plan) { return text(plan.goal, locale); }),
                  row(Texts::tr("From marketing's leads"), plans,
                      [&](const FunnelPlan &plan) {
                          return percent(plan.marketingShare.value_or(WholeShare), locale, decimals);
                      }),
                  row(Texts::tr("Deal size"), plans,
                      [&](const FunnelPlan &plan) { return text(plan.dealSize, locale); })};
    const QList<Stage> &stages = inputs.plan.stages;
    for (qsizetype stage = stages.size() - 1; stage > 0; --stage)
        table.rows.append(row(Texts::tr("%1 of %2").arg(stages.at(stage).name, stages.at(stage - 1).name),
                              plans, [&, stage](const FunnelPlan &plan) {
                                  return percent(plan.rates.at(stage).likely, locale, decimals);
                              }));
    for (qsizetype stage = stages.size() - 1; stage >= 0; --stage)
        table.rows.append(row(stages.at(stage).name, plans, [&, stage](const FunnelPlan &plan) {
            return text(targetsOf(plan).stages.at(stage).count, locale);
        }));
    table.rows.append(row(Texts::tr("Spend"), plans,
                          [&](const FunnelPlan &plan) { return text(targetsOf(plan).spend.money, locale); }));
    table.rows.append(row(Texts::tr("Sales hours needed"), plans,
                          [&](const FunnelPlan &plan) { return text(targetsOf(plan).hours.count, locale); }));
    table.rows.append(row(Texts::tr("Chance of the goal"), plans, chance));
    return table;
}

FigureTable planTable(const PlanInputs &inputs, const QLocale &locale)
{
    constexpr int decimals = 2;
    const FunnelPlan &plan = inputs.plan;
    const int rateDecimals = decimalsFor(QList{plan});
    const Targets targets = targetsOf(plan);
    FigureTable table{.head = {Texts::tr("Step"), Texts::tr("Rate"),
                               Texts::tr("%1, rounded up").arg(grainLabel(plan.grain)),
                               Texts::tr("Unrounded"), planUnitLabel(PlanUnit::Month)},
                      .rows = {}};
    table.rows = {{Texts::tr("Revenue goal"), {}, text(plan.goal, locale), {}, {}},
                  {Texts::tr("From marketing's leads"),
                   percent(plan.marketingShare.value_or(WholeShare), locale, rateDecimals),
                   text(targets.marketingGoal.money, locale),
                   {},
                   {}},
                  {Texts::tr("Deal size"), {}, text(plan.dealSize, locale), {}, {}}};
    for (qsizetype stage = plan.stages.size() - 1; stage >= 0; --stage) {
        const PlannedCount &count = targets.stages.at(stage);
        table.rows.append({plan.stages.at(stage).name,
                           stage > 0 ? percent(plan.rates.at(stage).likely, locale, rateDecimals) : QString(),
                           text(count.count, locale),
                           count.exact ? count.exact->toText(locale, decimals, false) : dash(),
                           text(perUnit(plan, count, PlanUnit::Month).count, locale)});
    }
    table.rows.append({Texts::tr("Spend"), {}, text(targets.spend.money, locale), {}, {}});
    table.rows.append({Texts::tr("Sales hours needed"), {}, text(targets.hours.count, locale), {}, {}});
    if (targets.ceiling.count)
        table.rows.append({salesCapacityLabel(plan), {}, text(targets.ceiling.count, locale), {}, {}});
    return table;
}

FigureTable capacityTable(const CapacityInputs &inputs, const QLocale &locale)
{
    constexpr int hours = 0, counts = 1; // not rounded before the value is worked out from them
    const Capacity capacity = capacityOf(inputs);
    const QString currency = inputs.dealSize ? inputs.dealSize->currency : QString();
    return {
        .head = {Texts::tr("A year"), Texts::tr("Now"), Texts::tr("More, with nurture at marketing")},
        .rows
        = {{Texts::tr("Hours there are"), text(capacity.hours, locale, hours), {}},
           {Texts::tr("Of them selling"), text(capacity.sellingHours, locale, hours), {}},
           {Texts::tr("Of them on new leads"), text(capacity.leadHours, locale, hours),
            text(capacity.freedHours, locale, hours)},
           {Texts::tr("Conversations"), text(capacity.conversations, locale, counts),
            text(capacity.moreConversations, locale, counts)},
           {Texts::tr("Won"), text(capacity.won, locale, counts), text(capacity.moreWon, locale, counts)},
           {inputs.dealSize ? Texts::tr("Won value, at the plan's deal size of %1")
                                  .arg(moneyText(*inputs.dealSize, locale))
                            : Texts::tr("Won value"),
            moneyText(capacity.value, currency, locale), moneyText(capacity.moreValue, currency, locale)}}};
}

FigureTable benchmarkTable(const FunnelPlan &plan, const QList<RateBenchmark> &benchmarks,
                           const QLocale &locale)
{
    FigureTable table{.head = {Texts::tr("Rate"), Texts::tr("Source"), Texts::tr("Planned, low to high"),
                               Texts::tr("Others report")},
                      .rows = {},
                      .textColumns = 2};
    QList<qint64> plannedRates, otherRates;
    for (const PlannedRate &rate : plan.rates)
        for (const auto &share : {rate.low, rate.likely, rate.high})
            plannedRates.append(share.value_or(0));
    for (const RateBenchmark &other : benchmarks)
        otherRates += {other.low.value_or(0), other.high.value_or(0)};
    const int plannedDecimals = decimalsFor(plannedRates), otherDecimals = decimalsFor(otherRates);
    const RateBesideOthers *before = nullptr;
    const QList<RateBesideOthers> rates = besideOthers(plan, benchmarks);
    for (const RateBesideOthers &rate : rates) {
        const bool again = before && before->stage == rate.stage && before->from == rate.from;
        before = &rate;
        QStringList ours(2); // once is enough
        if (!again)
            ours
                = {Texts::tr("%1 of %2").arg(plan.stages.at(rate.stage).name, plan.stages.at(rate.from).name),
                   plannedText(rate.planned, locale, plannedDecimals)};
        table.rows.append({ours.first(), sourceText(rate.other), ours.last(),
                           rangeText(rate.other.low, rate.other.high, locale, otherDecimals)});
    }
    return table;
}
