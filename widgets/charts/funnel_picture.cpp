#include "widgets/charts/funnel_picture.h"

#include "widgets/charts/funnel_shapes.h"
#include "widgets/shell/appearance.h"

#include <algorithm>
#include <cmath>

using namespace FunnelShapes;

namespace {

// All in heights of the font.
constexpr double bandHeight = 2.5;
constexpr double smallestBandHeight = 1;
constexpr double squareSize = 0.7;

constexpr double narrowestShare = 0.3; // of the widest band
constexpr double lastTaper = 0.94;
constexpr double thinnestBand = 0.12; // however small the figure, something can be seen

QFontMetricsF metricsOf(const QFont &font, const QPaintDevice *device)
{
    return device ? QFontMetricsF(font, device) : QFontMetricsF(font);
}

double bodyHeight(const FunnelBands &funnel, double band, double gap)
{
    const double count = static_cast<double>(funnel.bands.size());
    return count * band + std::max(0.0, count - 1) * gap;
}

} // namespace

FunnelPicture::FunnelPicture(const FunnelBands &funnel, const QRectF &rect, const QFont &font,
                             const QPaintDevice *device)
    : m_funnel(funnel)
    , m_rect(rect)
    , m_font(font)
    , m_bold(strong(font))
    , m_metrics(metricsOf(font, device))
    , m_boldMetrics(metricsOf(m_bold, device))
    , m_em(m_metrics.height())
{
    if (m_funnel.bands.isEmpty())
        return;
    m_spacing = rect.height() + 1 < heightFor(funnel, rect.width(), m_metrics) ? tight : roomy;
    layOutColumns();
    findWidths();
    layOutBands();
    makeRoomForNames();
    layOutHeads();
    for (int i = 0; i < m_funnel.bands.size(); ++i) {
        layOutBandText(i);
        layOutRates(i);
        if (m_funnel.bands.at(i).handover)
            layOutHandover(i);
    }
    layOutRecycling();
    layOutLegend();
    if (m_funnel.direction == Qt::RightToLeft)
        mirror();
}

double FunnelPicture::heightFor(const FunnelBands &funnel, double width, const QFontMetricsF &metrics)
{
    const double legend = legendRows(funnel, width, metrics) * roomy.legendRow + padding;
    return (roomy.head + bodyHeight(funnel, bandHeight, roomy.gap) + legend) * metrics.height();
}

double FunnelPicture::minimumHeightFor(const FunnelBands &funnel, double width, const QFontMetricsF &metrics)
{
    const double legend = legendRows(funnel, width, metrics) * tight.legendRow + padding;
    return (tight.head + bodyHeight(funnel, smallestBandHeight, tight.gap) + legend) * metrics.height();
}

double FunnelPicture::leastHeight() const
{
    return m_inGaps ? heightWithNamesInGaps() : minimumHeightFor(m_funnel, m_rect.width(), m_metrics);
}

double FunnelPicture::heightWithNamesInGaps() const
{
    const auto handovers = std::count_if(m_funnel.bands.begin(), m_funnel.bands.end(),
                                         [](const FunnelBand &band) { return band.handover; });
    const double legend = legendRows(m_funnel, m_rect.width(), m_metrics, true) * tight.legendRow + padding;
    const double added = static_cast<double>(handovers) * (namedGap - tight.gap);
    return (tight.head + bodyHeight(m_funnel, smallestBandHeight, tight.gap) + added + legend) * m_em;
}

double FunnelPicture::widthOf(const QString &text, bool bold) const
{
    return (bold ? m_boldMetrics : m_metrics).horizontalAdvance(text);
}

