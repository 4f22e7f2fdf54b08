#include "widgets/charts/funnel_picture.h"

#include <algorithm>
#include <cmath>

namespace {

// All in heights of the font.
constexpr double bandHeight = 2.5;
constexpr double smallestBandHeight = 1.35;
constexpr double gapHeight = 0.45;
constexpr double headHeight = 1.6;
constexpr double legendRowHeight = 1.5;
constexpr double padding = 0.6;
constexpr double diamondSize = 0.45; // half its width
constexpr double triangleSize = 0.32; // half its width
constexpr double squareSize = 0.7;
constexpr double narrowestFunnel = 14;
constexpr double widestFunnel = 44;
constexpr double twoLines = 2.05;
constexpr double gutterFrame = 2 * diamondSize + 2 * padding;

constexpr double narrowestShare = 0.3; // of the widest band
constexpr double lastTaper = 0.94;

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

QFontMetricsF metricsOf(const QFont &font, const QPaintDevice *device)
{
    return device ? QFontMetricsF(font, device) : QFontMetricsF(font);
}

bool hasHandover(const FunnelBands &funnel)
{
    return std::any_of(funnel.bands.begin(), funnel.bands.end(),
                       [](const FunnelBand &band) { return band.handover; });
}

QPolygonF diamondAt(const QPointF &centre, double size)
{
    return {{centre + QPointF(-size, 0), centre + QPointF(0, -size), centre + QPointF(size, 0),
             centre + QPointF(0, size)}};
}

QPolygonF triangleAt(const QPointF &centre, double size, bool up)
{
    const double tip = up ? -size : size;
    return {{centre + QPointF(-size, -tip), centre + QPointF(size, -tip), centre + QPointF(0, tip)}};
}

double bodyHeight(const FunnelBands &funnel, double band, const QFontMetricsF &metrics)
{
    const double count = static_cast<double>(funnel.bands.size());
    return (count * band + std::max(0.0, count - 1) * gapHeight) * metrics.height();
}

} // namespace

FunnelPicture::FunnelPicture(const FunnelBands &funnel, const QRectF &rect, const QFont &font,
                             const QPaintDevice *device)
    : m_funnel(funnel)
    , m_rect(rect)
    , m_font(font)
    , m_bold(boldOf(font))
    , m_metrics(metricsOf(font, device))
    , m_boldMetrics(metricsOf(m_bold, device))
    , m_em(m_metrics.height())
{
    if (m_funnel.bands.isEmpty())
        return;
    layOutColumns();
    findWidths();
    layOutBands();
    layOutHeads();
    for (int i = 0; i < m_funnel.bands.size(); ++i) {
        layOutBandText(i);
        layOutRates(i);
        if (m_funnel.bands.at(i).handover)
            layOutHandover(i);
    }
    layOutLegend();
    if (m_funnel.direction == Qt::RightToLeft)
        mirror();
}

double FunnelPicture::heightFor(const FunnelBands &funnel, double width, const QFontMetricsF &metrics)
{
    return bodyHeight(funnel, bandHeight, metrics) + frameHeight(funnel, width, metrics);
}

double FunnelPicture::minimumHeightFor(const FunnelBands &funnel, double width, const QFontMetricsF &metrics)
{
    return bodyHeight(funnel, smallestBandHeight, metrics) + frameHeight(funnel, width, metrics);
}

double FunnelPicture::frameHeight(const FunnelBands &funnel, double width, const QFontMetricsF &metrics)
{
    return (headHeight + padding + legendRows(funnel, width, metrics) * legendRowHeight) * metrics.height();
}

double FunnelPicture::widthOf(const QString &text, bool bold) const
{
    return (bold ? m_boldMetrics : m_metrics).horizontalAdvance(text);
}

double FunnelPicture::movementWidth(const FunnelBand::Movement &movement) const
{
    return movement.text.isEmpty() ? 0 : widthOf(movement.text) + (4 * triangleSize + padding) * m_em;
}

void FunnelPicture::layOutColumns()
{
    double terms = 0, rate = 0, moved = 0;
    for (const FunnelBand &band : m_funnel.bands) {
        if (band.handover)
            terms = std::max({terms, widthOf(band.handoverTitle, true), widthOf(band.handoverTerms)});
        rate = std::max(rate, widthOf(band.step + (band.stepAsked ? tr(" ?") : QString())));
        moved = std::max(moved, movementWidth(band.stepChange));
        m_columns.overall = std::max(m_columns.overall, widthOf(band.overall));
        m_columns.change = std::max(m_columns.change, movementWidth(band.change));
    }
    const double pad = 2 * padding * m_em;
    const auto withHead = [&](double width, const QString &head) {
        return width > 0 ? std::max(width, widthOf(head)) + pad : 0;
    };
    m_columns.gutter = hasHandover(m_funnel) ? terms + gutterFrame * m_em : 0;
    m_columns.step = withHead(rate + moved, tr("Step rate"));
    m_columns.overall = withHead(m_columns.overall, tr("From the top"));
    m_columns.change = withHead(m_columns.change, tr("Change"));

    makeRoom();
}

