// How FunnelPicture lays out the names and figures of its bands.

#include "widgets/charts/funnel_picture.h"

#include "widgets/charts/funnel_shapes.h"

#include <algorithm>
#include <utility>

using namespace FunnelShapes;

// In a band, and right of it.
FunnelPicture::TextRooms FunnelPicture::textRooms(int i) const
{
    const double half = (isTall() ? 1.0 : 0.5) * m_em;
    const double y = m_shapes.at(i).row.center().y();
    const double pad = padding * m_em;
    const double wide = std::max(widthAt(i, y - half), widthAt(i, y + half));
    const double left = m_columns.centre() + wide / 2 + pad;
    return {.inside = std::min(widthAt(i, y - half), widthAt(i, y + half)) - pad,
            .besideLeft = left,
            .beside = m_columns.recycleLeft() - left};
}

double FunnelPicture::textWidth(int i, bool two) const
{
    const FunnelBand &band = m_funnel.bands.at(i);
    const double figure = widthOf(band.figure), name = widthOf(band.name, true);
    return two ? std::max(name, figure) : name + padding * m_em + figure;
}

// The name in two lines, of which the second has room for the figure too; empty where it has no space at
// which it could be broken.
QPair<QString, QString> FunnelPicture::wrapped(int i, double width) const
{
    const QString &name = m_funnel.bands.at(i).name;
    qsizetype space = name.lastIndexOf(u' ');
    while (space > 0 && widthOf(name.left(space), true) > width)
        space = name.lastIndexOf(u' ', space - 1);
    return space > 0 ? std::pair(name.left(space), name.mid(space + 1)) : std::pair<QString, QString>();
}

// The least with which nothing is shortened.
double FunnelPicture::widthBeside(int i) const
{
    double least = textWidth(i, isTall());
    const QString &name = m_funnel.bands.at(i).name;
    const double figure = padding * m_em + widthOf(m_funnel.bands.at(i).figure);
    for (qsizetype at = name.indexOf(u' '); isTall() && at > 0; at = name.indexOf(u' ', at + 1))
        least = std::min(least,
                         std::max(widthOf(name.left(at), true), widthOf(name.mid(at + 1), true) + figure));
    return least;
}

bool FunnelPicture::namesFit() const
{
    for (int i = 0; i < m_shapes.size(); ++i) {
        const TextRooms rooms = textRooms(i);
        if (textWidth(i, isTall()) > rooms.inside && widthBeside(i) > rooms.beside)
            return false;
    }
    return true;
}

// Where a name fits neither into its band nor beside it, the bands make room on their right, no more than is
// needed: across a band it would hide the colour of its owner. Room that is free anyhow is taken first.
void FunnelPicture::makeRoomForNames()
{
    if (namesFit())
        return;
    const double pad = 2 * padding * m_em;
    double names = 0, figures = 0;
    for (int i = 0; i < m_shapes.size(); ++i) {
        names = std::max(names, widthBeside(i) + pad);
        figures = std::max(figures, widthOf(m_funnel.bands.at(i).figure) + pad);
    }
    const double spare = std::min(names, 2 * (m_columns.left - m_rect.left()));
    m_columns.funnel += spare;
    m_columns.left -= spare / 2;
    const double room = std::max(m_columns.funnel / 2, m_columns.funnel - leastBands * m_em);
    const double most = std::min(names, std::max(figures, room));
    do {
        m_columns.names = std::min(most, m_columns.names + m_em);
        m_widths.clear();
        m_shapes.clear();
        findWidths();
        layOutBands();
    } while (m_columns.names < most && !namesFit());
}

// Inside the band where name and figure fit; else beside it, in two lines if need be. Only a name for which
// there is no room at all is shortened, a figure never.
void FunnelPicture::layOutBandText(int i)
{
    const TextRooms rooms = textRooms(i);
    const double y = m_shapes.at(i).row.center().y();
    const auto room = [&](double left, double width) { return QRectF(left, y - m_em, width, 2 * m_em); };
    if (textWidth(i, isTall()) <= rooms.inside)
        addBandText(i, room(m_columns.centre() - rooms.inside / 2, rooms.inside), Qt::AlignHCenter, isTall(),
                    true);
    else
        addBandText(i, room(rooms.besideLeft, rooms.beside), Qt::AlignLeft,
                    isTall() && textWidth(i, false) > rooms.beside, false);
}

void FunnelPicture::addOnBand(int i, const QRectF &rect, Qt::Alignment side, const QString &text, bool bold,
                              bool onBand)
{
    const FunnelBand &band = m_funnel.bands.at(i);
    addText(rect, side | Qt::AlignVCenter, text, onBand && band.size ? Ink::OnFill : Ink::Normal, bold);
    m_texts.last().onFill = band.owner;
}

// What differs in names is often their end: they are shortened in their middle.
void FunnelPicture::addBandText(int i, const QRectF &room, Qt::Alignment side, bool two, bool onBand)
{
    const FunnelBand &band = m_funnel.bands.at(i);
    const double pad = padding * m_em;
    QString name = band.name;
    double top = room.center().y() - m_em / 2;
    if (two) {
        auto [first, rest] = wrapped(i, room.width());
        const bool wraps = widthOf(name, true) > room.width() && !first.isEmpty();
        const QString line
            = m_boldMetrics.elidedText(wraps ? first : name, Qt::ElideMiddle, room.width() + 1);
        addOnBand(i, {room.left(), room.top(), room.width(), m_em}, side, line, true, onBand);
        name = wraps ? rest : QString();
        top = room.top() + m_em;
    }
    const double figure = std::min(widthOf(band.figure), room.width());
    const double most = std::max(0.0, room.width() - figure - pad);
    const QString shown = m_boldMetrics.elidedText(name, Qt::ElideMiddle, most + 1);
    const double width = std::min(most, widthOf(shown, true));
    const double gap = width > 0 ? pad : 0;
    const double left = side == Qt::AlignLeft ? room.left() : room.center().x() - (width + gap + figure) / 2;
    if (width > 0)
        addOnBand(i, {left, top, width, m_em}, side, shown, true, onBand);
    addOnBand(i, {left + width + gap, top, figure, m_em}, side, band.figure, false, onBand);
}
