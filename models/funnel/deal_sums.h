#pragma once

#include "models/funnel/deal_counts.h"

#include <vector>

// What the rows can be taken apart by.
enum class DealsBy { Segment, Source };

// Rows added up by one thing that they name, a region or a source. Names that differ only in upper and lower
// case are one; rows that name nothing are one part too, without a name.
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

// What the rows of a CRM add up to: all of them, and each part that the funnel can be cut into.
struct DealSums
{
    DealParts segments = DealParts(), sources = DealParts();
    CycleCounts cycles = {};

    DealCounts all() const { return segments.whole(); } // each row is in one segment, or in that of no name
    const DealParts &parts(DealsBy by) const { return by == DealsBy::Segment ? segments : sources; }
    // As DealCounts::add().
    void add(const Deal &deal, qint64 stage, int times = 1);
    void add(const DealSums &others);
};
