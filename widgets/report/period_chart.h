#pragma once

#include "models/worksheet/field.h"

#include <QList>
#include <QStringList>

#include <optional>

class QPainter;
class QRectF;

// One figure over periods, as bars or as a line. Painted as vectors on a page of a report; time runs in the
// painter's direction.
struct PeriodChart
{
    struct Point
    {
        QString period;
        std::optional<double> value; // for its height only; none: not known
        QString text; // the figure itself
        std::optional<double> target = {}; // for its height too
        bool running = false; // the period is not over yet: only a part is known, and drawn paler
    };

    QString title;
    QList<Point> points;
    Team team = Team::None;
    QList<double> notes = {}; // where on the time line: 0 is in the middle of the first period

    // Targets are circles, notes diamonds above. All figures above their bars; the first, last and largest
    // where there is no room.
    void paintBars(QPainter &painter, const QRectF &rect) const;
    void paintLine(QPainter &painter, const QRectF &rect) const;
};

// Several, each with a scale of its own, side by side and in rows.
void paintLines(QPainter &painter, const QRectF &rect, const QList<PeriodChart> &charts, int columns);
