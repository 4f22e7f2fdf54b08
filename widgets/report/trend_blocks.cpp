#include "widgets/report/trend_blocks.h"

#include "widgets/charts/period_axis.h"
#include "widgets/charts/trend_lines.h"
#include "widgets/charts/won_value_chart.h"
#include "widgets/report/figure_blocks.h"
#include "widgets/report/period_chart.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TrendBlocks)
};

QList<double> placesOf(const QList<FunnelNote> &notes, const QList<Period> &periods)
{
    QList<double> places;
    for (const FunnelNote &note : notes)
        if (const double place = placeAmong(periods, note.on); !std::isnan(place))
            places.append(place);
    return places;
}

QList<PeriodChart> chartsOf(const TrendLines &trend, const QList<FunnelNote> &notes, const QLocale &locale)
{
    QList<PeriodChart> charts;
    const QDate today = QDate::currentDate();
    const QList<double> places = placesOf(notes, trend.periods);
    for (const TrendLine &line : trend.lines) {
        if (!line.isAnyKnown())
            continue;
        const auto target = std::find_if(trend.targets.begin(), trend.targets.end(),
                                         [&](const TrendLine &each) { return each.index == line.index; });
        PeriodChart chart{.title = line.name, .points = {}, .team = line.owner, .notes = places};
        for (qsizetype i = 0; i < trend.periods.size(); ++i)
            chart.points.append(
                {.period = shortLabelOn(trend.periods.at(i), today, locale),
                 .value = line.points.at(i),
                 .text = line.texts.at(i),
                 .target = target == trend.targets.end() ? std::nullopt : target->points.at(i),
                 .running = trend.periods.at(i).isRunning(today)});
        charts.append(chart);
    }
    return charts;
}

// What the marks are that stand in it.
QString marksOf(bool targets, bool notes)
{
    if (targets && notes)
        return Texts::tr("Circles are targets, diamonds notes.");
    return targets ? Texts::tr("Circles are targets.") : notes ? Texts::tr("Diamonds are notes.") : QString();
}

QString joined(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

// In parts that each find room on a page.
QList<ReportBlock> drawingsOf(const QString &title, const QString &note, const QList<PeriodChart> &charts)
{
    constexpr int mostRows = 6;
    constexpr double rowHeight = 92; // points
    const int columns = charts.size() == 1 ? 1 : 3;
    QList<ReportBlock> blocks;
    for (qsizetype first = 0; first < charts.size(); first += qsizetype(columns) * mostRows) {
        const QList<PeriodChart> part = charts.mid(first, qsizetype(columns) * mostRows);
        const auto rows = (part.size() + columns - 1) / columns;
        blocks.append(DrawingBlock{first == 0 ? title : Texts::tr("%1 (continued)").arg(title), note,
                                   rowHeight * static_cast<double>(rows),
                                   [part, columns](QPainter &painter, const QRectF &rect) {
                                       paintLines(painter, rect, part, columns);
                                   }});
    }
    return blocks;
}

// Nothing is said of what is not known in any period.
QList<TrendLine> knownOf(QList<TrendLine> lines)
{
    lines.removeIf([](const TrendLine &line) { return !line.isAnyKnown(); });
    return lines;
}

// Of those periods of which anything is known.
FigureTable knownTable(const QList<TrendLine> &lines, const QList<Period> &periods, const QLocale &locale)
{
    FigureTable table = trendTable(lines, periods, locale);
    for (qsizetype i = periods.size() - 1; i >= 0; --i)
        if (std::none_of(lines.begin(), lines.end(),
                         [i](const TrendLine &line) { return line.points.at(i).has_value(); }))
            table.rows.removeAt(i);
    return table;
}

// Its first head says that these are targets, so that the others have room.
QList<ReportBlock> targetsOf(const TrendLines &trend, const QLocale &locale)
{
    QList<TrendLine> targets = trend.targets;
    for (TrendLine &target : targets)
        target.name = trend.lines.at(target.index).name;
    FigureTable table = knownTable(targets, trend.periods, locale);
    table.head.first() = Texts::tr("Target");
    return tableBlocks(table);
}

QList<ReportBlock> linesOf(const TrendFigures &figures, TrendShows shows, const QLocale &locale)
{
    const TrendLines trend = trendLines(figures, shows, locale);
    if (!trend.isAnyKnown())
        return {};
    const QList<PeriodChart> charts = chartsOf(trend, figures.notes, locale);
    const QString note = joined(
        {Texts::tr("%1.").arg(trendUnit(trend, shows, false)),
         Texts::tr("Each line has a scale of its own, from 0; the figure is that of the last period."),
         marksOf(!trend.targets.isEmpty(), !charts.first().notes.isEmpty())});
    QList<ReportBlock> blocks = drawingsOf(trendNames().at(static_cast<int>(shows)), note, charts)
        + tableBlocks(knownTable(knownOf(trend.lines), trend.periods, locale));
    if (!trend.targets.isEmpty())
        blocks += targetsOf(trend, locale);
    return blocks;
}

QList<ReportBlock> wonBars(const TrendFigures &figures, const QLocale &locale)
{
    constexpr double height = 120; // points
    const WonValues won = wonValues(figures.funnels, figures.targets);
    if (won.periods.isEmpty())
        return {};
    FigureTable table = wonTable(won, locale);
    const QDate today = QDate::currentDate();
    PeriodChart chart{.title = Texts::tr("Won value, %1").arg(won.currency),
                      .points = {},
                      .team = figures.funnels.first().stages.last().owner,
                      .notes = placesOf(figures.notes, won.periods)};
    const auto heightOf = [&won](const std::optional<Money> &money) {
        return money && money->currency == won.currency ? std::optional(won.shown(money)) : std::nullopt;
    };
    for (qsizetype i = 0; i < won.periods.size(); ++i)
        chart.points.append({.period = shortLabelOn(won.periods.at(i), today, locale),
                             .value = heightOf(won.values.at(i)),
                             .text = table.rows.at(i).at(1),
                             .target = heightOf(won.targets.at(i)),
                             .running = won.periods.at(i).isRunning(today)});
    for (qsizetype i = won.periods.size() - 1; i >= 0; --i)
        if (!chart.points.at(i).value && !chart.points.at(i).target)
            table.rows.removeAt(i);
    return {DrawingBlock{chart.title, marksOf(won.hasTargets(), !chart.notes.isEmpty()), height,
                         [chart](QPainter &painter, const QRectF &rect) { chart.paintBars(painter, rect); }},
            tableBlock(table)};
}

} // namespace

QList<ReportBlock> trendBlocks(const FunnelReport &report, const ReportOptions &options)
{
    if (report.periods.size() < 2)
        return {};
    TrendFigures figures{.funnels = report.periods, .notes = report.inputs.notes};
    for (const FunnelFigures &funnel : report.periods)
        figures.targets.append(report.inputs.targetFunnel(funnel.period, report.currency));
    if (report.deals && report.pipeline)
        figures.velocities = velocityTrends(report.outlookInputs());
    QList<ReportBlock> blocks;
    if (const QString rule = report.rule(); !rule.isEmpty())
        blocks.append(ParagraphBlock{rule, true});
    for (const TypedContradiction &each : report.contradictions)
        blocks.append(ParagraphBlock{each.text(options.locale)});
    for (const TrendShows shows : {TrendShows::Counts, TrendShows::StepRates, TrendShows::OverallRates,
                                   TrendShows::Values, TrendShows::Velocity})
        blocks += linesOf(figures, shows, options.locale);
    return blocks + wonBars(figures, options.locale);
}