void FunnelPicture::findWidths()
{
    double largest = 0, texts = 0;
    double smallest = HUGE_VAL;
    for (const FunnelBand &band : m_funnel.bands) {
        if (m_columns.names <= 0) // else they have a place of their own
            texts = std::max(
                {texts, widthOf(band.figure), std::min(widthOf(band.name, true), longName * m_em)});
        if (!band.size)
            continue;
        largest = std::max(largest, *band.size);
        if (*band.size > 0)
            smallest = std::min(smallest, *band.size);
    }
    const double narrowest
        = std::min(1.0, std::max(narrowestShare, (texts + 2 * padding * m_em) / m_columns.bands()));
    const bool linear = largest <= 0 || m_funnel.widths == FunnelWidths::Linear
        || (m_funnel.widths == FunnelWidths::Readable && smallest / largest >= narrowest);
    const double thinnest = thinnestBand * m_em / m_columns.bands();
    m_toScale = linear;
    for (const FunnelBand &band : m_funnel.bands) {
        double share = band.size ? 0 : narrowest; // of 0 there is nothing to be seen but its name
        if (band.size && *band.size > 0 && linear)
            share = std::max(thinnest, *band.size / largest);
        else if (band.size && *band.size > 0 && largest > smallest)
            share = 1 - (1 - narrowest) * std::log(largest / *band.size) / std::log(largest / smallest);
        else if (band.size && *band.size > 0)
            share = 1;
        m_widths.append(share * m_columns.bands());
    }
    findUnknownWidths();
}

// A stage of which nothing is known goes along with those around it: its outline claims nothing of its own,
// not that there were none either.
void FunnelPicture::findUnknownWidths()
{
    const int count = static_cast<int>(m_widths.size());
    const auto nextKnown = [&](int i, int step) {
        while (i >= 0 && i < count && m_funnel.bands.at(i).size.value_or(0) <= 0)
            i += step;
        return i;
    };
    for (int i = 0; i < count; ++i) {
        const int above = nextKnown(i, -1);
        const int below = nextKnown(i, 1);
        if (m_funnel.bands.at(i).size || (above < 0 && below == count))
            continue;
        const double from = m_widths.at(above < 0 ? below : above);
        const double to = m_widths.at(below == count ? above : below);
        m_widths[i] = from + (to - from) * (i - above) / (below - above);
    }
}

void FunnelPicture::layOutBands()
{
    const int count = static_cast<int>(m_funnel.bands.size());
    const double legend
        = legendRows(m_funnel, m_rect.width(), m_metrics, m_merged) * m_spacing.legendRow + padding;
    const double room = m_rect.height() - (m_spacing.head + legend) * m_em;
    m_gap = m_spacing.gap * m_em;
    double gaps = 0;
    for (int i = 0; i + 1 < count; ++i)
        gaps += gapUnder(i);
    m_bandHeight = std::max(m_em, (room - gaps) / count);
    m_top = m_rect.top() + m_spacing.head * m_em;
    const double centre = m_columns.centre();
    double top = m_top;
    for (int i = 0; i < count; ++i) {
        const double upper = m_widths.at(i);
        // The outline of what is not known does not run out towards a stage of 0: that would claim a fall.
        const bool ends = i + 1 < count && !m_funnel.bands.at(i).size && m_widths.at(i + 1) <= 0;
        const double lower = i + 1 == count || upper <= 0
            ? upper * lastTaper
            : upper + (ends ? 0 : m_widths.at(i + 1) - upper) * m_bandHeight / (m_bandHeight + gapUnder(i));
        const QPolygonF shape{{QPointF(centre - upper / 2, top), QPointF(centre + upper / 2, top),
                               QPointF(centre + lower / 2, top + m_bandHeight),
                               QPointF(centre - lower / 2, top + m_bandHeight)}};
        m_shapes.append({shape, QRectF(m_rect.left(), top, m_rect.width(), m_bandHeight)});
        top += m_bandHeight + gapUnder(i);
    }
}

double FunnelPicture::widthAt(int i, double y) const
{
    const QPolygonF &shape = m_shapes.at(i).shape;
    const double upper = shape.at(1).x() - shape.at(0).x();
    const double lower = shape.at(2).x() - shape.at(3).x();
    const double part = (y - shape.at(0).y()) / m_bandHeight;
    return upper + (lower - upper) * std::clamp(part, 0.0, 1.0);
}

