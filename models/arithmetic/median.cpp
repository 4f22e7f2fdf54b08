#include "models/arithmetic/median.h"

#include <numeric>

namespace {

qint64 valueAt(const QMap<qint64, qint64> &counts, qint64 index)
{
    for (const auto &[value, count] : counts.asKeyValueRange()) {
        if (index < count)
            return value;
        index -= count;
    }
    return 0;
}

} // namespace

Fraction medianOf(const QMap<qint64, qint64> &counts)
{
    const qint64 all = std::accumulate(counts.begin(), counts.end(), qint64(0));
    if (all == 0)
        return Fraction::invalid();
    return (Fraction(valueAt(counts, (all - 1) / 2)) + Fraction(valueAt(counts, all / 2))) / Fraction(2);
}
