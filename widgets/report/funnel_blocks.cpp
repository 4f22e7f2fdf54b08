#include "widgets/report/funnel_blocks.h"

#include "models/funnel/column_decimals.h"
#include "models/funnel/currencies.h"
#include "models/funnel/handover_texts.h"
#include "widgets/charts/funnel_picture.h"
#include "widgets/funnel/segment_tables.h"
#include "widgets/report/figure_blocks.h"
#include "widgets/report/report_style.h"
#include "widgets/shell/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool knows(const FunnelFigures &figures, bool worth)
{
    return std::any_of(figures.figures.begin(), figures.figures.end(), [&](const StageFigure &figure) {
        return worth ? figure.worth.has_value() : figure.amount.has_value();
    });
}

// From the first stage that has a value: above it nobody counts money.
FunnelFigures valued(FunnelFigures figures)
{
    const int top
        = knows(figures, true) ? figures.top(Measure::Worth) : static_cast<int>(figures.stages.size());
    figures.stages.remove(0, top);
    figures.figures.remove(0, top);
    return figures;
}

DrawingBlock drawingOf(const FunnelBands &bands, const ReportOptions &options)
{
    constexpr double headsAbove = ReportStyle::points(180);
    const QFont font = ReportStyle::font(ReportStyle::Text::Small);
    const double width = ReportStyle::contentRect(options.paper).width();
    const QFontMetricsF metrics(font);
    const double height = FunnelPicture::heightFor(bands, width, metrics);
    const double most = ReportStyle::contentRect(options.paper).height() - headsAbove;
    // Many stages stand closer, and what is still taller than its place is made smaller.
    const double least = FunnelPicture::minimumHeightFor(bands, width, metrics);
    constexpr double smallest = 0.8; // of that: its texts can still be read
    DrawingBlock drawing;
    drawing.height = std::min(height, most) / ReportStyle::unitsPerPoint;
    drawing.leastHeight = smallest * std::min(least, most) / ReportStyle::unitsPerPoint;
    drawing.paint = [bands, font, height, least](QPainter &painter, const QRectF &rect) {
        const double scale = std::min(1.0, rect.height() / std::min(height, std::max(least, rect.height())));
        painter.setFont(font);
        painter.translate(rect.topLeft());
        painter.scale(scale, scale);
        FunnelPicture::paint(painter, QRectF(QPointF(), rect.size() / scale), bands,
                             Theme::light().palette());
    };
    return drawing;
}

// Without the imported deals where those cannot be read, which the document then tells.
FunnelReport funnelOf(const Document &document, const QString &currency)
{
    auto report = readFunnelReport(document, currency);
    if (!report) {
        Q_EMIT document.readFailed(report.error());
        return FunnelReport{.inputs = readFunnel(document), .periods = {}};
    }
    if (const auto read = addSegments(*report, document); !read)
        Q_EMIT document.readFailed(read.error());
    return std::move(*report);
}

} // namespace

FunnelBlocks::FunnelBlocks(const Document &document, const ReportOptions &options)
    : m_options(options)
    , m_funnel(funnelOf(document, options.currency))
    , m_hasSegments(document.rows(u"funnel_number"_s).size() > m_funnel.inputs.typed.size())
{
}

bool FunnelBlocks::showsAllNumbers() const
{
    return !m_hasSegments
        && std::all_of(m_funnel.inputs.typed.begin(), m_funnel.inputs.typed.end(),
                       [&](const TypedFigure &figure) { return figure.period.grain == m_funnel.grain; });
}

QList<ReportBlock> FunnelBlocks::funnel() const
{
    if (m_funnel.periods.isEmpty())
        return {};
    QList<ReportBlock> blocks = picture(Measure::Amount) + picture(Measure::Worth);
    QString question = tr("Where is the funnel wide, and where does it lose most?");
    for (const SegmentKind kind : allSegmentKinds)
        if (const QList<ReportBlock> compared = segments(kind, question); !compared.isEmpty()) {
            blocks += compared;
            question.clear(); // once is enough
        }
    return blocks;
}

QList<ReportBlock> FunnelBlocks::picture(Measure measure) const
{
    const bool byValue = measure == Measure::Worth;
    const FunnelFigures now = byValue ? valued(*m_funnel.newest()) : *m_funnel.newest();
    constexpr qsizetype fewest = 2; // one value alone is no funnel
    if (byValue && now.stages.size() < fewest)
        return {};
    const FunnelFigures *before = m_funnel.beforeNewest();
    const FunnelQuestion question{.now = now,
                                  .before = before && (!byValue || knows(*before, true)) ? before : nullptr,
                                  .measure = measure,
                                  .agreed = &m_funnel.inputs,
                                  .locale = m_options.locale};
    const QString period = now.period.labelOn(QDate::currentDate(), m_options.locale);
    const QString title = question.before
        ? tr("%1 compared with %2").arg(period, question.before->period.label(m_options.locale))
        : period;
    DrawingBlock drawing = drawingOf(funnelBands(question), m_options);
    if (byValue)
        drawing.leastHeight = 0; // of few stages: rather on the next page than squeezed
    drawing.title = byValue ? tr("%1, by value", "period, or two compared").arg(title) : title;
    const DealSummary deals = m_funnel.deals.value_or(DealSummary());
    if (byValue)
        drawing.note = currencyRule(deals, m_funnel.currency);
    else if (deals.rows > 0)
        drawing.note = countingRule(deals, CountedBy::Event);
    TableBlock table = withoutUnknown(tableBlock(funnelTable(question)));
    for (const int after : handoverPoints(now.stages))
        table.handoverAfter.insert(after);
    return {drawing, table};
}

