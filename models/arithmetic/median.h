#pragma once

#include "models/arithmetic/fraction.h"

#include <QMap>

// The middle of sorted values, or halfway between the two in the middle, from how often each of them stands
// there. Not valid where there is none.
Fraction medianOf(const QMap<qint64, qint64> &counts);
