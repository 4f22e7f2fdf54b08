#include "widgets/funnel/pipeline_tables.h"

#include "models/arithmetic/dash.h"
#include "models/arithmetic/share.h"
#include "models/funnel/column_decimals.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PipelineTables)
};

constexpr int decimals = 2;

QString numberText(const Derived &figure, const QLocale &locale)
{
    return figure.value ? figure.value->toText(locale, decimals, false) : dash();
}

std::optional<Money> rounded(const Derived &figure, const QString &currency)
{
    const auto minor = figure.value ? figure.value->scaled(currencyDigits(currency)) : std::nullopt;
    return minor ? std::optional(Money{*minor, currency}) : std::nullopt;
}

QString moneyText(const std::optional<Money> &money, const QLocale &locale, Money::Decimals cents)
{
    return money ? money->toText(locale, cents) : dash();
}

// Nothing was won in no currency at all.
QString valueText(const DealTotals &totals, const QLocale &locale, Money::Decimals cents)
{
    const QStringList texts = totals.value.texts(locale, cents);
    return texts.isEmpty() ? dash() : texts.join(u" · "_s);
}

QString answerText(std::optional<bool> answer)
{
    return !answer ? dash() : *answer ? Texts::tr("Yes") : Texts::tr("No");
}

QString nameOf(const SourceOutlook &source)
{
    return source.figures.source.isEmpty() ? Texts::tr("No source named") : source.figures.source;
}

// What a figure rests on, or why there is none.
QString because(const Derived &figure, const QString &how)
{
    return figure.value ? how : figure.problem;
}

// What a pipeline has to cover.
QString lackingText(const MoneyOutlook &money, const QLocale &locale)
{
    const Money::Decimals cents = decimalsFor({money.target, money.won});
    const QString target = moneyText(money.target, locale, cents), won = moneyText(money.won, locale, cents);
    const QString from = money.targetFrom.label(locale);
    if (money.targetFrom == money.targetTo)
        return Texts::tr("what the target of %1 still lacks: target %2, won %3").arg(from, target, won);
    return Texts::tr("what the targets from %1 to %2 still lack: targets %3, won %4")
        .arg(from, money.targetTo.label(locale), target, won);
}

QString weightedHow(const MoneyOutlook &money, const QLocale &locale)
{
    if (money.byOwnChance == 0)
        return Texts::tr("value × chance of its stage, open deals only");
    if (money.byStageChance == 0)
        return Texts::tr("value × its own chance, open deals only");
    return Texts::tr("value × its own chance (deals: %1), else that of its stage (%2), open deals only")
        .arg(locale.toString(money.byOwnChance), locale.toString(money.byStageChance));
}

QString openHow(const Outlook &outlook, const MoneyOutlook &money, const QLocale &locale)
{
    if (!money.open)
        return Texts::tr("Cannot be worked out: no open deal has a value.");
    return outlook.openWithoutValue == 0
        ? Texts::tr("value of all open deals, as last imported")
        : Texts::tr("value of the open deals that have one, as last imported; without a value: %1")
              .arg(locale.toString(outlook.openWithoutValue));
}

