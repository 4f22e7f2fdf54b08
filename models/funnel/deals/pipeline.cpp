#include "models/funnel/deals/pipeline.h"

#include "models/arithmetic/median.h"

#include "models/arithmetic/share.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Pipeline)
};

SourceFigures figuresOf(const DealParts::Part &part)
{
    SourceFigures figures{.source = part.name,
                          .leads = part.counts.rows() - part.counts.further().count,
                          .lostLeads = part.counts.lostLeads(),
                          .further = part.counts.further()};
    part.counts.wonByClose().forEach([&figures](qint64 day, const DealTotals &totals) {
        figures.won.add(totals);
        if (day != noDay && totals.count > 0)
            figures.wonByClose.insert(QDate::fromJulianDay(day), totals);
    });
    part.counts.lostByClose().forEach(
        [&figures](qint64, const DealTotals &totals) { figures.lost.add(totals); });
    for (const DealTotals &totals : part.counts.openByCrmStage())
        figures.open.add(totals);
    return figures;
}

// Along the stages, and last of those at none.
const DealTotals &openAt(const PipelineFigures &pipeline, qsizetype stage)
{
    return stage < pipeline.openByStage.size() ? pipeline.openByStage.at(stage) : pipeline.openWithoutStage;
}

// What of one stage is weighted, in minor units.
struct WeightedPart
{
    Rational open, weighted;
    qint64 rows = 0, ownRows = 0;
};

// None where the sums are too large.
std::optional<WeightedPart> partOf(const PipelineFigures &pipeline, qsizetype stage,
                                   std::optional<qint64> chance, const QString &currency)
{
    WeightedPart part;
    const ChanceTotals own = pipeline.ownChances.value(stage);
    const MoneyTotals &all = openAt(pipeline, stage).value, &owned = own.rows().value;
    const auto minorOf = [&currency](const MoneyTotals &totals) {
        return totals.count(currency) == 0 ? std::optional(Money{0, currency}) : totals.in(currency);
    };
    const auto value = minorOf(all), ownValue = minorOf(owned);
    const auto weighted = own.weighted(currency);
    if ((chance && !value) || !ownValue || !weighted)
        return {};
    part.ownRows = owned.count(currency);
    part.rows = chance ? all.count(currency) : part.ownRows;
    part.open = Rational(chance ? value->minor : ownValue->minor);
    part.weighted = *weighted;
    if (chance)
        part.weighted = part.weighted
            + (Rational(value->minor) - Rational(ownValue->minor)) * Rational::of(*chance, WholeShare);
    return part;
}

} // namespace

DealTotals SourceFigures::wonIn(const Period &period) const
{
    if (!period.isValid())
        return won;
    DealTotals totals;
    for (auto day = wonByClose.lowerBound(period.start); day != wonByClose.end() && day.key() <= period.end();
         ++day)
        totals.add(day.value());
    return totals;
}

Derived SourceFigures::leadValue(const QString &currency) const
{
    const auto value = won.value.in(currency);
    const Fraction size = value ? value->amount() / Fraction(won.value.count(currency)) : Fraction::invalid();
    DealTotals all = won;
    all.add(lost);
    all.add(lostLeads);
    all.add(open);
    if (!all.value.isMixed())
        return ::leadValue(size, leadToWon());
    if (all.withoutValue > 0)
        return Derived::because(Texts::tr(
            "Cannot be worked out: there are several currencies, and rows without a value, of which "
            "nobody knows in which they would be."));
    return ::leadValue(
        size, Rate::of(won.value.count(currency), all.value.count(currency) - further.value.count(currency)));
}

Cycle PipelineFigures::cycleOf(const Period &period) const
{
    QMap<qint64, qint64> counts;
    Rational sum;
    qint64 rows = 0;
    const qint64 first = period.isValid() ? period.start.toJulianDay() : 0;
    const qint64 last = period.isValid() ? period.end().toJulianDay() : std::numeric_limits<qint64>::max();
    for (const auto &[cycle, count] : cycles.asKeyValueRange())
        if (cycle.first >= first && cycle.first <= last)
            counts[cycle.second] += count;
    for (const auto &[days, count] : counts.asKeyValueRange()) {
        sum = sum + Rational(days) * Rational(count);
        rows += count;
    }
    if (rows == 0) {
        const auto none
            = Derived::because(Texts::tr("Cannot be worked out: no won deal has both its dates."));
        return {none, none};
    }
    const Fraction median = medianOf(counts);
    return {{sum / Rational(rows)}, {Rational::of(median.numerator(), median.denominator())}};
}

PipelineFigures pipelineOf(const DealSums &sums, int stageCount, const DealCounts::IndexOf &indexOf)
{
    const DealCounts all = sums.all();
    PipelineFigures pipeline{.openByStage = all.openByStage(stageCount, indexOf),
                             .openWithoutStage = {},
                             .ownChances = all.chancesByStage(stageCount, indexOf),
                             .sources = {},
                             .cycles = sums.cycles()};
    pipeline.openWithoutStage = pipeline.openByStage.takeLast();
    for (const DealParts::Part &part : sums.parts(DealsBy::Source).parts())
        if (part.counts.rows() > 0)
            pipeline.sources.append(figuresOf(part));
    if (sums.parts(DealsBy::Source).isEmpty() && all.rows() > 0)
        pipeline.sources.append(figuresOf({.name = {}, .counts = all}));
    std::sort(pipeline.sources.begin(), pipeline.sources.end(),
              [](const SourceFigures &a, const SourceFigures &b) {
                  return a.leads != b.leads ? a.leads > b.leads : a.source < b.source;
              });
    return pipeline;
}

