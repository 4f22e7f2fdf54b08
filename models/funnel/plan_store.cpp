#include "models/funnel/plan_store.h"

#include "models/arithmetic/share.h"
#include "models/document/row_edits.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/planned_range.h"
#include "models/funnel/step_origins.h"
#include "models/worksheet/row_values.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PlanStore)
};

using RowValues::moneyColumns;
using RowValues::orNull;

const QString planTable = u"funnel_plan"_s;
const QString rateTable = u"funnel_plan_rate"_s;
const QString targetTable = u"funnel_target"_s;
const QString scenarioTable = u"funnel_scenario"_s;
const QString scenarioRateTable = u"funnel_scenario_rate"_s;

CapacityInputs readCapacity(const Document &document, const std::optional<Money> &dealSize)
{
    const QVariantMap row = document.rows(u"funnel_capacity"_s).value(0);
    return {.reps = RowValues::whole(row, u"reps"_s),
            .minutesPerWeek = RowValues::whole(row, u"hours_per_week"_s),
            .weeksPerYear = RowValues::whole(row, u"weeks_per_year"_s),
            .sellingShare = RowValues::whole(row, u"selling_share"_s),
            .newLeadShare = RowValues::whole(row, u"new_lead_share"_s),
            .minutesPerConversation = RowValues::whole(row, u"time_per_conversation"_s),
            .conversationToWon = RowValues::whole(row, u"conversation_to_won"_s),
            .nurtureShare = RowValues::whole(row, u"nurture_share"_s),
            .movedShare = RowValues::whole(row, u"moved_share"_s),
            .dealSize = dealSize};
}

PlannedRate rateOf(const QVariantMap &row)
{
    return {.low = RowValues::whole(row, u"low"_s),
            .likely = RowValues::whole(row, u"likely"_s),
            .high = RowValues::whole(row, u"high"_s),
            .from = row.value(u"from_stage"_s).toString().simplified(),
            .reached = RowValues::whole(row, u"reached"_s),
            .outOf = RowValues::whole(row, u"out_of"_s)};
}

FunnelPlan readOwnPlan(const Document &document, const QList<Stage> &stages)
{
    const QVariantMap row = document.rows(planTable).value(0);
    FunnelPlan plan{.goal = RowValues::money(row, u"revenue_goal"_s),
                    .grain = grainFromKey(row.value(u"grain"_s).toString()).value_or(Grain::Year),
                    .start = QDate::fromString(row.value(u"period_start"_s).toString(), Qt::ISODate),
                    .marketingShare = RowValues::whole(row, u"marketing_share"_s),
                    .dealSizeLow = RowValues::money(row, u"deal_size_low"_s),
                    .dealSize = RowValues::money(row, u"deal_size"_s),
                    .dealSizeHigh = RowValues::money(row, u"deal_size_high"_s),
                    .costPerVisitor = RowValues::money(row, u"cost_per_visitor"_s),
                    .stages = stages,
                    .rates = QList<PlannedRate>(stages.size()),
                    .workedStage = indexOfStage(stages, RowValues::whole(row, u"worked_stage"_s).value_or(0)),
                    .minutesPerLead = RowValues::whole(row, u"time_per_lead"_s),
                    .hoursForLeads = {}};
    for (const QVariantMap &rate : document.rows(rateTable))
        if (const int stage = indexOfStage(stages, rate.value(u"stage"_s).toLongLong()); stage >= 0)
            plan.rates[stage] = rateOf(rate);
    return plan;
}

QList<Rational> readMonths(const Document &document)
{
    QList<Rational> weights(monthsOfYear, Rational(1));
    for (const QVariantMap &row : document.rows(u"funnel_season"_s)) {
        const int month = row.value(u"month"_s).toString().toInt();
        const auto weight = RowValues::whole(row, u"weight"_s);
        if (month >= 1 && month <= monthsOfYear && weight)
            weights[month - 1] = Rational::of(std::max<qint64>(*weight, 0), WholeShare);
    }
    return weights;
}

// A range is of the plan's own figure. One that the scenario's figure has left says nothing about that one,
// which stands fast then; in the file the range stays.
void setLikely(PlannedRate &rate, const PlannedRate &own)
{
    const auto low = rate.low, high = rate.high;
    rate = own;
    rate.low = low;
    rate.high = high;
    if (fitOf(rate) == RangeFit::Fits)
        return;
    rate.low.reset();
    rate.high.reset();
}

