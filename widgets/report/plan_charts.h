#pragma once

#include "models/funnel/pace.h"
#include "models/funnel/simulation.h"

#include <QLocale>

class QPainter;
class QRectF;

// The charts of the page “Targets” on a page of a report, as vectors in the painter's direction.

// Reached and promised, both added up over the periods.
void paintPace(QPainter &painter, const QRectF &rect, const Pace &pace, const QLocale &locale);
// How many runs ended in each range of won value, with the 10-50-90 range and the goal marked below.
void paintSimulation(QPainter &painter, const QRectF &rect, const Simulation &simulation,
                     const QLocale &locale);
