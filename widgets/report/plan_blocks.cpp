#include "widgets/report/plan_blocks.h"

#include "models/arithmetic/dash.h"
#include "models/funnel/column_decimals.h"
#include "models/funnel/segment_change.h"
#include "models/funnel/simulation.h"
#include "models/funnel/step_origins.h"
#include "models/worksheet/date_text.h"
#include "widgets/charts/pace_chart.h"
#include "widgets/charts/simulation_chart.h"
#include "widgets/charts/waterfall_chart.h"
#include "widgets/controls/broken_text.h"
#include "widgets/funnel/pipeline_tables.h"
#include "widgets/funnel/plan_tables.h"
#include "widgets/report/figure_blocks.h"
#include "widgets/report/plan_charts.h"
#include "widgets/report/report_style.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Ink = ReportStyle::Ink;
using Text = ReportStyle::Text;

constexpr double waterfallBar = 15; // points, with the room around it

struct Extent
{
    qint64 lowest = 0, highest = 1;
};

// Bars from top to bottom, as in the window, each with its name and figure before it.
void paintWaterfall(QPainter &painter, const QRectF &rect, const QList<WaterfallBar> &bars, Extent extent)
{
    painter.setFont(ReportStyle::font(Text::Label));
    const QFontMetrics metrics(painter.font());
    constexpr double mostText = 0.6, barShare = 0.7;
    const double gap = metrics.height() * 0.6;
    const double line = rect.height() / static_cast<double>(bars.size());
    double widest = 0;
    for (const WaterfallBar &bar : bars)
        widest = std::max(
            widest, metrics.horizontalAdvance(bar.label) + 2 * gap + metrics.horizontalAdvance(bar.text));
    const double beside = std::min(widest, rect.width() * mostText);
    const QRectF plot = rect.adjusted(beside + gap, 0, 0, 0);
    const auto placed = [&](const QRectF &leftToRight) {
        return painter.layoutDirection() == Qt::RightToLeft ? ReportStyle::mirrored(leftToRight, rect)
                                                            : leftToRight;
    };
    const auto x = [&](qint64 value) {
        return plot.left()
            + plot.width() * static_cast<double>(value - extent.lowest)
            / static_cast<double>(extent.highest - extent.lowest);
    };
    painter.setPen(QPen(ReportStyle::color(Ink::Line), ReportStyle::points(0.8)));
    const QRectF zero = placed({x(0), rect.top(), 0, rect.height()});
    painter.drawLine(zero.topLeft(), zero.bottomLeft());
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const WaterfallBar &bar = bars.at(i);
        const double top = rect.top() + line * static_cast<double>(i);
        const QRectF text(rect.left(), top, beside, line);
        const double figure = metrics.horizontalAdvance(bar.text) + gap;
        painter.setPen(ReportStyle::color(Ink::Normal));
        painter.drawText(placed(text), Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, bar.text);
        painter.setPen(ReportStyle::color(Ink::Muted));
        painter.drawText(
            placed(text.adjusted(0, 0, -figure, 0)), Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(bar.label, Qt::ElideMiddle, static_cast<int>(text.width() - figure)));
        const double left = std::min(x(bar.from), x(bar.to));
        const double width = std::max(std::abs(x(bar.from) - x(bar.to)), ReportStyle::points(0.7));
        const Ink colour = bar.total ? Ink::Accent : bar.to < bar.from ? Ink::Warning : Ink::Good;
        painter.fillRect(placed({left, top + line * (1 - barShare) / 2, width, line * barShare}),
                         ReportStyle::color(colour));
    }
}