QList<QStringList> moneyRows(const Outlook &outlook, const MoneyOutlook &money, const QLocale &locale)
{
    const bool several = outlook.currencies.size() > 1;
    const auto named = [&](const QString &label) {
        return several ? Texts::tr("%1, %2", "figure, currency").arg(label, money.currency) : label;
    };
    const auto size = rounded(money.dealSize, money.currency);
    const auto velocity = rounded(money.velocity, money.currency);
    const auto weighted = rounded(money.weighted, money.currency);
    const Money::Decimals cents = decimalsFor({money.open, size, velocity, weighted});
    const QString lacking = lackingText(money, locale);
    return {{named(Texts::tr("Deal size")),
             because(money.dealSize, Texts::tr("won value ÷ won deals with a value")),
             moneyText(size, locale, cents)},
            {named(Texts::tr("Velocity a day of what is open")),
             because(money.velocity,
                     Texts::tr("%1 open from “%2” on × %3 × %4 ÷ %5 days; “Trends” has that of what came")
                         .arg(locale.toString(outlook.opportunities.value_or(0)), outlook.opportunityStage,
                              outlook.winRate.toText(locale), moneyText(size, locale, cents),
                              numberText(outlook.cycle.mean, locale))),
             moneyText(velocity, locale, cents)},
            {named(Texts::tr("Open pipeline")), openHow(outlook, money, locale),
             moneyText(money.open, locale, cents)},
            {named(Texts::tr("Weighted open pipeline")), because(money.weighted, weightedHow(money, locale)),
             moneyText(weighted, locale, cents)},
            {named(Texts::tr("Coverage by the open pipeline")),
             because(money.coverage, Texts::tr("open pipeline ÷ %1").arg(lacking)),
             numberText(money.coverage, locale)},
            {named(Texts::tr("Coverage by the weighted pipeline")),
             because(money.weightedCoverage, Texts::tr("weighted open pipeline ÷ %1").arg(lacking)),
             numberText(money.weightedCoverage, locale)}};
}

// Of the stage, or of its deals themselves.
QString chanceText(const StagePipeline &stage, int digits, const QString &currency, const QLocale &locale)
{
    const QString ofStage
        = stage.chance ? Fraction::of(*stage.chance, WholeShare).toPercent(locale, digits, false) : dash();
    if (stage.ownRows == 0)
        return ofStage;
    return stage.ownRows == stage.open.value.count(currency)
        ? Texts::tr("their own")
        : Texts::tr("%1; %2 by their own", "chance of the stage, number of deals")
              .arg(ofStage, locale.toString(stage.ownRows));
}

QString promisedText(const SourceTerms &terms, const QLocale &locale)
{
    if (!terms.promised)
        return dash();
    const QString count = locale.toString(*terms.promised);
    switch (terms.grain) {
    case Grain::Week:
        return Texts::tr("%1 a week").arg(count);
    case Grain::Month:
        return Texts::tr("%1 a month").arg(count);
    case Grain::Quarter:
        return Texts::tr("%1 a quarter").arg(count);
    case Grain::Year:
        break;
    }
    return Texts::tr("%1 a year").arg(count);
}

} // namespace

FigureTable outlookTable(const Outlook &outlook, const QLocale &locale)
{
    FigureTable table{.head = {Texts::tr("Figure"), Texts::tr("How it comes about"), Texts::tr("Value")},
                      .rows = {},
                      .textColumns = 2};
    table.rows.append({Texts::tr("Win rate"),
                       outlook.winRate.isKnown()
                           ? Texts::tr("%1 won ÷ (%1 won + %2 lost)")
                                 .arg(locale.toString(outlook.won.value_or(0)), locale.toString(outlook.lost))
                           : outlook.neededCoverage.problem,
                       outlook.winRate.toText(locale)});
    table.rows.append({Texts::tr("Cycle, mean days"),
                       because(outlook.cycle.mean, Texts::tr("created to closed, won deals")),
                       numberText(outlook.cycle.mean, locale)});
    table.rows.append({Texts::tr("Cycle, median days"),
                       because(outlook.cycle.median, Texts::tr("half of the won deals were faster")),
                       numberText(outlook.cycle.median, locale)});
    for (const MoneyOutlook &money : outlook.currencies)
        table.rows += moneyRows(outlook, money, locale);
    if (outlook.currencies.isEmpty())
        table.rows.append({Texts::tr("Deal size, velocity, pipeline, coverage"),
                           Texts::tr("Cannot be worked out: no deal has a value, and no target is in money."),
                           dash()});
    table.rows.append({Texts::tr("Coverage that the win rate needs"),
                       because(outlook.neededCoverage, Texts::tr("1 ÷ win rate")),
                       numberText(outlook.neededCoverage, locale)});
    return table;
}

