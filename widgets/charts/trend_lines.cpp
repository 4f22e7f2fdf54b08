#include "widgets/charts/trend_lines.h"

#include "models/arithmetic/dash.h"
#include "models/funnel/column_decimals.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TrendChart)
};

struct Point
{
    std::optional<double> value;
    QString text;
};

// The first stage that is known in any of the periods. Rates from another one in some of them would make a
// line plunge where nothing changed but what it is compared with.
int topOf(const QList<FunnelFigures> &funnels)
{
    const int count = static_cast<int>(funnels.first().stages.size());
    int top = 0;
    while (top < count && std::none_of(funnels.begin(), funnels.end(), [top](const FunnelFigures &funnel) {
               return funnel.figures.value(top).amount.has_value();
           }))
        ++top;
    return top < count ? top : 0;
}

Point pointOf(const FunnelFigures &funnel, int stage, int from, TrendShows shows, const QLocale &locale,
              Money::Decimals cents)
{
    if (shows == TrendShows::StepRates || shows == TrendShows::OverallRates) {
        const Rate rate = Rate::of(funnel.figures.value(stage).amount, funnel.figures.value(from).amount);
        // As many decimals in each row of the table below.
        constexpr int decimals = 2;
        const QString text = rate.toText(locale, decimals, false);
        if (!rate.isKnown())
            return {{}, text};
        return {rate.value().toDouble() * 100, text};
    }
    const StageFigure figure = funnel.figures.value(stage);
    if (shows == TrendShows::Counts && figure.amount)
        return {static_cast<double>(*figure.amount), locale.toString(*figure.amount)};
    if (shows == TrendShows::Values && figure.worth)
        return {figure.worth->amount().toDouble(), figure.worth->toText(locale, cents)};
    return {{}, dash()};
}

// In a column all have as many.
Money::Decimals decimalsOf(const QList<FunnelFigures> &funnels, int stage)
{
    QList<std::optional<Money>> amounts;
    for (const FunnelFigures &funnel : funnels)
        amounts.append(funnel.figures.value(stage).worth);
    return decimalsFor(amounts);
}

// `top` is where overall rates begin.
QList<TrendLine> linesOf(const QList<Period> &periods, const QList<FunnelFigures> &funnels, TrendShows shows,
                         int top, const QLocale &locale)
{
    QMap<Period, const FunnelFigures *> byPeriod;
    for (const FunnelFigures &funnel : funnels)
        byPeriod.insert(funnel.period, &funnel);
    const bool overall = shows == TrendShows::OverallRates;
    const int first = overall ? top + 1 : shows == TrendShows::StepRates ? 1 : 0;
    QList<TrendLine> lines;
    const QList<Stage> &stages = funnels.first().stages;
    for (int i = first; i < stages.size(); ++i) {
        const Stage &stage = stages.at(i);
        TrendLine line{.name = stage.name,
                       .stage = stage.name,
                       .owner = stage.owner,
                       .index = static_cast<int>(lines.size()),
                       .points = {},
                       .texts = {}};
        if (shows == TrendShows::StepRates)
            line.name = Texts::tr("%1 of %2").arg(stage.name, stages.at(i - 1).name);
        const Money::Decimals cents = decimalsOf(funnels, i);
        for (const Period &period : periods) {
            const FunnelFigures *funnel = byPeriod.value(period);
            const Point point = funnel ? pointOf(*funnel, i, overall ? top : i - 1, shows, locale, cents)
                                       : Point{{}, dash()};
            line.points.append(point.value);
            line.texts.append(point.text);
        }
        lines.append(line);
    }
    return lines;
}

QList<TrendLine> velocityLines(const QList<Period> &periods, const TrendFigures &figures,
                               const QLocale &locale)
{
    QList<TrendLine> lines;
    for (const VelocityTrend &trend : figures.velocities) {
        const QString name = Texts::tr("%1 a day, of what came").arg(trend.currency);
        TrendLine line{.name = name,
                       .stage = name,
                       .owner = Team::None,
                       .index = static_cast<int>(lines.size()),
                       .points = QList<std::optional<double>>(periods.size()),
                       .texts = QStringList(periods.size(), dash())};
        QMap<qsizetype, Money> amounts;
        for (qsizetype i = 0; i < figures.funnels.size(); ++i) {
            const auto &velocity = trend.velocities.at(i).value;
            if (const auto minor = velocity ? velocity->scaled(currencyDigits(trend.currency)) : std::nullopt)
                amounts.insert(periods.indexOf(figures.funnels.at(i).period), {*minor, trend.currency});
        }
        const Money::Decimals cents = decimalsFor(amounts.values());
        for (auto it = amounts.cbegin(); it != amounts.cend(); ++it) {
            line.points[it.key()] = it->amount().toDouble();
            line.texts[it.key()] = it->toText(locale, cents);
        }
        lines.append(line);
    }
    return lines;
}