bool FunnelPicture::isTall() const
{
    return m_bandHeight >= twoLines * m_em;
}

double FunnelPicture::gapUnder(int i) const
{
    return m_inGaps && m_funnel.bands.at(i).handover ? std::max(m_gap, namedGap * m_em) : m_gap;
}

double FunnelPicture::gapAfter(int i) const
{
    return m_shapes.at(i).row.bottom() + gapUnder(i) / 2;
}

void FunnelPicture::addMovement(const QRectF &cell, const FunnelBand::Movement &movement)
{
    if (movement.text.isEmpty())
        return;
    const Ink ink = movement.sign > 0 ? Ink::Good : movement.sign < 0 ? Ink::Warning : Ink::Muted;
    const double size = triangleSize * m_em;
    const double text = widthOf(movement.text);
    if (movement.sign != 0)
        m_marks.append(
            {triangleAt({cell.right() - text - 2 * size, cell.center().y()}, size, movement.sign > 0), ink,
             Team::None});
    addText({cell.right() - text, cell.top(), text, cell.height()}, Qt::AlignRight | Qt::AlignVCenter,
            movement.text, ink);
}

void FunnelPicture::layOutRates(int i)
{
    const FunnelBand &band = m_funnel.bands.at(i);
    const double pad = padding * m_em;
    const Qt::Alignment trailing = Qt::AlignRight | Qt::AlignVCenter;
    const auto cell = [&](double left, double width, double y) {
        return QRectF(left + pad, y - m_em / 2, width - 2 * pad, m_em);
    };
    const double moved = movedWidth();
    if (!band.step.isEmpty()) {
        QRectF step = cell(m_columns.stepLeft(), m_columns.step, gapAfter(i));
        addMovement(step, band.stepChange);
        step.setRight(step.right() - moved);
        addText(step, trailing, stepText(band), band.stepAsked ? Ink::Warning : Ink::Normal);
    }
    const double middle = m_shapes.at(i).row.center().y();
    const bool stacked = m_columns.overall <= 0;
    if (m_merged) {
        QRectF rates = cell(m_columns.stepLeft(), m_columns.step, middle);
        addMovement(rates, band.change);
        rates.setRight(rates.right() - moved);
        addText(rates, trailing, band.overall, Ink::Muted);
        return;
    }
    if (!band.overall.isEmpty() && (!stacked || m_bandHeight >= 1.6 * m_em))
        addText(stacked ? cell(m_columns.stepLeft(), m_columns.step, middle)
                        : cell(m_columns.overallLeft(), m_columns.overall, middle),
                trailing, stacked ? overallText(band) : band.overall, Ink::Muted);
    if (m_columns.change > 0)
        addMovement(cell(m_columns.changeLeft(), m_columns.change, middle), band.change);
}

void FunnelPicture::layOutHeads()
{
    const double pad = padding * m_em;
    const auto head = [&](double left, double width, const QString &text) {
        if (width > 0)
            addText({left + pad, m_rect.top(), width - 2 * pad, m_em}, Qt::AlignRight | Qt::AlignVCenter,
                    text, Ink::Muted);
    };
    if (m_merged) {
        const double moved = movedWidth(), rates = m_columns.step - moved;
        head(m_columns.stepLeft() + rates - pad, moved + pad, tr("Change"));
        return head(m_columns.stepLeft(), rates, tr("Rate"));
    }
    head(m_columns.stepLeft(), m_columns.step, tr("Step rate"));
    head(m_columns.overallLeft(), m_columns.overall, overallHead());
    head(m_columns.changeLeft(), m_columns.change, tr("Change"));
}

