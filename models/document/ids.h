#pragma once

#include <QtGlobal>

// A new row id: positive 63 bits, milliseconds since 1970 above 20 random bits, always greater than
// the last one of this process. Rows made in two copies of a workbook do not collide.
qint64 newId();

// The room left between the positions of two rows that the user can order, for others to come between.
constexpr qint64 positionGap = 1 << 20;