void setDealSize(FunnelPlan &plan, const Money &size)
{
    plan.dealSize = size;
    if (fitOfDealSize(plan) == RangeFit::Fits)
        return;
    plan.dealSizeLow.reset();
    plan.dealSizeHigh.reset();
}

QList<PlanInputs::Scenario> readScenarios(const Document &document, const FunnelPlan &plan)
{
    QList<PlanInputs::Scenario> scenarios;
    const QList<QVariantMap> rates = document.rows(scenarioRateTable);
    for (const QVariantMap &row : document.rows(scenarioTable)) {
        PlanInputs::Scenario scenario{row.value(u"id"_s).toLongLong(),
                                      row.value(u"name"_s).toString().simplified(), plan};
        if (const auto goal = RowValues::money(row, u"revenue_goal"_s)) {
            scenario.plan.goal = goal;
            scenario.hasGoal = true;
        }
        if (const auto share = RowValues::whole(row, u"marketing_share"_s))
            scenario.plan.marketingShare = share;
        if (const auto size = RowValues::money(row, u"deal_size"_s)) {
            setDealSize(scenario.plan, *size);
            scenario.hasDealSize = true;
        }
        for (const QVariantMap &rate : rates) {
            const int stage = indexOfStage(plan.stages, rate.value(u"stage"_s).toLongLong());
            const PlannedRate own = rateOf(rate);
            if (rate.value(u"scenario"_s).toLongLong() == scenario.id && stage >= 0 && own.likely)
                setLikely(scenario.plan.rates[stage], own);
        }
        scenarios.append(scenario);
    }
    return scenarios;
}

QVariantMap likelyColumns(const PlannedRate &rate)
{
    return {{u"likely"_s, orNull(rate.likely)},
            {u"from_stage"_s, rate.from.isEmpty() ? QVariant() : QVariant(rate.from)},
            {u"reached"_s, orNull(rate.reached)},
            {u"out_of"_s, orNull(rate.outOf)}};
}

// The range beside it is the user's, and stays.
void writeLikely(const Database &database, qint64 stage, const PlannedRate &rate)
{
    const QVariantMap columns = likelyColumns(rate);
    const QVariant id = database.scalar(u"SELECT id FROM funnel_plan_rate WHERE stage = ?"_s, {stage});
    if (!id.isNull()) {
        database.update(rateTable, id.toLongLong(), columns);
        return;
    }
    QVariantMap row = columns;
    row.insert(u"stage"_s, stage);
    appendRow(database, rateTable, row);
}

// The targets of a plan by stage and period, for all that it can be asked about. They are held against every
// deal of the house, so that they are the whole house's too, not marketing's share alone.
class PlanTargets
{
public:
    explicit PlanTargets(const PlanInputs &inputs)
    {
        FunnelPlan plan = inputs.plan;
        plan.marketingShare.reset();
        const Targets targets = targetsOf(plan);
        const auto forEachPart = [&](const Targets &counts, const auto &take) {
            for (const Grain grain : {Grain::Month, Grain::Quarter, Grain::Year})
                for (const PlanPart &part : spreadOver(plan, counts, grain, inputs.monthWeights))
                    take(part);
        };
        forEachPart(targets, [&](const PlanPart &part) {
            for (qsizetype i = 0; i < plan.stages.size(); ++i)
                if (part.counts.at(i))
                    m_counts[{plan.stages.at(i).id, part.period}] = *part.counts.at(i);
        });
        if (targets.stages.isEmpty() || !targets.stages.last().count)
            return;
        Targets goal; // in minor units: what the won are worth
        goal.stages.append(PlannedCount{.count = plan.goal->minor});
        forEachPart(goal, [&](const PlanPart &part) {
            if (const auto minor = part.counts.first())
                m_worths[{plan.stages.last().id, part.period}] = {*minor, plan.goal->currency};
        });
    }

    // None where the plan does not say it, or the row is of a segment or of another grain and has no count.
    std::optional<qint64> countFor(const QVariantMap &row, Grain grain) const
    {
        return find(m_counts, row, grain, row.value(u"amount"_s).isNull());
    }

    // The same of what it is worth, which the plan says of the won.
    std::optional<Money> worthFor(const QVariantMap &row, Grain grain) const
    {
        return find(m_worths, row, grain, !RowValues::money(row, u"worth"_s));
    }