FigureTable stagePipelineTable(const OutlookInputs &inputs, const QString &currency, const QLocale &locale)
{
    FigureTable table{.head = {Texts::tr("Stage"), Texts::tr("Open deals"), Texts::tr("Open value"),
                               Texts::tr("Chance to win"), Texts::tr("Weighted value")},
                      .rows = {}};
    const QList<StagePipeline> stages = stagePipelines(inputs.pipeline, inputs.chances, currency);
    const auto weighted = weightedPipeline(inputs.pipeline, inputs.chances, currency);
    QList<std::optional<Money>> amounts;
    for (const StagePipeline &stage : stages)
        amounts << stage.value << stage.weighted;
    if (weighted && weighted->isKnown())
        amounts.append(weighted->weighted);
    const Money::Decimals cents = decimalsFor(amounts);
    QList<qint64> chances;
    for (const auto &chance : inputs.chances)
        chances.append(chance.value_or(0));
    const int shares = decimalsFor(chances);
    const auto add = [&](const QString &name, const StagePipeline &stage) {
        table.rows.append({name, locale.toString(stage.open.count), moneyText(stage.value, locale, cents),
                           chanceText(stage, shares, currency, locale),
                           moneyText(stage.weighted, locale, cents)});
    };
    for (qsizetype i = 0; i < stages.size() - 2; ++i) // nothing open has come to the last
        add(inputs.funnel.stages.value(i).name, stages.at(i));
    if (stages.last().open.count > 0)
        add(Texts::tr("Stage not known"), stages.last());
    table.rows.append({Texts::tr("Together"),
                       locale.toString(inputs.deals.open.count),
                       moneyText(inputs.deals.open.value.in(currency), locale, cents),
                       {},
                       weighted && weighted->isKnown() ? weighted->weighted.toText(locale, cents) : dash()});
    return table;
}

AmountBars stagePipelineBars(const OutlookInputs &inputs, const QString &currency)
{
    AmountBars bars{
        .currency = currency, .names = {}, .kinds = {{Texts::tr("Weighted"), {}}, {Texts::tr("Open"), {}}}};
    if (inputs.deals.open.value.count(currency) == 0)
        return bars;
    const QList<StagePipeline> stages = stagePipelines(inputs.pipeline, inputs.chances, currency);
    for (qsizetype i = 0; i < stages.size() - 2; ++i) {
        if (stages.at(i).open.count == 0)
            continue;
        bars.names.append(inputs.funnel.stages.value(i).name);
        bars.kinds.first().amounts.append(stages.at(i).weighted);
        bars.kinds.last().amounts.append(stages.at(i).value);
    }
    return bars;
}

QString stagePipelineRemark(const OutlookInputs &inputs, const QString &currency, const QLocale &locale)
{
    const auto weighted = weightedPipeline(inputs.pipeline, inputs.chances, currency);
    const qint64 own = weighted ? weighted->ownRows : 0;
    const qint64 byStage = weighted ? weighted->rows - own : 0;
    QStringList said;
    if (own > 0)
        said.append(
            Texts::tr("Deals weighted by their own chance, as imported: %1; by that of their stage: %2.")
                .arg(locale.toString(own), locale.toString(byStage)));
    if (own == 0 || byStage > 0)
        said.append(
            Texts::tr("The chances of stages are those the teams typed on “Stages and handovers”, not "
                      "worked out."));
    if (weighted && weighted->leftOut > 0)
        said.append(Texts::tr("Of the open deals %1 are not weighted: without a value in %2, or without a "
                              "chance.")
                        .arg(locale.toString(weighted->leftOut), currency));
    return said.join(u' ');
}