// What can be left out first goes first; all of it stands in the table and the tips as well.
void FunnelPicture::makeRoom()
{
    Columns &c = m_columns;
    const auto rest = [&] { return m_rect.width() - c.gutter - c.step - c.overall - c.change; };
    const double needed = narrowestFunnel * m_em;
    double shortTerms = 0;
    for (const FunnelBand &band : m_funnel.bands)
        if (band.handover)
            shortTerms
                = std::max({shortTerms, widthOf(band.handoverShort, true), widthOf(band.handoverTerms)});
    if (rest() < needed)
        c.gutter
            = std::max(std::min(c.gutter, shortTerms + gutterFrame * m_em), c.gutter - (needed - rest()));
    for (double *column : {&c.change, &c.overall})
        if (rest() < needed)
            *column = 0;
    // Half a word says less than the diamond alone.
    if (rest() < needed)
        c.gutter = std::min(c.gutter, 2 * diamondSize * m_em);
    c.funnel = std::clamp(rest(), m_em, widestFunnel * m_em);
    c.left = m_rect.left() + std::max(0.0, rest() - c.funnel) / 2;
}

void FunnelPicture::findWidths()
{
    double largest = 0, figures = 0;
    double smallest = HUGE_VAL;
    bool zeros = false;
    for (const FunnelBand &band : m_funnel.bands) {
        figures = std::max(figures, widthOf(band.figure));
        if (!band.size)
            continue;
        zeros |= *band.size <= 0;
        largest = std::max(largest, *band.size);
        if (*band.size > 0)
            smallest = std::min(smallest, *band.size);
    }
    const double narrowest
        = std::min(1.0, std::max(narrowestShare, (figures + 2 * padding * m_em) / m_columns.funnel));
    const bool linear = largest <= 0 || smallest / largest >= narrowest;
    m_toScale = linear && !zeros;
    for (const FunnelBand &band : m_funnel.bands) {
        double share = narrowest;
        if (band.size && *band.size > 0)
            share = linear
                ? *band.size / largest
                : 1 - (1 - narrowest) * std::log(largest / *band.size) / std::log(largest / smallest);
        m_widths.append(share * m_columns.funnel);
    }
}

