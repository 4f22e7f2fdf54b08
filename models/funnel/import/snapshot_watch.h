#pragma once

#include "models/funnel/import/hash_index.h"

#include <QDate>
#include <QString>

#include <algorithm>

// Of ids that stand in rows of several days, the latest one. Hashes only, likewise.
class SnapshotWatch
{
public:
    enum class Day { First, Same, Later, Earlier };

    Day see(const QString &key, QDate on)
    {
        const int day = on.isValid() ? static_cast<int>(on.toJulianDay()) : 0; // the earliest of all
        int &latest = m_latest.find(qHash(key, seed), [](int) { return true; });
        const Day seen = latest == HashIndex::none ? Day::First
            : day == latest                        ? Day::Same
            : day < latest                         ? Day::Earlier
                                                   : Day::Later;
        latest = std::max(latest, day);
        return seen;
    }

private:
    static constexpr size_t seed = 0xda7e;
    HashIndex m_latest; // Julian days
};
