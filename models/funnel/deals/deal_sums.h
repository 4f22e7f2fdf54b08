#pragma once

#include "models/funnel/deals/deal_counts.h"

#include <vector>

// Rows added up by one thing that they name, a region, a product or a source. Names that differ only in upper
// and lower case are one; rows that name nothing are one part too, without a name.
class DealParts
{
public:
    struct Part
    {
        QString name; // as first met
        DealCounts counts = {};
    };

    // Memory and file have room for so many; of more only the whole is known.
    static constexpr size_t mostParts = 1000;
    static constexpr qsizetype mostSums = 250'000;
    enum class Room { Limited, Any };
    explicit DealParts(Room room = Room::Limited)
        : m_room(room)
    {
    }

    void add(const QString &name, const Deal &deal, qint64 stage, int times);
    void add(const QString &name, const DealCounts &counts);
    void add(const DealParts &others);
    void giveUp(); // too many
    bool isTooMany() const;
    bool isEmpty() const { return m_parts.empty() && !m_tooMany; } // nothing was added
    DealCounts whole() const; // all together
    static DealParts tooMany(DealCounts whole);
    const std::vector<Part> &parts() const { return m_parts; } // in the order in which they were met

    static QString keyOf(const QString &name); // the same for names that are one; empty: names nothing

private:
    DealCounts &countsOf(const QString &name);
    size_t indexOf(const QString &name);
    void lookAtSums();

    std::vector<Part> m_parts;
    QHash<QString, size_t> m_indexes; // by each spelling and each key, so that few names are folded
    std::vector<std::pair<QString, size_t>> m_shared; // the first spellings, which are held here to be known
    static constexpr size_t mostShared = 16;
    DealCounts m_whole; // of those too many
    Room m_room;
    qint64 m_added = 0;
    bool m_tooMany = false;
};

// By the Julian day on which won rows were closed and the days they took since they were created: how many.
using CycleCounts = QHash<std::pair<qint32, qint32>, qint32>;

// What the rows of a CRM add up to: all of them, and each part that the funnel can be cut into. What no row
// names is not added up by, as that would be the whole once more.
class DealSums
{
public:
    DealSums() = default;
    DealSums(DealCounts all, CycleCounts cycles); // of which no parts are known yet

    DealCounts all() const;
    const CycleCounts &cycles() const { return m_cycles; }
    const DealParts &parts(DealsBy by) const { return m_parts[indexOf(by)]; } // empty: no row names any
    void setParts(DealsBy by, DealParts parts) { m_parts[indexOf(by)] = std::move(parts); } // of all rows
    // As DealCounts::add().
    void add(const Deal &deal, qint64 stage, int times = 1);
    void add(const DealSums &others);

private:
    static size_t indexOf(DealsBy by) { return static_cast<size_t>(by); }
    const DealParts *anyParts() const; // each row is in one of them, or in that of no name
    void begin(DealsBy by); // of those that are there already, none names one

    std::array<DealParts, allDealsBy.size()> m_parts;
    DealCounts m_whole; // as long as there are no parts
    CycleCounts m_cycles;
};