// Those of the stages that have any. A circle may hide the point that it is compared with, so it tells both.
QList<TrendLine> targetLines(const QList<TrendLine> &lines, const QList<Period> &periods,
                             const TrendFigures &figures, TrendShows shows, int top, const QLocale &locale)
{
    if (figures.targets.isEmpty() || shows == TrendShows::Velocity)
        return {};
    QList<TrendLine> targets = linesOf(periods, figures.targets, shows, top, locale);
    for (qsizetype i = 0; i < targets.size(); ++i) {
        TrendLine &target = targets[i];
        target.name = Texts::tr("%1, target").arg(target.name);
        for (qsizetype at = 0; at < periods.size(); ++at) {
            const QString period = periods.at(at).labelOn(QDate::currentDate(), locale);
            target.tips.append(lines.at(i).tip(at, period) + u'\n'
                               + Texts::tr("Target: %1").arg(target.texts.at(at)));
        }
    }
    targets.removeIf([](const TrendLine &line) { return !line.isAnyKnown(); });
    return targets;
}

} // namespace

bool TrendLines::isAnyKnown() const
{
    return std::any_of(lines.begin(), lines.end(), [](const TrendLine &line) { return line.isAnyKnown(); });
}

QString TrendLine::tip(qsizetype i, const QString &period) const
{
    return i < tips.size() ? tips.at(i) : Texts::tr("%1, %2: %3").arg(name, period, texts.value(i));
}

TrendLines trendLines(const TrendFigures &figures, TrendShows shows, const QLocale &locale)
{
    const QList<FunnelFigures> &funnels = figures.funnels;
    if (funnels.isEmpty() || funnels.first().stages.isEmpty())
        return {};
    TrendLines trend;
    trend.periods = periodsBetween(funnels.first().period, funnels.last().period);
    const int top = topOf(funnels);
    trend.top = funnels.first().stages.at(top).name;
    if (!figures.velocities.isEmpty())
        trend.opportunityStage = figures.velocities.first().opportunityStage;
    trend.lines = shows == TrendShows::Velocity ? velocityLines(trend.periods, figures, locale)
                                                : linesOf(trend.periods, funnels, shows, top, locale);
    trend.targets = targetLines(trend.lines, trend.periods, figures, shows, top, locale);
    return trend;
}

FigureTable trendTable(const QList<TrendLine> &lines, const QList<Period> &periods, const QLocale &locale)
{
    FigureTable table;
    table.head = {Texts::tr("Period")};
    for (const TrendLine &line : lines)
        table.head.append(line.name);
    for (int i = 0; i < periods.size(); ++i) {
        QStringList row{periods.at(i).labelOn(QDate::currentDate(), locale)};
        for (const TrendLine &line : lines)
            row.append(line.texts.at(i));
        table.rows.append(row);
    }
    return table;
}

QString trendUnit(const TrendLines &trend, TrendShows shows, bool logarithmic)
{
    switch (shows) {
    case TrendShows::StepRates:
        return Texts::tr("Per cent of the stage before");
    case TrendShows::OverallRates:
        return logarithmic ? Texts::tr("Per cent of %1, logarithmic", "first stage").arg(trend.top)
                           : Texts::tr("Per cent of %1", "first stage").arg(trend.top);
    case TrendShows::Counts:
        break;
    case TrendShows::Values:
        return logarithmic ? Texts::tr("Money, logarithmic") : Texts::tr("Money");
    case TrendShows::Velocity:
        return Texts::tr("Opportunities that came to “%1” in the period × win rate × deal size ÷ mean cycle "
                         "days; “Pipeline” has the velocity of those still open")
            .arg(trend.opportunityStage);
    }
    return logarithmic ? Texts::tr("Number per period, logarithmic") : Texts::tr("Number per period");
}

QStringList trendNames()
{
    return {Texts::tr("Step rates"), Texts::tr("Overall rates"), Texts::tr("Counts"), Texts::tr("Values"),
            Texts::tr("Velocity")};
}