    // Rows that are there get the plan's count for their own period, so that months and quarters cannot
    // contradict each other; those of `grain` that are missing are added. Says whether anything was written.
    bool write(const Database &database, Grain grain) const
    {
        bool wrote = false;
        std::map<Place, qint64> missing;
        for (const auto &entry : m_counts)
            if (entry.first.second.grain == grain)
                missing.insert(entry);
        for (const QVariantMap &row : database.rows(u"SELECT * FROM "_s + targetTable)) {
            QVariantMap columns;
            if (const auto count = countFor(row, grain)) {
                if (RowValues::whole(row, u"amount"_s) != count)
                    columns.insert(u"amount"_s, *count);
                missing.erase({row.value(u"stage"_s).toLongLong(), RowValues::period(row)});
            }
            if (const auto worth = worthFor(row, grain); worth && RowValues::money(row, u"worth"_s) != worth)
                columns.insert(moneyColumns(u"worth"_s, worth));
            if (columns.isEmpty())
                continue;
            wrote = true;
            database.update(targetTable, row.value(u"id"_s).toLongLong(), columns);
        }
        wrote = wrote || !missing.empty();
        for (const auto &[place, count] : missing) {
            QVariantMap row = RowValues::periodColumns(place.second);
            row.insert({{u"stage"_s, place.first}, {u"amount"_s, count}});
            if (const auto worth = m_worths.find(place); worth != m_worths.end())
                row.insert(moneyColumns(u"worth"_s, worth->second));
            appendRow(database, targetTable, row);
        }
        return wrote;
    }

private:
    using Place = std::pair<qint64, Period>; // stage

    template <typename Figure>
    static std::optional<Figure> find(const std::map<Place, Figure> &figures, const QVariantMap &row,
                                      Grain grain, bool isEmpty)
    {
        const Period period = RowValues::period(row);
        if (!period.isValid() || !row.value(u"segment"_s).toString().trimmed().isEmpty()
            || (period.grain != grain && isEmpty))
            return {};
        const auto found = figures.find({row.value(u"stage"_s).toLongLong(), period});
        return found == figures.end() ? std::nullopt : std::optional(found->second);
    }

    std::map<Place, qint64> m_counts;
    std::map<Place, Money> m_worths; // of the last stage
};

} // namespace

PlanInputs readPlan(const Document &document)
{
    PlanInputs inputs;
    inputs.plan = readOwnPlan(document, readStages(document));
    inputs.capacity = readCapacity(document, inputs.plan.dealSize);
    inputs.plan.hoursForLeads = capacityOf(inputs.capacity).leadHours.value;
    inputs.monthWeights = readMonths(document);
    inputs.splits = readSplits(document);
    inputs.scenarios = readScenarios(document, inputs.plan);
    for (const QVariantMap &row : document.rows(u"funnel_stage"_s))
        inputs.winChances.append(RowValues::whole(row, u"win_chance"_s));
    return inputs;
}

QList<PlanInputs::Split> readSplits(const Document &document)
{
    QList<PlanInputs::Split> splits;
    for (const QVariantMap &row : document.rows(u"funnel_share"_s)) {
        const QString dimension = row.value(u"dimension"_s).toString();
        const auto share = RowValues::whole(row, u"share"_s);
        if (!share)
            continue;
        const auto found = std::find_if(splits.cbegin(), splits.cend(), [&](const PlanInputs::Split &split) {
            return split.dimension == dimension;
        });
        const qsizetype at = found - splits.cbegin();
        if (at == splits.size())
            splits.append({dimension, {}});
        splits[at].segments.append({row.value(u"segment"_s).toString().simplified(),
                                    Rational::of(std::max<qint64>(*share, 0), WholeShare)});
    }
    return splits;
}

QSet<QString> planTables()
{
    return {u"funnel_stage"_s, planTable,     rateTable,         u"funnel_season"_s,
            u"funnel_share"_s, scenarioTable, scenarioRateTable, u"funnel_capacity"_s};
}

CashTotals readCash(const Document &document)
{
    CashTotals totals;
    for (const QVariantMap &row : document.rows(u"crm_cash"_s)) {
        if (const auto sourced = RowValues::money(row, u"sourced"_s))
            totals.sourced.add(*sourced);
        if (const auto influenced = RowValues::money(row, u"influenced"_s))
            totals.influenced.add(*influenced);
    }
    return totals;
}

Result<void> setPlanGoal(Document &document, const Money &goal)
{
    return document.edit(Texts::tr("Change the revenue goal"), [&](const Database &database) {
        writeRow(database, planTable, 0, moneyColumns(u"revenue_goal"_s, goal));
    });
}