// In parts that each find room on a page.
QList<ReportBlock> waterfallBlocks(const QString &title, const QString &note, const QList<WaterfallBar> &bars)
{
    constexpr qsizetype mostBars = 36;
    Extent extent;
    for (const WaterfallBar &bar : bars) {
        extent.lowest = std::min({extent.lowest, bar.from, bar.to});
        extent.highest = std::max({extent.highest, bar.from, bar.to});
    }
    QList<ReportBlock> blocks;
    for (qsizetype first = 0; first < bars.size(); first += mostBars) {
        const QList<WaterfallBar> part = bars.mid(first, mostBars);
        blocks.append(DrawingBlock{first == 0 ? title : PlanBlocks::tr("%1 (continued)").arg(title), note,
                                   waterfallBar * static_cast<double>(part.size()),
                                   [part, extent](QPainter &painter, const QRectF &rect) {
                                       paintWaterfall(painter, rect, part, extent);
                                   }});
    }
    return blocks;
}

double barsHeight(const AmountBars &bars)
{
    constexpr double bar = 15, gap = 7; // points
    return static_cast<double>(bars.names.size()) * (bar * static_cast<double>(bars.kinds.size()) + gap);
}

// Bars from the leading edge, their names before them, kind and figure behind them.
void paintBars(QPainter &painter, const QRectF &rect, const AmountBars &bars, const QLocale &locale)
{
    double largest = 0;
    for (const AmountBars::Kind &kind : bars.kinds)
        for (const auto &amount : kind.amounts)
            largest = std::max(largest, amount ? amount->amount().toDouble() : 0);
    if (largest <= 0 || bars.names.isEmpty())
        return;
    painter.setFont(ReportStyle::font(Text::Label));
    constexpr double nameShare = 0.22, textShare = 0.3, used = 0.8;
    const double line = rect.height() / static_cast<double>(bars.names.size());
    const double bar = line * used / static_cast<double>(bars.kinds.size());
    const auto placed = [&](const QRectF &leftToRight) {
        return painter.layoutDirection() == Qt::RightToLeft ? ReportStyle::mirrored(leftToRight, rect)
                                                            : leftToRight;
    };
    const double left = rect.left() + rect.width() * nameShare;
    const double plot = rect.width() * (1 - nameShare - textShare);
    for (qsizetype i = 0; i < bars.names.size(); ++i) {
        const double top = rect.top() + line * static_cast<double>(i);
        painter.setPen(ReportStyle::color(Ink::Normal));
        painter.drawText(placed({rect.left(), top, rect.width() * nameShare * 0.95, line * used}),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextWordWrap, bars.names.at(i));
        for (qsizetype k = 0; k < bars.kinds.size(); ++k) {
            const auto amount = bars.kinds.at(k).amounts.value(i);
            const double width = amount ? plot * std::max(0.0, amount->amount().toDouble()) / largest : 0;
            const double y = top + bar * static_cast<double>(k);
            painter.fillRect(placed({left, y + bar * 0.1, width, bar * 0.8}),
                             ReportStyle::color(k == 0 ? Ink::Accent : Ink::Muted));
            painter.drawText(placed({left + width + bar * 0.3, y, rect.right() - left - width, bar}),
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                             bars.kinds.at(k).label % u" "_s
                                 % (amount ? moneyText(*amount, locale) : dash()));
        }
    }
}

// The newest full period in which a deal was closed, else the newest; any time where there is none.
Period newestClosed(const FunnelReport &report)
{
    if (!report.deals)
        return {};
    QList<Period> closed = report.deals->wonByClose.keys();
    closed.append(report.deals->lostByClose.keys());
    return newestFull(closed, QDate::currentDate());
}

} // namespace

PlanBlocks::PlanBlocks(const FunnelReport &report, const ReportOptions &options)
    : m_report(report)
    , m_options(options)
{
}

