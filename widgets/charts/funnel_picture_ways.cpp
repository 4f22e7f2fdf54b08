// How FunnelPicture lays out what leads from stage to stage: handovers, and the ways back.

#include "widgets/charts/funnel_picture.h"

#include "widgets/charts/funnel_shapes.h"

#include <algorithm>

using namespace FunnelShapes;

// All handovers are named alike: in the form for which each has the room.
bool FunnelPicture::allTitlesFit(QString FunnelBand::*name, double room) const
{
    return std::all_of(m_funnel.bands.begin(), m_funnel.bands.end(), [&](const FunnelBand &band) {
        return !band.handover || widthOf(band.*name, true) <= room;
    });
}

void FunnelPicture::layOutHandover(int i)
{
    if (m_inGaps)
        return layOutInGap(i);
    const FunnelBand &band = m_funnel.bands.at(i);
    const bool broken = band.handoverState == HandoverHealth::State::Broken;
    const double y = gapAfter(i);
    const double size = diamondSize * m_em;
    const double left = m_columns.left + besideDiamond * m_em + size;
    m_lines.append({QLineF(left + size, y, m_columns.stepLeft(), y), broken ? Ink::Warning : Ink::Muted});
    m_marks.append({diamondAt({left, y}, size), broken ? Ink::Warning : Ink::Muted, Team::None, !broken});
    m_handovers.insert(i, QRectF(m_columns.left, y - 1.1 * m_em, m_columns.gutter, 2.2 * m_em));
    const double width = m_columns.gutter - 2 * size - (besideDiamond + padding) * m_em;
    if (width < m_em)
        return;
    const double textLeft = left + size + padding * m_em / 2;
    const Qt::Alignment leading = Qt::AlignLeft | Qt::AlignVCenter;
    // Two lines need the height of a band, or no handover beside this one; else they go together above the
    // line.
    const auto handsOver = [&](int j) { return j >= 0 && m_funnel.bands.at(j).handover; };
    const bool alone = !handsOver(i - 1) && !handsOver(i + 1);
    const bool two = alone || m_bandHeight + m_gap >= (twoLines + 0.2) * m_em;
    QString title = allTitlesFit(&FunnelBand::handoverTitle, width) ? band.handoverTitle : band.handoverShort;
    const bool wordAlone = !allTitlesFit(&FunnelBand::handoverShort, width + 1);
    const QString both = tr("%1, %2", "handover, what came of it").arg(title);
    if (wordAlone)
        title = band.handoverWord;
    else if (!two)
        title = widthOf(both.arg(band.handoverTerms), true) <= width + 1 ? both.arg(band.handoverTerms)
                                                                         : both.arg(band.handoverWord);
    addText({textLeft, y - 1.1 * m_em, width, m_em}, leading,
            m_boldMetrics.elidedText(title, Qt::ElideRight, width + 1), broken ? Ink::Warning : Ink::Normal,
            true);
    if (two && !wordAlone)
        addText({textLeft, y + 0.1 * m_em, width, m_em}, leading,
                m_metrics.elidedText(band.handoverTerms, Qt::ElideRight, width + 1),
                broken ? Ink::Warning : Ink::Muted);
}

// Between two bands: name and terms on one line, underlined as far as the funnel reaches.
void FunnelPicture::layOutInGap(int i)
{
    const FunnelBand &band = m_funnel.bands.at(i);
    const bool broken = band.handoverState == HandoverHealth::State::Broken;
    const Ink muted = broken ? Ink::Warning : Ink::Muted;
    const double height = gapUnder(i), top = m_shapes.at(i).row.bottom();
    const double size = diamondSize * m_em;
    const double left = m_columns.left + besideDiamond * m_em, line = top + height - m_em / 12;
    const QPointF middle(left + size, top + (height - m_em / 12) / 2);
    m_marks.append({diamondAt(middle, size), muted, Team::None, !broken});
    m_lines.append({QLineF(left, line, m_columns.stepLeft(), line), muted});
    const double textLeft = left + 2 * size + padding * m_em / 2;
    const double width = m_columns.recycleLeft() - textLeft;
    m_handovers.insert(i, QRectF(m_columns.left, top, m_columns.recycleLeft() - m_columns.left, height));
    const double terms = widthOf(band.handoverTerms) + padding * m_em / 2;
    const QString &title
        = widthOf(band.handoverTitle, true) + terms <= width ? band.handoverTitle : band.handoverShort;
    const Qt::Alignment leading = Qt::AlignLeft | Qt::AlignVCenter;
    const double named = std::min(widthOf(title, true), width);
    addText({textLeft, middle.y() - m_em / 2, named, m_em}, leading,
            m_boldMetrics.elidedText(title, Qt::ElideRight, width + 1), broken ? Ink::Warning : Ink::Normal,
            true);
    const double rest = width - named - padding * m_em / 2;
    const QString shown = widthOf(band.handoverTerms) <= rest + 1 ? band.handoverTerms : band.handoverWord;
    if (rest >= 2 * m_em)
        addText({textLeft + named + padding * m_em / 2, middle.y() - m_em / 2, rest, m_em}, leading,
                m_metrics.elidedText(shown, Qt::ElideRight, rest + 1), muted);
}

