#include "widgets/report/funnel_blocks.h"

#include "widgets/charts/funnel_picture.h"
#include "widgets/report/period_chart.h"
#include "widgets/report/report_style.h"
#include "widgets/shell/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The grain most figures are of.
Grain usualGrain(const QList<TypedFigure> &figures)
{
    QMap<Grain, int> counts;
    for (const TypedFigure &figure : figures)
        ++counts[figure.period.grain];
    Grain usual = Grain::Quarter;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        if (it.value() > counts.value(usual))
            usual = it.key();
    return usual;
}

bool knows(const FunnelFigures &figures, bool worth)
{
    return std::any_of(figures.figures.begin(), figures.figures.end(), [&](const StageFigure &figure) {
        return worth ? figure.worth.has_value() : figure.amount.has_value();
    });
}

} // namespace

FunnelBlocks::FunnelBlocks(const Document &document, const ReportOptions &options)
    : m_options(options)
    , m_inputs(readFunnel(document))
    , m_grain(usualGrain(m_inputs.typed))
    , m_hasSegments(document.rows(u"funnel_number"_s).size() > m_inputs.typed.size())
    , m_periods(combine(m_inputs.stages, m_inputs.typed, {}, m_grain))
{
}

bool FunnelBlocks::showsAllNumbers() const
{
    return !m_hasSegments
        && std::all_of(m_inputs.typed.begin(), m_inputs.typed.end(),
                       [&](const TypedFigure &figure) { return figure.period.grain == m_grain; });
}

QList<ReportBlock> FunnelBlocks::picture() const
{
    if (m_periods.isEmpty())
        return {};
    const FunnelQuestion question{.now = m_periods.last(),
                                  .before
                                  = m_periods.size() > 1 ? &m_periods.at(m_periods.size() - 2) : nullptr,
                                  .agreed = &m_inputs,
                                  .locale = m_options.locale};
    const FunnelBands bands = funnelBands(question);
    const QFont font = ReportStyle::font(ReportStyle::Text::Small);
    const double width = ReportStyle::contentRect(m_options.paper).width();
    DrawingBlock drawing;
    drawing.title = question.before ? tr("%1 compared with %2")
                                          .arg(question.now.period.label(m_options.locale),
                                               question.before->period.label(m_options.locale))
                                    : question.now.period.label(m_options.locale);
    drawing.height = FunnelPicture::heightFor(bands, width, QFontMetricsF(font)) / ReportStyle::unitsPerPoint;
    drawing.paint = [bands, font](QPainter &painter, const QRectF &rect) {
        painter.setFont(font);
        FunnelPicture::paint(painter, rect, bands, Theme::light().palette());
    };

    const FigureTable figures = funnelTable(question);
    TableBlock table;
    for (qsizetype i = 0; i < figures.head.size(); ++i)
        table.columns.append({.label = figures.head.at(i), .figures = i >= figures.textColumns});
    table.rows = figures.rows;
    for (const int after : handoverPoints(m_inputs.stages))
        table.handoverAfter.insert(after);
    return {drawing, table};
}

QString FunnelBlocks::figureText(const StageFigure &figure, bool worth) const
{
    if (worth)
        return figure.worth ? figure.worth->toText(m_options.locale) : QString();
    return figure.amount ? m_options.locale.toString(*figure.amount) : QString();
}

TableBlock FunnelBlocks::numbersOf(const QList<FunnelFigures> &periods, bool worth) const
{
    TableBlock table;
    table.columns.append({.label = worth ? tr("Value") : tr("Count")});
    for (const Stage &stage : m_inputs.stages)
        table.columns.append({.label = stage.name, .figures = true, .team = stage.owner});
    for (const FunnelFigures &period : periods) {
        QStringList row{period.period.label(m_options.locale)};
        for (const StageFigure &figure : period.figures)
            row.append(figureText(figure, worth));
        table.rows.append(row);
    }
    return table;
}

QList<ReportBlock> FunnelBlocks::numbers() const
{
    QList<ReportBlock> blocks;
    for (const bool worth : {false, true}) {
        QList<FunnelFigures> known;
        std::copy_if(m_periods.begin(), m_periods.end(), std::back_inserter(known),
                     [&](const FunnelFigures &figures) { return knows(figures, worth); });
        if (!known.isEmpty())
            blocks.append(numbersOf(known, worth));
    }
    return blocks;
}

QList<ReportBlock> FunnelBlocks::trends() const
{
    constexpr int columns = 3;
    constexpr double rowHeight = 78, barsHeight = 120; // points
    if (m_periods.size() < 2)
        return {};
    QList<PeriodChart> lines;
    for (qsizetype i = 0; i < m_inputs.stages.size(); ++i) {
        PeriodChart chart{
            .title = m_inputs.stages.at(i).name, .points = {}, .team = m_inputs.stages.at(i).owner};
        for (const FunnelFigures &period : m_periods) {
            const StageFigure &figure = period.figures.at(i);
            std::optional<double> height;
            if (figure.amount)
                height = static_cast<double>(*figure.amount);
            chart.points.append(
                {period.period.shortLabel(m_options.locale), height, figureText(figure, false)});
        }
        lines.append(chart);
    }
    PeriodChart won{.title = tr("Won value"), .points = {}, .team = m_inputs.stages.last().owner};
    for (const FunnelFigures &period : m_periods) {
        const StageFigure &figure = period.figures.last();
        std::optional<double> height;
        if (figure.worth)
            height = figure.worth->amount().toDouble();
        won.points.append({period.period.shortLabel(m_options.locale), height, figureText(figure, true)});
    }
    const auto rows = (lines.size() + columns - 1) / columns;
    QList<ReportBlock> blocks{DrawingBlock{
        tr("Count of each stage"),
        tr("Each stage has a scale of its own, from 0; the figure is that of the last period."),
        rowHeight * static_cast<double>(rows),
        [lines](QPainter &painter, const QRectF &rect) { paintLines(painter, rect, lines, columns); }}};
    if (std::any_of(won.points.begin(), won.points.end(), [](const auto &point) { return point.value; }))
        blocks.append(DrawingBlock{won.title, {}, barsHeight, [won](QPainter &painter, const QRectF &rect) {
                                       won.paintBars(painter, rect);
                                   }});
    return blocks;
}
