#pragma once

#include "models/funnel/deals.h"

#include <QByteArray>

#include <functional>
#include <limits>

// The rows of a CRM added up by day: all that a summary of any grain needs, in a few thousand sums however
// many rows there are. What was added can be taken out again, to the last unit.
class DealCounts
{
public:
    // `stage` names the furthest stage, in whatever way indexOf of summary() understands; `times` is -1 to
    // take out what was added. Deals with a history are added up in the present order of the stages: see
    // hasHistory().
    void add(const Deal &deal, qint64 stage, int times = 1);
    void add(const DealCounts &others);
    bool isEmpty() const; // no row is left

    // The last of `stageCount` stages is won; a row that is not won has come to the one before at most.
    DealSummary summary(int stageCount, Grain grain, const std::function<int(qint64)> &indexOf) const;

    // Whether any deal has a history. The counts then hold only as long as the stages keep their order.
    bool hasHistory() const { return !m_events.isEmpty(); }

    // For keeping them in a file. Empty where a sum has become too large to be kept.
    QByteArray toBytes() const;
    static std::optional<DealCounts> fromBytes(const QByteArray &bytes); // nothing where not understood

    // Of rows created on one day, by the furthest stage they have come to.
    struct Entry
    {
        qint64 stage = 0;
        qint64 day = noDay;
        bool won = false;
        bool hasHistory = false; // then its events are counted apart
        bool operator==(const Entry &) const = default;
    };
    // Of rows with a history that reached a stage before won on one day.
    struct Event
    {
        int stage = 0; // index
        qint64 day = noDay;
        bool operator==(const Event &) const = default;
    };
    // Of rows won or lost on one day.
    struct Close
    {
        qint64 day = noDay;
        bool won = false;
        bool operator==(const Close &) const = default;
    };
    static constexpr qint64 noDay = std::numeric_limits<qint64>::min(); // else a Julian day

private:
    void addEvents(const Deal &deal, int times);
    void addCycle(const Deal &deal, int times);

    QHash<Entry, DealTotals> m_entered;
    QHash<Event, DealTotals> m_events;
    QHash<Close, DealTotals> m_closed;
    QHash<QString, DealTotals> m_open; // by the CRM's stage
    QHash<qint64, qint64> m_cycles; // days from created to closed, and how many won rows took them
    qint64 m_closedBeforeCreated = 0;
};

size_t qHash(const DealCounts::Entry &entry, size_t seed = 0);
size_t qHash(const DealCounts::Event &event, size_t seed = 0);
size_t qHash(const DealCounts::Close &close, size_t seed = 0);