void FunnelPicture::layOutBands()
{
    const int count = static_cast<int>(m_funnel.bands.size());
    const double legend = frameHeight(m_funnel, m_rect.width(), m_metrics) - headHeight * m_em;
    const double room = m_rect.height() - headHeight * m_em - legend;
    m_gap = gapHeight * m_em;
    m_bandHeight = std::max(m_em, (room - (count - 1) * m_gap) / count);
    m_top = m_rect.top() + headHeight * m_em;
    const double centre = m_columns.funnelLeft() + m_columns.funnel / 2;
    for (int i = 0; i < count; ++i) {
        const double top = m_top + i * (m_bandHeight + m_gap);
        const double upper = m_widths.at(i);
        const double lower = i + 1 == count
            ? upper * lastTaper
            : upper + (m_widths.at(i + 1) - upper) * m_bandHeight / (m_bandHeight + m_gap);
        const QPolygonF shape{{QPointF(centre - upper / 2, top), QPointF(centre + upper / 2, top),
                               QPointF(centre + lower / 2, top + m_bandHeight),
                               QPointF(centre - lower / 2, top + m_bandHeight)}};
        m_shapes.append({shape, QRectF(m_rect.left(), top, m_rect.width(), m_bandHeight)});
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

double FunnelPicture::gapAfter(int i) const
{
    return m_shapes.at(i).row.bottom() + m_gap / 2;
}

// Inside the band where name and figure fit; else beside it; else where more of the name can be read.
// The figure is never cut.
void FunnelPicture::layOutBandText(int i)
{
    const FunnelBand &band = m_funnel.bands.at(i);
    const QRectF row = m_shapes.at(i).row;
    const double centre = m_columns.funnelLeft() + m_columns.funnel / 2;
    const bool two = m_bandHeight >= twoLines * m_em;
    const double half = (two ? 1.0 : 0.5) * m_em;
    const double y = row.center().y();
    const double narrow = std::min(widthAt(i, y - half), widthAt(i, y + half));
    const double wide = std::max(widthAt(i, y - half), widthAt(i, y + half));
    const double inside = narrow - padding * m_em;
    const double beside = m_columns.funnel / 2 - wide / 2 - padding * m_em;

    const double figure = widthOf(band.figure);
    const double name = widthOf(band.name, true);
    const double space = padding * m_em;
    const double roomInside = two ? inside : inside - figure - space;
    const double roomBeside = beside - figure - space;
    const bool fits = figure <= inside && (name <= roomInside || roomInside >= roomBeside);
    const Ink ink = fits && band.size ? Ink::OnFill : Ink::Normal;
    const double room = std::max(0.0, fits ? roomInside : roomBeside);
    const QString shown = m_boldMetrics.elidedText(band.name, Qt::ElideRight, room + 1);
    const double shownWidth = std::min(name, widthOf(shown, true));
    const auto add = [&](const QRectF &rect, Qt::Alignment alignment, const QString &text, bool bold) {
        addText(rect, alignment, text, ink, bold);
        m_texts.last().onFill = band.owner;
    };
    if (fits && two) {
        add(QRectF(centre - inside / 2, y - m_em, inside, m_em), Qt::AlignCenter, shown, true);
        add(QRectF(centre - inside / 2, y, inside, m_em), Qt::AlignCenter, band.figure, false);
        return;
    }
    const double left
        = fits ? centre - (shownWidth + space + figure) / 2 : centre + wide / 2 + padding * m_em;
    const QRectF line(left, y - m_em / 2, shownWidth, m_em);
    add(line, Qt::AlignLeft | Qt::AlignVCenter, shown, true);
    add(QRectF(line.right() + (shownWidth > 0 ? space : 0), line.top(), figure, m_em),
        Qt::AlignLeft | Qt::AlignVCenter, band.figure, false);
}

void FunnelPicture::layOutHandover(int i)
{
    const FunnelBand &band = m_funnel.bands.at(i);
    const double y = gapAfter(i);
    const double size = diamondSize * m_em;
    const double left = m_columns.left + size;
    m_lines.append(QLineF(left, y, m_columns.stepLeft(), y));
    m_marks.append({diamondAt({left, y}, size), Ink::Warning, Team::None});
    const double width = m_columns.gutter - 2 * size - padding * m_em;
    if (width < m_em)
        return;
    const double textLeft = left + size + padding * m_em / 2;
    const Qt::Alignment leading = Qt::AlignLeft | Qt::AlignVCenter;
    // Two lines need the height of a band; narrower, they go together above the line.
    const bool two = m_bandHeight + m_gap >= (twoLines + 0.2) * m_em;
    QString title = widthOf(band.handoverTitle, true) <= width ? band.handoverTitle : band.handoverShort;
    if (!two)
        title += QStringLiteral(", ") + band.handoverTerms;
    addText({textLeft, y - 1.1 * m_em, width, m_em}, leading,
            m_boldMetrics.elidedText(title, Qt::ElideRight, width + 1), Ink::Warning, true);
    if (two)
        addText({textLeft, y + 0.1 * m_em, width, m_em}, leading,
                m_metrics.elidedText(band.handoverTerms, Qt::ElideRight, width + 1), Ink::Muted);
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
    if (!band.step.isEmpty()) {
        QRectF step = cell(m_columns.stepLeft(), m_columns.step, gapAfter(i));
        addMovement(step, band.stepChange);
        double moved = 0;
        for (const FunnelBand &other : m_funnel.bands)
            moved = std::max(moved, movementWidth(other.stepChange));
        step.setRight(step.right() - moved);
        addText(step, trailing, band.stepAsked ? band.step + tr(" ?") : band.step,
                band.stepAsked ? Ink::Warning : Ink::Normal);
    }
    const double middle = m_shapes.at(i).row.center().y();
    if (m_columns.overall > 0 && !band.overall.isEmpty())
        addText(cell(m_columns.overallLeft(), m_columns.overall, middle), trailing, band.overall, Ink::Muted);
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
    head(m_columns.stepLeft(), m_columns.step, tr("Step rate"));
    head(m_columns.overallLeft(), m_columns.overall, tr("From the top"));
    head(m_columns.changeLeft(), m_columns.change, tr("Change"));
}

QList<FunnelPicture::LegendItem> FunnelPicture::legendItems(const FunnelBands &funnel, bool toScale)
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
        items.append({tr("Handover"), LegendItem::Sign::Diamond, Team::None});
    if (!funnel.against.isEmpty())
        items.append({.text = tr("Changes are against %1; those of rates in points").arg(funnel.against)});
    items.append({.text = toScale ? tr("Widths are to scale")
                                  : tr("Widths are not to scale, so that small stages can be read")});
    return items;
}

int FunnelPicture::legendRows(const FunnelBands &funnel, double width, const QFontMetricsF &metrics)
{
    int rows = 1;
    double x = 0;
    const double em = metrics.height();
    for (const LegendItem &item : legendItems(funnel, false)) {
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
    for (const LegendItem &item : legendItems(m_funnel, m_toScale)) {
        const double mark = item.sign == LegendItem::Sign::None ? 0 : square + padding * m_em / 2;
        const double needed = widthOf(item.text) + (squareSize + 3 * padding) * m_em;
        if (x > m_rect.left() && x + needed > m_rect.right()) {
            x = m_rect.left();
            y += legendRowHeight * m_em;
        }
        const double middle = y + legendRowHeight * m_em / 2;
        if (item.sign == LegendItem::Sign::Diamond)
            m_marks.append({diamondAt({x + square / 2, middle}, square / 2), Ink::Warning, Team::None});
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