QList<ReportBlock> FunnelBlocks::segments(SegmentKind kind, const QString &question) const
{
    const FunnelFigures &now = *m_funnel.newest();
    const SegmentComparison compared = compareSegments(m_funnel.segments.value(kind), now);
    if (!compared.isAny())
        return {};
    QList<ReportBlock> blocks{HeadingBlock{
        3,
        tr("%1 by parts: %2", "period; region, product or source")
            .arg(now.period.labelOn(QDate::currentDate(), m_options.locale), segmentKindLabel(kind)),
        question}};
    if (const QString rule = segmentRule(compared); !rule.isEmpty())
        blocks.append(ParagraphBlock{rule, true});
    for (const SegmentShows shows : {SegmentShows::Counts, SegmentShows::Rates, SegmentShows::Values}) {
        const FigureTable table = segmentTable(compared, kind, shows, m_options.locale);
        if (table.head.size() > 1)
            blocks += tableBlocks(table);
    }
    return blocks;
}

Money::Decimals FunnelBlocks::decimalsOf(int stage) const
{
    QList<Money> amounts;
    for (const FunnelFigures &period : m_funnel.periods)
        if (const auto &worth = period.figures.at(stage).worth)
            amounts.append(*worth);
    return decimalsFor(amounts);
}

QString FunnelBlocks::figureText(const StageFigure &figure, bool worth, Money::Decimals decimals) const
{
    if (worth)
        return figure.worth ? figure.worth->toText(m_options.locale, decimals) : QString();
    return figure.amount ? m_options.locale.toString(*figure.amount) : QString();
}

TableBlock FunnelBlocks::numbersOf(const QList<FunnelFigures> &periods, bool worth) const
{
    TableBlock table;
    const QString value
        = m_funnel.currency.isEmpty() ? tr("Value") : tr("Value in %1").arg(m_funnel.currency);
    table.columns.append({.label = worth ? value : tr("Count")});
    for (const FunnelFigures &period : periods)
        table.rows.append({period.period.label(m_options.locale)});
    for (int i = 0; i < m_funnel.inputs.stages.size(); ++i) {
        QStringList texts;
        for (const FunnelFigures &period : periods)
            texts.append(figureText(period.figures.at(i), worth, decimalsOf(i)));
        if (std::all_of(texts.cbegin(), texts.cend(), [](const QString &text) { return text.isEmpty(); }))
            continue;
        const Stage &stage = m_funnel.inputs.stages.at(i);
        table.columns.append({.label = stage.name, .figures = true, .team = stage.owner});
        for (qsizetype row = 0; row < texts.size(); ++row)
            table.rows[row].append(texts.at(row));
    }
    return table;
}

QList<ReportBlock> FunnelBlocks::numbers() const
{
    QList<ReportBlock> blocks;
    for (const bool worth : {false, true}) {
        QList<FunnelFigures> known;
        std::copy_if(m_funnel.periods.begin(), m_funnel.periods.end(), std::back_inserter(known),
                     [&](const FunnelFigures &figures) { return knows(figures, worth); });
        if (!known.isEmpty())
            blocks += tableBlocks(numbersOf(known, worth));
    }
    const QString rule = currencyRule(m_funnel.deals.value_or(DealSummary()), m_funnel.currency);
    if (!rule.isEmpty())
        blocks.append(ParagraphBlock{rule, true});
    return blocks;
}

QString FunnelBlocks::valueText(const DealTotals &totals, Money::Decimals decimals) const
{
    return totals.value.texts(m_options.locale, decimals).join(u'\n');
}

