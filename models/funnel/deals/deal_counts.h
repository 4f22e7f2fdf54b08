#pragma once

#include "models/funnel/deals/chance_totals.h"
#include "models/funnel/deals/day_totals.h"

#include <QByteArray>
#include <QHash>

#include <functional>
#include <vector>

// The rows of a CRM added up by day: all that a summary of any grain needs, in a few thousand sums however
// many rows there are. What was added can be taken out again, to the last unit.
class DealCounts
{
public:
    // Says which stage of the present funnel is meant by what add() was given; -1 where there is none.
    using IndexOf = std::function<int(qint64)>;

    // `stage` names the furthest stage, in whatever way IndexOf understands; `times` is -1 to take out what
    // was added. Deals with a history and further deals of leads are added up in the present order of the
    // stages: see dependsOnOrder().
    void add(const Deal &deal, qint64 stage, int times = 1);
    void add(const DealCounts &others);
    bool isEmpty() const; // no row is left
    qsizetype size() const; // sums, for the memory that they need

    // The first stage that any row is known to have been at; `stageCount` where there is none. What came
    // before it is in another system, if anywhere: that rows have come further does not say that they passed
    // there.
    int firstStage(int stageCount, const IndexOf &indexOf) const;

    // The last of `stageCount` stages is won; a row that is not won has come to the one before at most.
    // Nothing is counted in a stage before `first`: for a part of the rows that of all of them, else its own.
    DealSummary summary(int stageCount, Grain grain, const IndexOf &indexOf,
                        std::optional<int> first = {}) const;
    // All at any time, by the furthest stage; the last is of those that are at none.
    QList<DealTotals> openByStage(int stageCount, const IndexOf &indexOf) const;
    // Of these, the ones that tell their own chance to be won.
    QList<ChanceTotals> chancesByStage(int stageCount, const IndexOf &indexOf) const;
    qint64 rows() const;
    const DealTotals &further() const { return m_further; } // of the rows, deals of leads that others count
    const DayTotals &wonByClose() const { return m_won; }
    const DayTotals &lostByClose() const { return m_lost; }
    const DealTotals &lostLeads() const { return m_lostLeads; } // not among those
    const QHash<QString, DealTotals> &openByCrmStage() const { return m_open; }

    // Whether any deal has a history, or is a further one of a lead. The counts then hold only as long as the
    // stages keep their order.
    bool dependsOnOrder() const;

    // For keeping them in a file. Empty where a sum has become too large to be kept.
    QByteArray toBytes() const;
    static std::optional<DealCounts> fromBytes(const QByteArray &bytes); // nothing where not understood

private:
    // Rows by the day they were created on.
    struct Entered
    {
        qint64 stage = 0; // the furthest they have come to
        Deal::State state = Deal::State::Open;
        bool hasHistory = false; // then their events are counted apart
        int countsFrom = 0; // as of the deals
        DayTotals days = {};
    };
    class Sums; // a summary in the making
    DayTotals &entered(const Deal &deal, qint64 stage);
    DayTotals &entered(const Entered &like);
    static int indexAt(const Entered &some, int stageCount, const IndexOf &indexOf);
    void addEvents(const Deal &deal, int times);
    void addCycle(const Deal &deal, int times);
    bool isTooLarge() const;
    bool hasPlausibleCycles() const; // of a file that may be damaged

    std::vector<Entered> m_entered; // a few: one for each stage and state
    std::vector<DayTotals> m_events; // by index of a stage before won: rows with a history that reached it
    QHash<int, qint64> m_named; // by index of a stage: rows whose history names it
    DayTotals m_won, m_lost; // by the day they were closed on
    QHash<QString, DealTotals> m_open; // by the CRM's stage
    QHash<qint64, ChanceTotals> m_chances; // by stage: open rows that tell theirs
    QHash<qint64, qint64> m_cycles; // days from created to closed, and how many won rows took them
    qint64 m_closedBeforeCreated = 0;
    DealTotals m_further;
    DealTotals m_lostLeads;
};