QList<FunnelPicture::LegendItem> FunnelPicture::legendItems(const FunnelBands &funnel, bool toScale,
                                                            bool merged)
{
    const auto owned = [&](Team team) {
        return std::any_of(funnel.bands.begin(), funnel.bands.end(),
                           [team](const FunnelBand &band) { return band.owner == team; });
    };
    QList<LegendItem> items;
    const std::pair<Team, QString> owners[] = {{Team::Marketing, tr("Marketing generates")},
                                               {Team::Both, tr("Both nurture")},
                                               {Team::Sales, tr("Sales closes")},
                                               {Team::None, tr("No owner")}};
    for (const auto &[team, text] : owners)
        if (owned(team))
            items.append({text, LegendItem::Sign::Square, team});
    if (hasHandover(funnel))
        items.append({tr("Handover; filled: broken"), LegendItem::Sign::Diamond, Team::None});
    if (std::any_of(funnel.bands.begin(), funnel.bands.end(),
                    [](const FunnelBand &band) { return band.recycleTo >= 0; }))
        items.append({tr("Sent back"), LegendItem::Sign::Arrow, Team::None});
    items.append({.text = toScale ? tr("Widths are to scale") : tr("Widths are logarithmic")});
    const bool changes = std::any_of(funnel.bands.begin(), funnel.bands.end(), [](const FunnelBand &band) {
        return !band.change.text.isEmpty() || !band.stepChange.text.isEmpty();
    });
    if (changes && !funnel.against.isEmpty())
        items.append({.text = tr("Changes are against %1; those of rates in points").arg(funnel.against)});
    if (merged)
        items.append({.text = tr("Rates stand between stages for the step, beside them from the top")});
    return items;
}

int FunnelPicture::legendRows(const FunnelBands &funnel, double width, const QFontMetricsF &metrics,
                              bool merged)
{
    int rows = 1;
    double x = 0;
    const double em = metrics.height();
    for (const LegendItem &item : legendItems(funnel, false, merged)) {
        const double needed = metrics.horizontalAdvance(item.text) + (squareSize + 3 * padding) * em;
        if (x > 0 && x + needed > width) {
            ++rows;
            x = 0;
        }
        x += needed;
    }
    return rows;
}

void FunnelPicture::layOutLegend()
{
    double x = m_rect.left();
    double y = m_shapes.last().row.bottom() + padding * m_em;
    const double square = squareSize * m_em;
    for (const LegendItem &item : legendItems(m_funnel, m_toScale, m_merged)) {
        if (item.sign == LegendItem::Sign::Arrow && m_arcs.isEmpty())
            continue; // there was no room for them
        const double mark = item.sign == LegendItem::Sign::None ? 0 : square + padding * m_em / 2;
        const double needed = widthOf(item.text) + (squareSize + 3 * padding) * m_em;
        if (x > m_rect.left() && x + needed > m_rect.right()) {
            x = m_rect.left();
            y += m_spacing.legendRow * m_em;
        }
        const double middle = y + m_spacing.legendRow * m_em / 2;
        if (item.sign == LegendItem::Sign::Diamond)
            m_marks.append({diamondAt({x + square / 2, middle}, square / 2), Ink::Muted, Team::None, true});
        else if (item.sign == LegendItem::Sign::Arrow)
            m_marks.append({arrowAt({x, middle}, square), Ink::Muted});
        else if (item.sign == LegendItem::Sign::Square)
            m_marks.append(
                {QPolygonF(QRectF(x, middle - square / 2, square, square)), Ink::OnFill, item.team});
        const double width = std::min(widthOf(item.text), m_rect.right() - x - mark);
        addText({x + mark, middle - m_em / 2, width, m_em}, Qt::AlignLeft | Qt::AlignVCenter,
                m_metrics.elidedText(item.text, Qt::ElideRight, width + 1), Ink::Muted);
        x += needed;
    }
}

void FunnelPicture::addText(const QRectF &rect, Qt::Alignment alignment, const QString &text, Ink ink,
                            bool bold)
{
    if (!text.isEmpty())
        m_texts.append({.rect = rect, .alignment = alignment, .text = text, .ink = ink, .bold = bold});
}