Result<void> setPlanDealSize(Document &document, const Money &size)
{
    return document.edit(Texts::tr("Change the planned deal size"), [&](const Database &database) {
        writeRow(database, planTable, 0, moneyColumns(u"deal_size"_s, size));
    });
}

Result<void> setPlanShare(Document &document, qint64 share)
{
    return document.edit(Texts::tr("Change marketing's share"), [&](const Database &database) {
        writeRow(database, planTable, 0, {{u"marketing_share"_s, share}});
    });
}

Result<void> setPlanRate(Document &document, qint64 stage, qint64 likely)
{
    const QString from = nameBefore(readStages(document), stage);
    return document.edit(Texts::tr("Change a planned rate"), [&](const Database &database) {
        writeLikely(database, stage, {.low = {}, .likely = likely, .high = {}, .from = from});
    });
}

Result<void> usePlanGaps(Document &document, const FunnelPlan &filled, const PlanGaps &gaps)
{
    return document.edit(Texts::tr("Take over measured rates"), [&](const Database &database) {
        if (gaps.dealSize)
            writeRow(database, planTable, 0, moneyColumns(u"deal_size"_s, filled.dealSize));
        for (const int stage : gaps.rates)
            writeLikely(database, filled.stages.at(stage).id, filled.rates.at(stage));
    });
}

Result<void> keepScenario(Document &document, const QString &name, const FunnelPlan &plan)
{
    return document.edit(Texts::tr("Keep the scenario “%1”").arg(name), [&](const Database &database) {
        QVariantMap row{{u"name"_s, name}, {u"marketing_share"_s, orNull(plan.marketingShare)}};
        row.insert(moneyColumns(u"revenue_goal"_s, plan.goal));
        row.insert(moneyColumns(u"deal_size"_s, plan.dealSize));
        const qint64 id = appendRow(database, scenarioTable, row);
        for (qsizetype stage = 1; stage < plan.stages.size(); ++stage) {
            if (!plan.rates.at(stage).likely)
                continue;
            QVariantMap rate = likelyColumns(plan.rates.at(stage));
            rate.insert({{u"scenario"_s, id}, {u"stage"_s, plan.stages.at(stage).id}});
            appendRow(database, scenarioRateTable, rate);
        }
    });
}

Result<void> applyScenario(Document &document, const FunnelPlan &plan)
{
    return document.edit(Texts::tr("Take a scenario over as the plan"), [&](const Database &database) {
        QVariantMap columns{{u"marketing_share"_s, orNull(plan.marketingShare)}};
        columns.insert(moneyColumns(u"revenue_goal"_s, plan.goal));
        columns.insert(moneyColumns(u"deal_size"_s, plan.dealSize));
        writeRow(database, planTable, 0, columns);
        for (qsizetype stage = 1; stage < plan.stages.size(); ++stage)
            if (plan.rates.at(stage).likely)
                writeLikely(database, plan.stages.at(stage).id, plan.rates.at(stage));
    });
}

Result<void> removeScenario(Document &document, qint64 id)
{
    return document.edit(Texts::tr("Remove a scenario"), [&](const Database &database) {
        for (const QVariantMap &rate :
             database.rows(u"SELECT id FROM funnel_scenario_rate WHERE scenario = ?"_s, {id}))
            database.remove(scenarioRateTable, rate.value(u"id"_s).toLongLong());
        database.remove(scenarioTable, id);
    });
}

int targetsToReplace(const Document &document, const PlanInputs &inputs, Grain grain)
{
    const PlanTargets targets(inputs);
    int replaced = 0;
    for (const QVariantMap &row : document.rows(targetTable)) {
        const auto typed = RowValues::whole(row, u"amount"_s), planned = targets.countFor(row, grain);
        const auto worth = RowValues::money(row, u"worth"_s), goal = targets.worthFor(row, grain);
        const bool isOther = (typed && planned && *typed != *planned) || (worth && goal && *worth != *goal);
        replaced += isOther ? 1 : 0;
    }
    return replaced;
}

Result<bool> usePlanAsTargets(Document &document, const PlanInputs &inputs, Grain grain)
{
    const PlanTargets targets(inputs);
    bool wrote = false;
    const auto done = document.edit(Texts::tr("Use the plan as targets"), [&](const Database &database) {
        wrote = targets.write(database, grain);
    });
    return done ? Result<bool>(wrote) : Result<bool>(done.error());
}