QList<ReportBlock> PlanBlocks::plan() const
{
    const PlanInputs &inputs = m_report.plan;
    const QLocale &locale = m_options.locale;
    if (!inputs.plan.goal || inputs.plan.stages.isEmpty())
        return pace();
    QList<ReportBlock> blocks{
        HeadingBlock{3, tr("From the goal back to the visitors"), tr("How many of each does the goal need?")},
        tableBlock(planTable(inputs, locale))};
    if (const QString span = spanRemark(inputs.plan, locale); !span.isEmpty())
        blocks.append(ParagraphBlock{span});
    const Targets targets = targetsOf(inputs.plan);
    for (const PlannedCount &stage : targets.stages)
        if (!stage.problem.isNone()) {
            blocks.append(ParagraphBlock{stage.problem.reason()});
            break;
        }
    for (const int stage : targets.askedAbout)
        blocks.append(ParagraphBlock{
            tr("The rate into “%1” is above 100 %: is that meant?").arg(inputs.plan.stages.at(stage).name)});
    for (const QString &remark : otherStepRemarks(inputs.plan))
        blocks.append(ParagraphBlock{remark});
    const Simulation simulation = simulate(inputs.plan);
    blocks += chance(simulation);
    QList<ReportBlock> parts = periods(targets);
    for (const PlanInputs::Split &split : inputs.splits) {
        const QList<ReportBlock> shared = spread(splitOver(targets, split.segments));
        parts += shared;
        if (const QString remark = shareRemark(split.segments, locale);
            !shared.isEmpty() && !remark.isEmpty())
            parts.append(ParagraphBlock{remark, true});
    }
    if (!parts.isEmpty())
        blocks += QList<ReportBlock>{HeadingBlock{3, tr("The plan in parts"), {}}} + parts;
    if (!inputs.scenarios.isEmpty()) {
        blocks.append(HeadingBlock{3, tr("What if"), {}});
        blocks.append(tableBlock(scenarioTable(inputs, locale, [&](const FunnelPlan &plan) {
            return chanceText(plan == inputs.plan ? simulation : simulate(plan), locale);
        })));
        for (const QString &remark : scenarioRemarks(inputs))
            blocks.append(ParagraphBlock{remark});
    }
    const FigureTable others = benchmarkTable(inputs.plan, m_report.benchmarks, locale);
    if (!others.rows.isEmpty()) {
        blocks.append(
            HeadingBlock{3, tr("Planned rates beside what others report"),
                         tr("Sources contradict each other: ranges to think about, not a verdict.")});
        blocks.append(tableBlock(others));
    }
    return blocks + pace();
}

// Quarters, or months where the plan's make up no whole quarters.
QList<ReportBlock> PlanBlocks::periods(const Targets &targets) const
{
    const FunnelPlan &plan = m_report.plan.plan;
    const PlanProblem problem = problemOfParts(plan, Grain::Quarter);
    const Grain grain = problem.kind == PlanProblem::Kind::PartNotWhole ? Grain::Month : Grain::Quarter;
    const QList<PlanPart> parts = spreadOver(plan, targets, grain, m_report.plan.monthWeights);
    QList<ReportBlock> blocks;
    if (plan.start.isValid() && !problem.isNone())
        blocks.append(ParagraphBlock{problem.reason()});
    return parts.size() > 1 ? blocks + spread(parts) : blocks;
}

// Nothing of what cannot be worked out; why not stands above.
QList<ReportBlock> PlanBlocks::spread(const QList<PlanPart> &parts) const
{
    const TableBlock known = withoutUnknown(tableBlock(spreadTable(m_report.plan, parts, m_options.locale)));
    return known.columns.size() > 1 ? QList<ReportBlock>{known} : QList<ReportBlock>();
}

