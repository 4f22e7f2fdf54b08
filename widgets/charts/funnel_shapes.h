#pragma once

#include <QPolygonF>

// Small shapes and lengths that the parts of the funnel picture share. Lengths are in heights of the font.
namespace FunnelShapes {

constexpr double padding = 0.6;
constexpr double diamondSize = 0.45; // half its width
constexpr double besideDiamond = 0.15; // for the frame of the focus
constexpr double triangleSize = 0.32; // half its width
constexpr double twoLines = 2.05;
constexpr double laneWidth = 0.7; // of a way back

constexpr double longName = 8; // longer ones need not fit into the narrowest band
constexpr double narrowestBands = 4; // beside names
constexpr double leastBands = 2.5; // where the room is short
constexpr double namedGap = 1.1; // with a handover's name in it

struct Spacing
{
    double head = 0, gap = 0, legendRow = 0;
};
constexpr Spacing roomy{.head = 1.6, .gap = 0.45, .legendRow = 1.5};
constexpr Spacing tight{.head = 1.1, .gap = 0.3, .legendRow = 1.1};

inline QPolygonF diamondAt(const QPointF &centre, double size)
{
    return {{centre + QPointF(-size, 0), centre + QPointF(0, -size), centre + QPointF(size, 0),
             centre + QPointF(0, size)}};
}

inline QPolygonF triangleAt(const QPointF &centre, double size, bool up)
{
    const double tip = up ? -size : size;
    return {{centre + QPointF(-size, -tip), centre + QPointF(size, -tip), centre + QPointF(0, tip)}};
}

// Pointing to the leading edge, with its tip at `tip`.
inline QPolygonF arrowAt(const QPointF &tip, double length)
{
    return {{tip, tip + QPointF(length, -length / 2), tip + QPointF(length, length / 2)}};
}

} // namespace FunnelShapes
