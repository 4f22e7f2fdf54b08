#include "models/funnel/benchmarks.h"

#include "models/arithmetic/share.h"
#include "models/funnel/stages/stage_target.h"
#include "models/worksheet/row_values.h"

using namespace Qt::StringLiterals;

namespace {

const QString table = u"funnel_rate_benchmark"_s;

// "MQL" is our "MQL" whatever stands around it: either is what the other is called.
bool isSameStage(const QString &text, const Stage &stage)
{
    const auto names = [](const QString &word, const QString &other) {
        const QList<Stage> stages{{.id = 1, .name = other}, {.id = 2, .name = {}}};
        return recogniseStage(word, stages).kind == StageTarget::Kind::Stage;
    };
    return names(text, stage.name) && names(stage.name, text);
}

// Index of the stage that a published rate leads out of: "MQL to SQL" goes on from our MQL, though we have a
// stage in between. The one before where the step does not name it as we do, none where we have no such
// stage.
int beginOf(const RateBenchmark &other, const QList<Stage> &stages, int into)
{
    static const QString to = u" to "_s;
    const qsizetype end = other.step.indexOf(to);
    if (end < 1)
        return into - 1;
    for (int stage = into - 1; stage >= 0; --stage)
        if (isSameStage(other.step.left(end), stages.at(stage)))
            return stage;
    return -1;
}

// Of all steps from one stage to another. What has no range of its own stands fast in that of the product.
PlannedRate rateBetween(const FunnelPlan &plan, int from, int into)
{
    if (from + 1 == into)
        return plan.rates.at(into);
    PlannedRate rate{WholeShare, WholeShare, WholeShare};
    const auto times = [](std::optional<qint64> &share, const std::optional<qint64> &other) {
        share
            = share && other ? (Rational::of(*share, WholeShare) * Rational(*other)).rounded() : std::nullopt;
    };
    bool hasRange = false;
    for (int stage = from + 1; stage <= into; ++stage) {
        const PlannedRate &step = plan.rates.at(stage);
        hasRange |= step.low || step.high;
        times(rate.low, step.low ? step.low : step.likely);
        times(rate.likely, step.likely);
        times(rate.high, step.high ? step.high : step.likely);
    }
    return hasRange ? rate : PlannedRate{{}, rate.likely, {}};
}

} // namespace

QList<RateBesideOthers> besideOthers(const FunnelPlan &plan, const QList<RateBenchmark> &benchmarks)
{
    QList<RateBesideOthers> rates;
    for (int stage = 1; stage < plan.stages.size(); ++stage)
        for (const RateBenchmark &other : benchmarks) {
            if (other.stage != plan.stages.at(stage).id)
                continue;
            if (const int from = beginOf(other, plan.stages, stage); from >= 0)
                rates.append({stage, from, rateBetween(plan, from, stage), other});
        }
    return rates;
}

QList<RateBenchmark> readBenchmarks(const Document &document)
{
    QList<RateBenchmark> benchmarks;
    for (const QVariantMap &row : document.rows(table))
        benchmarks.append({.step = row.value(u"step"_s).toString().simplified(),
                           .stage = row.value(u"stage"_s).toLongLong(),
                           .low = RowValues::whole(row, u"low"_s),
                           .high = RowValues::whole(row, u"high"_s),
                           .source = row.value(u"source"_s).toString().simplified(),
                           .year = row.value(u"year"_s).toString().simplified()});
    return benchmarks;
}

QSet<QString> benchmarkTables()
{
    return {table};
}