QList<ReportBlock> PlanBlocks::chance(const Simulation &simulation) const
{
    constexpr double height = 130; // points
    using Kind = PlanProblem::Kind;
    if (simulation.problem.kind == Kind::NothingToReach || simulation.problem.kind == Kind::RangeTurned
        || simulation.problem.kind == Kind::RangeInOtherCurrency)
        return {HeadingBlock{3, tr("Will the goal be reached?"), {}},
                ParagraphBlock{simulation.problem.reason()}};
    if (!simulation.problem.isNone())
        return {};
    const QLocale &locale = m_options.locale;
    FieldsBlock range;
    range.fields
        = {{.label = tr("Goal"), .text = moneyText(simulation.goal, locale)},
           {.label = tr("Chance to reach it"), .text = chanceText(simulation, locale)},
           {.label = tr("One run in ten ends at or below"), .text = moneyText(simulation.low, locale)},
           {.label = tr("Half end at or below"), .text = moneyText(simulation.middle, locale)},
           {.label = tr("Nine in ten end at or below"), .text = moneyText(simulation.high, locale)}};
    return {DrawingBlock{tr("Will the goal be reached?"),
                         tr("%1. Each bar is a number of runs by won value: green those that reach the goal, "
                            "which is the dashed line. The line below goes from the tenth to the ninetieth "
                            "of a hundred runs, with the middle one.")
                             .arg(simulationRule(simulation, locale)),
                         height,
                         [simulation, locale](QPainter &painter, const QRectF &rect) {
                             paintSimulation(painter, rect, simulation, locale);
                         }},
            range, tableBlock(simulationTable(simulation, locale))};
}

QList<ReportBlock> PlanBlocks::pace() const
{
    constexpr double height = 150; // points
    if (m_report.inputs.stages.isEmpty())
        return {};
    const QLocale &locale = m_options.locale;
    const QString stage = m_report.inputs.stages.last().name;
    const Pace pace = m_report.pace;
    if (pace.points.isEmpty())
        return {};
    QList<ReportBlock> blocks{DrawingBlock{tr("Pace against the target"), paceUnit(pace, stage, locale),
                                           height,
                                           [pace, locale](QPainter &painter, const QRectF &rect) {
                                               paintPace(painter, rect, pace, locale);
                                           }},
                              tableBlock(paceTable(pace, locale))};
    if (const QString remark = paceRemark(pace, locale); !remark.isEmpty())
        blocks.append(ParagraphBlock{remark});
    return blocks;
}

QList<ReportBlock> PlanBlocks::changes() const
{
    if (!m_report.beforeNewest())
        return {};
    const WhatChanged changed = whatChanged(*m_report.beforeNewest(), *m_report.newest());
    if (changed.problem != WhatChanged::Problem::None)
        return {};
    const QLocale &locale = m_options.locale;
    QList<ReportBlock> blocks = waterfallBlocks(
        tr("Won value in %1, %2 to %3")
            .arg(changed.after.currency, changed.from.label(locale), changed.to.label(locale)),
        tr("Each part is the factor's mean effect over all orders of change; they add up exactly."),
        waterfallOf(changed, locale));
    blocks.append(tableBlock(changeTable(changed, locale)));
    if (const QString leftOut = changed.leftOutText(locale); !leftOut.isEmpty())
        blocks.append(ParagraphBlock{leftOut, true});
    TableBlock notes;
    notes.columns = {{.label = tr("Noted on")}, {.label = tr("What changed")}};
    for (const FunnelNote &note : notesBetween(m_report.inputs.notes, changed.from, changed.to))
        notes.rows.append({shortDate(note.on, locale), note.text});
    if (!notes.rows.isEmpty())
        blocks.append(notes);
    if (const QString rule = m_report.rule(); !rule.isEmpty())
        blocks.append(ParagraphBlock{rule, true});
    for (const auto &[kind, segments] : m_report.segments.asKeyValueRange())
        if (!segments.isEmpty())
            blocks.append(changesBy(kind, segments));
    return blocks;
}

QList<ReportBlock> PlanBlocks::changesBy(SegmentKind kind, const QList<SegmentFunnels> &segments) const
{
    const ChangeBySegment changed = changeBySegment(*m_report.beforeNewest(), *m_report.newest(), segments);
    const QLocale &locale = m_options.locale;
    QList<ReportBlock> blocks
        = waterfallBlocks(tr("The same change by parts: %1").arg(segmentKindLabel(kind)),
                          tr("Each part's change, and what its own volume, rates and deal size made of it."),
                          waterfallOf(changed, locale));
    blocks.append(tableBlock(changeTable(changed, locale)));
    if (const QString remark = segmentRemark(changed); !remark.isEmpty())
        blocks.append(ParagraphBlock{remark, true});
    return blocks;
}