QList<ReportBlock> FunnelBlocks::deals() const
{
    if (!m_funnel.deals)
        return {};
    const DealSummary &deals = *m_funnel.deals;
    const QLocale &locale = m_options.locale;
    constexpr int dayDecimals = 1;
    QStringList sizes;
    for (const Money &money : deals.won.value.sums())
        if (const auto size = deals.dealSize(money.currency).scaled(currencyDigits(money.currency)))
            sizes.append(moneyText(Money{*size, money.currency}, locale));
    FieldsBlock figures;
    figures.fields = {
        {.label = tr("Rows"), .text = locale.toString(deals.rows)},
        {.label = tr("Won"), .text = locale.toString(deals.won.count)},
        {.label = tr("Lost"), .text = locale.toString(deals.lost.count)},
        {.label = tr("Leads lost before a deal came of them, in no win rate"),
         .text = deals.lostLeads.count > 0 ? locale.toString(deals.lostLeads.count) : QString()},
        {.label = tr("Open"), .text = locale.toString(deals.open.count)},
        {.label = tr("Open, by the CRM's stage"), .text = openStagesText(deals, locale)},
        {.label = tr("Won value"), .text = valueText(deals.won, decimalsFor(deals.won.value.sums()))},
        {.label = tr("Won without a value"),
         .text = deals.won.withoutValue > 0 ? locale.toString(deals.won.withoutValue) : QString()},
        {.label = tr("Win rate, won ÷ (won + lost)"), .text = deals.winRate().toText(locale, 2, false)},
        {.label = tr("Deal size, won value ÷ won deals with a value"), .text = sizes.join(u'\n')},
        {.label = tr("Days from open to won, mean"), .text = deals.meanCycleDays.toText(locale, dayDecimals)},
        {.label = tr("Days from open to won, median"),
         .text = deals.medianCycleDays.toText(locale, dayDecimals)}};
    figures.fields.removeIf([](const ReportField &field) { return field.text.isEmpty(); });
    return {HeadingBlock{3, tr("Imported deals"), tr("What does the CRM say?")}, figures, wonByClose(deals)};
}

TableBlock FunnelBlocks::wonByClose(const DealSummary &deals) const
{
    TableBlock table;
    table.columns = {{.label = tr("Closed in")},
                     {.label = tr("Won"), .figures = true},
                     {.label = tr("Won value"), .figures = true},
                     {.label = tr("Lost"), .figures = true},
                     {.label = tr("Win rate"), .figures = true}};
    QList<Period> periods = deals.wonByClose.keys();
    const QList<Period> lostIn = deals.lostByClose.keys();
    for (const Period &period : lostIn)
        if (!periods.contains(period))
            periods.append(period);
    std::sort(periods.begin(), periods.end());
    QList<Rate> rates;
    for (const Period &period : std::as_const(periods))
        rates.append(deals.winRateOf(period));
    const int rateDecimals = decimalsFor(rates);
    QList<Money> values;
    for (const DealTotals &won : deals.wonByClose)
        values += won.value.sums();
    const Money::Decimals decimals = decimalsFor(values);
    for (qsizetype i = 0; i < periods.size(); ++i) {
        const Period &period = periods.at(i);
        const DealTotals won = deals.wonByClose.value(period), lost = deals.lostByClose.value(period);
        const bool isKnown = deals.knowsWinsOf(period);
        table.rows.append({period.label(m_options.locale),
                           isKnown ? m_options.locale.toString(won.count) : tr("not known"),
                           valueText(won, decimals), m_options.locale.toString(lost.count),
                           rates.at(i).toText(m_options.locale, rateDecimals, false)});
    }
    if (deals.wonWithoutClosed > 0)
        table.rows.append(
            {tr("Without a close date"), m_options.locale.toString(deals.wonWithoutClosed), {}, {}, {}});
    return table;
}

QList<ReportBlock> FunnelBlocks::handovers() const
{
    QList<ReportBlock> blocks;
    if (m_funnel.inputs.log.isEmpty())
        return blocks;
    for (const int after : handoverPoints(m_funnel.inputs.stages))
        blocks.append(handover(after));
    const QStringList elsewhere = HandoverTexts::elsewhere(
        m_funnel.inputs.log, m_funnel.inputs.stages, fullestQuarter(m_funnel.inputs.log), m_options.locale);
    if (!elsewhere.isEmpty())
        blocks.append(ParagraphBlock{elsewhere.join(u'\n'), true});
    return blocks;
}

// Of the quarter with which the screen opens; all of the log is printed beneath.
FieldsBlock FunnelBlocks::handover(int after) const
{
    const Stage &stage = m_funnel.inputs.stages.at(after);
    const GateContract *contract = m_funnel.inputs.contractAfter(stage.id);
    const Period period = fullestQuarter(m_funnel.inputs.log);
    const HandoverHealth health = m_funnel.inputs.health(stage.id, period, QDate::currentDate());
    FieldsBlock block;
    block.title = tr("Handover after %1, %2: %3", "stage, period, state of the contract")
                      .arg(stage.name, period.isValid() ? period.label(m_options.locale) : tr("at any time"),
                           HandoverTexts::stateWord(health.state));
    for (const HandoverTexts::Figure &figure : HandoverTexts::figures(health, contract, m_options.locale))
        block.fields.append(
            {.label = figure.label, .text = figure.text, .wide = figure.text.contains(u'\n')});
    const QStringList breaches = HandoverTexts::breaches(health, contract, m_options.locale);
    if (!breaches.isEmpty())
        block.fields.append({.label = tr("Broken in"), .text = breaches.join(u'\n'), .wide = true});
    if (!contract)
        return block;
    if (!contract->criteria.isEmpty())
        block.fields.append({.label = tr("Must be true"), .text = contract->criteria, .wide = true});
    if (!contract->rejectedLeads.isEmpty())
        block.fields.append(
            {.label = tr("What happens with the rejected"), .text = contract->rejectedLeads, .wide = true});
    return block;
}
