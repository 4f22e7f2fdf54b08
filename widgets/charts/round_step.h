#pragma once

#include <QtGlobal>

#include <limits>

// At least as much, and what an axis is read by: 1, 2 or 5 with noughts.
inline qint64 roundStep(qint64 least)
{
    for (qint64 power = 1; power <= std::numeric_limits<qint64>::max() / 10; power *= 10)
        for (const qint64 step : {power, 2 * power, 5 * power})
            if (step >= least)
                return step;
    return least;
}