QList<ReportBlock> PlanBlocks::pipeline() const
{
    if (!m_report.deals)
        return {};
    const QLocale &locale = m_options.locale;
    const OutlookInputs inputs = m_report.outlookInputs();
    const Outlook outlook = outlookOf(inputs, newestClosed(m_report));
    QList<ReportBlock> blocks{HeadingBlock{3,
                                           outlook.period.isValid()
                                               ? tr("The way ahead, %1").arg(outlook.period.label(locale))
                                               : tr("The way ahead"),
                                           tr("Deals closed in the period, and what is open as last "
                                              "imported; nothing is added across currencies.")},
                              tableBlock(outlookTable(outlook, locale))};
    for (const Money &open : m_report.deals->open.value.sums()) {
        const AmountBars bars = stagePipelineBars(inputs, open.currency);
        blocks.append(DrawingBlock{tr("Open pipeline by stage, %1").arg(open.currency),
                                   stagePipelineRemark(inputs, open.currency, locale), barsHeight(bars),
                                   [bars, locale](QPainter &painter, const QRectF &rect) {
                                       paintBars(painter, rect, bars, locale);
                                   }});
        blocks.append(tableBlock(stagePipelineTable(inputs, open.currency, locale)));
    }
    blocks.append(
        HeadingBlock{3, tr("What a lead is worth, by source"),
                     tr("Lead value is deal size × lead to won, over all imported rows; SLA value is "
                        "the leads promised × lead value.")});
    blocks.append(tableBlock(sourceValueTable(sourceOutlooks(*m_report.pipeline, m_report.sources), locale)));
    return blocks;
}

QList<ReportBlock> PlanBlocks::cash() const
{
    if (!m_report.deals || m_report.deals->wonByClose.isEmpty())
        return {};
    const QLocale &locale = m_options.locale;
    const QList<SourceOutlook> sources = sourceOutlooks(*m_report.pipeline, m_report.sources);
    if (std::none_of(sources.begin(), sources.end(), [](const SourceOutlook &source) {
            return source.terms.created || source.terms.touched;
        }))
        return m_report.sources.isEmpty()
            ? QList<ReportBlock>()
            : QList<ReportBlock>{ParagraphBlock{
                tr("What marketing earned is not known: of no source is it said whether marketing "
                   "created or touched its leads."),
                true}};
    const QList<Period> periods = m_report.deals->wonByClose.keys();
    const Period newest = newestFull(periods, QDate::currentDate());
    constexpr qsizetype mostPeriods = 8;
    const AmountBars bars = earnedBars(sources, periods.last(std::min(periods.size(), mostPeriods)),
                                       currencyMostWon(sources), locale);
    return {
        DrawingBlock{tr("What marketing earned, %1").arg(bars.currency),
                     tr("Closed-won value of the imported deals. Sourced and influenced may hold the same "
                        "deal and are never added."),
                     barsHeight(bars),
                     [bars, locale](QPainter &painter, const QRectF &rect) {
                         paintBars(painter, rect, bars, locale);
                     }},
        tableBlock(earnedTable(sources, periods, locale)),
        HeadingBlock{3, tr("Won by origin, %1").arg(newest.labelOn(QDate::currentDate(), locale)), {}},
        tableBlock(originTable(sources, newest, locale))};
}

QList<ReportBlock> PlanBlocks::capacity() const
{
    if (!capacityOf(m_report.plan.capacity).hours.value)
        return {};
    return {HeadingBlock{3, tr("What it comes to"), {}},
            tableBlock(capacityTable(m_report.plan.capacity, m_options.locale))};
}