FigureTable sourceValueTable(const QList<SourceOutlook> &sources, const QLocale &locale)
{
    FigureTable table{.head
                      = {Texts::tr("Source"), Texts::tr("Leads"), Texts::tr("Won"), Texts::tr("Lead to won"),
                         Texts::tr("Lead value"), Texts::tr("Leads promised"), Texts::tr("SLA value")},
                      .rows = {}};
    QList<Money> amounts;
    for (const SourceOutlook &source : sources)
        for (const SourceWorth &worth : source.worth)
            for (const Derived &value : {worth.leadValue, worth.slaValue})
                if (const auto money = rounded(value, worth.currency))
                    amounts.append(*money);
    const Money::Decimals cents = decimalsFor(amounts);
    for (const SourceOutlook &source : sources) {
        QStringList values, promised;
        for (const SourceWorth &worth : source.worth) {
            values.append(moneyText(rounded(worth.leadValue, worth.currency), locale, cents));
            if (worth.slaValue.value)
                promised.append(moneyText(rounded(worth.slaValue, worth.currency), locale, cents));
        }
        table.rows.append(
            {nameOf(source), locale.toString(source.figures.leads), locale.toString(source.figures.won.count),
             source.figures.leadToWon().toText(locale, decimals, false),
             values.isEmpty() ? dash() : values.join(u" · "_s), promisedText(source.terms, locale),
             promised.isEmpty() ? dash() : promised.join(u" · "_s)});
    }
    return table;
}

FigureTable originTable(const QList<SourceOutlook> &sources, const Period &period, const QLocale &locale)
{
    FigureTable table{.head
                      = {Texts::tr("Source"), Texts::tr("Created by marketing"),
                         Texts::tr("Touched by marketing"), Texts::tr("Won deals"), Texts::tr("Won value")},
                      .rows = {},
                      .textColumns = 3};
    QList<Money> amounts;
    for (const SourceOutlook &source : sources)
        amounts += source.figures.wonIn(period).value.sums();
    const Money::Decimals cents = decimalsFor(amounts);
    for (const SourceOutlook &source : sources) {
        const DealTotals won = source.figures.wonIn(period);
        if (won.count > 0 || !source.terms.source.isEmpty())
            table.rows.append({nameOf(source), answerText(source.terms.created),
                               answerText(source.terms.touched), locale.toString(won.count),
                               valueText(won, locale, cents)});
    }
    return table;
}

FigureTable earnedTable(const QList<SourceOutlook> &sources, const QList<Period> &periods,
                        const QLocale &locale)
{
    FigureTable table{.head = {Texts::tr("Period"), Texts::tr("Sourced deals"), Texts::tr("Sourced"),
                               Texts::tr("Influenced deals"), Texts::tr("Influenced"), Texts::tr("Not said")},
                      .rows = {}};
    QList<Money> amounts;
    for (const Period &period : periods) {
        const EarnedTotals earned = earnedIn(sources, period);
        for (const DealTotals *totals : {&earned.sourced, &earned.influenced, &earned.notSaid})
            amounts += totals->value.sums();
    }
    const Money::Decimals cents = decimalsFor(amounts);
    for (const Period &period : periods) {
        const EarnedTotals earned = earnedIn(sources, period);
        table.rows.append({period.label(locale), locale.toString(earned.sourced.count),
                           valueText(earned.sourced, locale, cents), locale.toString(earned.influenced.count),
                           valueText(earned.influenced, locale, cents),
                           valueText(earned.notSaid, locale, cents)});
    }
    return table;
}

AmountBars earnedBars(const QList<SourceOutlook> &sources, const QList<Period> &periods,
                      const QString &currency, const QLocale &locale)
{
    AmountBars bars{.currency = currency,
                    .names = {},
                    .kinds = {{Texts::tr("Sourced"), {}}, {Texts::tr("Influenced"), {}}}};
    for (const Period &period : periods) {
        const EarnedTotals earned = earnedIn(sources, period);
        bars.names.append(period.label(locale));
        bars.kinds.first().amounts.append(earned.sourced.value.in(currency));
        bars.kinds.last().amounts.append(earned.influenced.value.in(currency));
    }
    return bars;
}

QString currencyMostWon(const QList<SourceOutlook> &sources)
{
    DealTotals won;
    for (const SourceOutlook &source : sources)
        won.add(source.figures.won);
    QString most;
    for (const Money &money : won.value.sums())
        if (most.isEmpty() || won.value.count(money.currency) > won.value.count(most))
            most = money.currency;
    return most;
}