std::optional<WeightedPipeline> weightedPipeline(const PipelineFigures &pipeline,
                                                 const QList<std::optional<qint64>> &chances,
                                                 const QString &currency)
{
    WeightedPipeline result{.open = {0, currency}, .weighted = {0, currency}};
    Rational open, weighted;
    for (qsizetype i = 0; i <= pipeline.openByStage.size(); ++i) {
        const auto part = partOf(pipeline, i, chances.value(i), currency);
        if (!part)
            return {};
        result.rows += part->rows;
        result.ownRows += part->ownRows;
        result.leftOut += openAt(pipeline, i).count - part->rows;
        open = open + part->open;
        weighted = weighted + part->weighted;
    }
    const auto openMinor = open.rounded(), weightedMinor = weighted.rounded();
    if (!openMinor || !weightedMinor)
        return {};
    result.open.minor = *openMinor;
    result.weighted.minor = *weightedMinor;
    return result;
}

QList<StagePipeline> stagePipelines(const PipelineFigures &pipeline,
                                    const QList<std::optional<qint64>> &chances, const QString &currency)
{
    QList<StagePipeline> stages;
    QList<Rational> weights;
    for (qsizetype i = 0; i <= pipeline.openByStage.size(); ++i) {
        const DealTotals &open = openAt(pipeline, i);
        const auto part = partOf(pipeline, i, chances.value(i), currency);
        StagePipeline stage{.open = open, .value = open.value.in(currency), .chance = chances.value(i)};
        if (open.value.count(currency) == 0)
            stage.value = Money{0, currency};
        stage.ownRows = part ? part->ownRows : 0;
        weights.append(part ? part->weighted : Rational(0));
        stages.append(stage);
    }
    const auto whole = weightedPipeline(pipeline, chances, currency);
    if (!whole)
        return stages;
    const bool signs
        = std::any_of(weights.begin(), weights.end(), [](const Rational &w) { return w.sign() < 0; });
    const QList<qint64> shares = signs ? QList<qint64>() : sharesOf(whole->weighted.minor, weights);
    for (qsizetype i = 0; i < stages.size(); ++i)
        if ((stages.at(i).chance || stages.at(i).ownRows > 0) && stages.at(i).value)
            stages[i].weighted
                = Money{signs ? weights.at(i).rounded().value_or(0) : shares.value(i, 0), currency};
    return stages;
}

Derived velocity(qint64 opportunities, const Rate &winRate, const Fraction &dealSize,
                 const Fraction &cycleDays)
{
    const auto rate = Rational::of(winRate.value());
    const auto size = Rational::of(dealSize);
    const auto days = Rational::of(cycleDays);
    if (!rate)
        return Derived::because(winRate.reason());
    if (!size)
        return Derived::because(Texts::tr("Cannot be worked out: no won deal has a value."));
    if (!days)
        return Derived::because(Texts::tr("Cannot be worked out: no won deal has both its dates."));
    if (days->sign() <= 0)
        return Derived::because(Texts::tr("Cannot be worked out: the cycle is 0 days."));
    return {Rational(opportunities) * *rate * *size / *days};
}

Derived coverage(const Money &pipeline, const Money &target, const Money &won)
{
    if (pipeline.currency != target.currency || won.currency != target.currency)
        return Derived::because(Texts::tr("Cannot be worked out: the amounts are in different currencies."));
    const Rational remaining = Rational(target.minor) - Rational(won.minor);
    if (remaining.sign() <= 0)
        return Derived::because(Texts::tr("There is nothing left to cover: the target is reached."));
    return {Rational(pipeline.minor) / remaining};
}

Derived neededCoverage(const Rate &winRate)
{
    const auto rate = Rational::of(winRate.value());
    if (!rate)
        return Derived::because(winRate.reason());
    if (rate->isZero())
        return Derived::because(Texts::tr("Cannot be worked out: the win rate is 0 %."));
    return {Rational(1) / *rate};
}

Derived leadValue(const Fraction &dealSize, const Rate &leadToWon)
{
    const auto size = Rational::of(dealSize);
    const auto rate = Rational::of(leadToWon.value());
    if (!rate)
        return Derived::because(leadToWon.reason());
    if (rate->isZero() && !size)
        return Derived::because(Texts::tr("Cannot be worked out: none was won yet."));
    if (!size)
        return Derived::because(Texts::tr("Cannot be worked out: no won deal has a value."));
    return {*size * *rate};
}

Derived slaValue(qint64 leads, const Derived &leadValue)
{
    return leadValue.value ? Derived{Rational(leads) * *leadValue.value} : leadValue;
}