// The shorter ways lie closer to the funnel. Where one ends and the next begins they may share a lane.
QList<int> FunnelPicture::recycleLanes() const
{
    const int count = static_cast<int>(m_funnel.bands.size());
    QList<int> lanes(count, -1), order;
    for (int i = 0; i < count; ++i)
        if (m_funnel.bands.at(i).recycleTo >= 0 && m_funnel.bands.at(i).recycleTo != i)
            order.append(i);
    const auto length = [this](int i) { return std::abs(i - m_funnel.bands.at(i).recycleTo); };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return length(a) < length(b); });
    const auto touch = [this](int a, int b) {
        const auto [a1, a2] = std::minmax(a, m_funnel.bands.at(a).recycleTo);
        const auto [b1, b2] = std::minmax(b, m_funnel.bands.at(b).recycleTo);
        return a1 < b2 && b1 < a2;
    };
    for (const int i : std::as_const(order)) {
        int lane = 0;
        while (std::any_of(order.begin(), order.end(),
                           [&](int j) { return j != i && lanes.at(j) == lane && touch(i, j); }))
            ++lane;
        lanes[i] = lane;
    }
    return lanes;
}

void FunnelPicture::layOutRecycling()
{
    if (m_columns.recycle <= 0)
        return;
    const double pad = padding * m_em / 2;
    const double arrow = m_em / 4; // half its height
    // Where a way may begin or end: right of the band and of the text beside it.
    const auto edge = [&](int i, double y) {
        const QPolygonF &shape = m_shapes.at(i).shape;
        double right = shape.boundingRect().center().x() + widthAt(i, y) / 2;
        for (const Text &text : m_texts)
            if (text.rect.right() <= m_columns.recycleLeft() + 1 && text.rect.left() > m_columns.funnelLeft()
                && text.rect.top() <= y + arrow && text.rect.bottom() >= y - arrow)
                right = std::max(right, text.rect.right());
        return right + pad;
    };
    const QList<int> lanes = recycleLanes();
    for (int i = 0; i < lanes.size(); ++i) {
        if (lanes.at(i) < 0)
            continue;
        const int to = m_funnel.bands.at(i).recycleTo;
        // They leave above the middle of a band and arrive below it, or the other way round.
        const double shift = (to < i ? 0.22 : -0.22) * m_bandHeight;
        const double y1 = m_shapes.at(i).row.center().y() - shift;
        const double y2 = m_shapes.at(to).row.center().y() + shift;
        const double x = m_columns.recycleLeft() + pad + (lanes.at(i) + 0.5) * laneWidth * m_em;
        const double corner = std::min(m_em / 3, std::abs(y1 - y2) / 2);
        const double turn = y2 < y1 ? -corner : corner;
        const double end = edge(to, y2);
        m_arcs.append({{edge(i, y1), y1},
                       {x - corner, y1},
                       {x, y1 + turn},
                       {x, y2 - turn},
                       {x - corner, y2},
                       {end, y2}});
        m_marks.append({arrowAt({end, y2}, m_em / 2), Ink::Muted});
    }
}

int FunnelPicture::handoverAt(const QPointF &position) const
{
    const double reach = m_gap / 2 + m_em / 5;
    for (auto it = m_handovers.cbegin(); it != m_handovers.cend(); ++it) {
        const bool onLine = std::abs(position.y() - it->center().y()) <= reach && m_rect.contains(position);
        if (onLine || it->contains(position))
            return it.key();
    }
    return -1;
}

int FunnelPicture::nearestGap(double y) const
{
    int nearest = 0;
    for (int i = 0; i + 1 < m_shapes.size(); ++i)
        if (std::abs(gapAfter(i) - y) < std::abs(gapAfter(nearest) - y))
            nearest = i;
    return nearest;
}
