#include "models/funnel/deals/deal_counts.h"

#include "models/arithmetic/median.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace {

constexpr quint32 format = 8;
constexpr quint32 formatBefore = 7; // took leads that were lost for lost deals, as the rows then said
// In a file; their product can still be worked out. More is damage.
constexpr qint64 mostCycleDays = qint64(1) << 22; // ten thousand years
constexpr int mostStages = 1000;

qint64 dayOf(QDate date)
{
    return date.isValid() ? date.toJulianDay() : noDay;
}

// Of days, from how many rows took how many.
Fraction meanOf(const QMap<qint64, qint64> &counts)
{
    qint64 sum = 0,
           rows = 0; // days between valid dates and numbers of rows cannot come near 64 bits together
    for (const auto &[days, count] : counts.asKeyValueRange()) {
        sum += days * count;
        rows += count;
    }
    return Fraction::of(sum, rows);
}

qint64 rowsOf(const DayTotals &days)
{
    qint64 rows = 0;
    days.forEach([&rows](qint64, const DealTotals &totals) { rows += totals.count; });
    return rows;
}

bool anyCounted(const QList<DealTotals> &stages)
{
    return std::any_of(stages.begin(), stages.end(), [](const DealTotals &t) { return t.count > 0; });
}

// From rows by furthest stage to rows in every stage up to it, from the first that any row names.
QList<DealTotals> cumulated(QList<DealTotals> reached, int first)
{
    for (qsizetype stage = reached.size() - 2; stage >= first; --stage)
        reached[stage].add(reached.at(stage + 1));
    return reached;
}

// Rows of further deals in every stage from the one in which they count up to the one they reached.
void addBetween(int from, int reached, const DealTotals &totals, QList<DealTotals> &stages)
{
    for (int stage = from; stage <= reached; ++stage)
        stages[stage].add(totals);
}

QList<DealTotals> sumOf(QList<DealTotals> stages, const QList<DealTotals> &others)
{
    for (qsizetype stage = 0; stage < stages.size(); ++stage)
        stages[stage].add(others.at(stage));
    return stages;
}

// Rows of one period.
struct Slot
{
    DealTotals won, lost; // closed in it
    QList<DealTotals> further; // created in it, without a history, of leads that others count: by stage
    QList<DealTotals> furtherWithHistory; // created in it
    QList<DealTotals> reached; // created in it, without a history, by furthest stage
    QList<DealTotals> reachedWithHistory; // created in it
    QList<DealTotals> events; // with a history, came to the stage in it

    explicit Slot(int stageCount)
        : further(stageCount)
        , furtherWithHistory(stageCount)
        , reached(stageCount)
        , reachedWithHistory(stageCount)
        , events(stageCount)
    {
    }

    void add(const Slot &part)
    {
        won.add(part.won);
        lost.add(part.lost);
        for (auto list : {&Slot::further, &Slot::furtherWithHistory, &Slot::reached,
                          &Slot::reachedWithHistory, &Slot::events})
            this->*list = sumOf(this->*list, part.*list);
    }
};

// Finds the period of a day: there are far fewer periods than days.
class Slots
{
public:
    Slots(int stageCount, int first, Grain grain)
        : m_stageCount(stageCount)
        , m_first(first)
        , m_grain(grain)
    {
    }

    Slot &of(qint64 day)
    {
        const Period period = Period::containing(QDate::fromJulianDay(day), m_grain);
        auto found = m_slots.find(period);
        if (found == m_slots.end())
            found = m_slots.insert(period, Slot(m_stageCount));
        return *found;
    }

    // Longer periods, each of several of these.
    Slots wholes(Grain grain) const
    {
        Slots wholes(m_stageCount, m_first, grain);
        for (const auto &[period, slot] : m_slots.asKeyValueRange())
            wholes.of(period.start.toJulianDay()).add(slot);
        return wholes;
    }

    void writeClosedTo(DealSummary &summary) const
    {
        for (const auto &[period, slot] : m_slots.asKeyValueRange()) {
            if (slot.won.count > 0)
                summary.wonByClose.insert(period, slot.won);
            if (slot.lost.count > 0)
                summary.lostByClose.insert(period, slot.lost);
        }
    }

    void writeStagesTo(DealSummary &summary) const
    {
        for (const auto &[period, slot] : m_slots.asKeyValueRange()) {
            QList<DealTotals> stages = sumOf(cumulated(slot.reached, m_first), slot.further);
            const QList<DealTotals> entered
                = sumOf(sumOf(stages, cumulated(slot.reachedWithHistory, m_first)), slot.furtherWithHistory);
            if (anyCounted(entered))
                summary.byEntry.insert(period, entered);
            stages = sumOf(stages, slot.events);
            if (m_stageCount > 0)
                stages.last() = slot.won;
            if (m_stageCount > 0 && summary.wonWithoutClosed > 0 && slot.won.count == 0)
                stages.removeLast();
            if (anyCounted(stages))
                summary.byEvent.insert(period, stages);
        }
    }

private:
    int m_stageCount, m_first;
    Grain m_grain;
    QMap<Period, Slot> m_slots;
};

void addClosed(const DayTotals &days, DealTotals &all, Slots &periods, DealTotals Slot::*closed)
{
    days.forEach([&](qint64 day, const DealTotals &totals) {
        all.add(totals);
        if (day != noDay)
            (periods.of(day).*closed).add(totals);
    });
}

} // namespace

class DealCounts::Sums
{
public:
    Sums(int stageCount, int first, Grain grain)
        : m_stageCount(stageCount)
        , m_first(first)
        , m_grain(grain)
        , m_periods(stageCount, first, std::min(grain, Grain::Month)) // of which longer ones are made
        , m_reached(stageCount)
        , m_further(stageCount)
    {
    }

    // `stage` is the furthest they have come to; -1: none of these.
    void addEntered(const Entered &some, int stage)
    {
        const int from = std::max(some.countsFrom, m_first);
        some.days.forEach([&](qint64 day, const DealTotals &totals) {
            m_summary.rows += totals.count;
            m_summary.withoutCreated += day == noDay ? totals.count : 0;
            m_summary.withoutStage += stage < 0 ? totals.count : 0;
            if (stage < 0)
                return;
            if (some.countsFrom > 0)
                addBetween(from, stage, totals, m_further);
            else
                m_reached[stage].add(totals);
            if (day == noDay)
                return;
            Slot &slot = m_periods.of(day);
            if (some.countsFrom > 0)
                addBetween(from, stage, totals, some.hasHistory ? slot.furtherWithHistory : slot.further);
            else
                (some.hasHistory ? slot.reachedWithHistory : slot.reached)[stage].add(totals);
        });
    }

    void addEvents(const std::vector<DayTotals> &events)
    {
        const auto count = std::min<qsizetype>(std::ssize(events), m_stageCount - 1);
        for (qsizetype stage = m_first; stage < count; ++stage)
            events[static_cast<size_t>(stage)].forEach([&](qint64 day, const DealTotals &totals) {
                if (day != noDay)
                    m_periods.of(day).events[stage].add(totals);
            });
    }

    void addClosed(const DayTotals &won, const DayTotals &lost)
    {
        ::addClosed(won, m_summary.won, m_periods, &Slot::won);
        ::addClosed(lost, m_summary.lost, m_periods, &Slot::lost);
        m_summary.wonWithoutClosed = won.at(noDay).count;
    }

    void addOpen(const QHash<QString, DealTotals> &open)
    {
        for (const auto &[crmStage, totals] : open.asKeyValueRange()) {
            m_summary.open.add(totals);
            if (totals.count > 0)
                m_summary.openByCrmStage.insert(crmStage, totals.count);
        }
    }

    // Once all of it was added.
    DealSummary summary() const
    {
        DealSummary summary = m_summary;
        Slots periods = m_periods;
        periods.writeStagesTo(summary);
        for (const Grain whole : {Grain::Quarter, Grain::Year})
            if (whole <= m_grain) {
                periods = periods.wholes(whole);
                periods.writeStagesTo(summary);
            }
        periods.writeClosedTo(summary);
        summary.stages = sumOf(cumulated(m_reached, m_first), m_further);
        return summary;
    }

private:
    int m_stageCount, m_first; // nothing is counted in a stage before the first
    Grain m_grain;
    Slots m_periods;
    QList<DealTotals> m_reached, m_further;
    DealSummary m_summary;
};

DayTotals &DealCounts::entered(const Entered &like)
{
    for (Entered &some : m_entered)
        if (some.stage == like.stage && some.state == like.state && some.hasHistory == like.hasHistory
            && some.countsFrom == like.countsFrom)
            return some.days;
    return m_entered.emplace_back(Entered{like.stage, like.state, like.hasHistory, like.countsFrom}).days;
}

DayTotals &DealCounts::entered(const Deal &deal, qint64 stage)
{
    return entered(Entered{stage, deal.state, !deal.entered.isEmpty(), deal.countsFrom});
}

void DealCounts::add(const Deal &deal, qint64 stage, int times)
{
    entered(deal, stage).add(dayOf(deal.created), deal, times);
    if (!deal.entered.isEmpty())
        addEvents(deal, times);
    if (deal.isFurther())
        m_further.add(deal, times);
    if (deal.state == Deal::State::Open) {
        m_open[deal.crmStage].add(deal, times);
        if (deal.chance)
            m_chances[stage].add(deal, times);
        return;
    }
    if (deal.isLostLead)
        m_lostLeads.add(deal, times);
    else
        (deal.state == Deal::State::Won ? m_won : m_lost).add(dayOf(deal.closed), deal, times);
    if (deal.created.isValid() && deal.closed.isValid())
        addCycle(deal, times);
}

void DealCounts::add(const DealCounts &others)
{
    for (const Entered &other : others.m_entered)
        entered(other).add(other.days);
    m_events.resize(std::max(m_events.size(), others.m_events.size()));
    for (size_t stage = 0; stage < others.m_events.size(); ++stage)
        m_events[stage].add(others.m_events[stage]);
    m_won.add(others.m_won);
    m_lost.add(others.m_lost);
    for (const auto &[stage, rows] : others.m_named.asKeyValueRange())
        m_named[stage] += rows;
    for (const auto &[crmStage, totals] : others.m_open.asKeyValueRange())
        m_open[crmStage].add(totals);
    for (const auto &[stage, totals] : others.m_chances.asKeyValueRange())
        m_chances[stage].add(totals);
    for (const auto &[days, count] : others.m_cycles.asKeyValueRange())
        m_cycles[days] += count;
    m_closedBeforeCreated += others.m_closedBeforeCreated;
    m_further.add(others.m_further);
    m_lostLeads.add(others.m_lostLeads);
}

bool DealCounts::isEmpty() const
{
    return rows() == 0;
}

qint64 DealCounts::rows() const
{
    qint64 rows = 0;
    for (const Entered &some : m_entered)
        rows += rowsOf(some.days);
    return rows;
}

qsizetype DealCounts::size() const
{
    qsizetype size = m_won.size() + m_lost.size() + m_open.size();
    for (const Entered &some : m_entered)
        size += some.days.size();
    for (const DayTotals &days : m_events)
        size += days.size();
    return size;
}

void DealCounts::addEvents(const Deal &deal, int times)
{
    const auto beyond
        = static_cast<size_t>(std::max(deal.state == Deal::State::Won ? deal.stage : deal.stage + 1, 0));
    // One more than there are stages before it: that the deal has a history shows where it came to none too.
    m_events.resize(std::max(m_events.size(), std::max<size_t>(beyond, 1)));
    for (auto stage = static_cast<size_t>(deal.countsFrom); stage < beyond; ++stage)
        m_events[stage].add(dayOf(deal.reachedOn(static_cast<int>(stage))), deal, times);
    for (const StageEntry &entry : deal.entered)
        m_named[entry.stage] += times;
}

void DealCounts::addCycle(const Deal &deal, int times)
{
    if (deal.closed < deal.created)
        m_closedBeforeCreated += times;
    else if (deal.state == Deal::State::Won)
        m_cycles[deal.closed.toJulianDay() - deal.created.toJulianDay()] += times;
}

QList<DealTotals> DealCounts::openByStage(int stageCount, const IndexOf &indexOf) const
{
    QList<DealTotals> open(stageCount + 1);
    for (const Entered &some : m_entered) {
        if (some.state != Deal::State::Open)
            continue;
        const int stage = std::min(indexOf(some.stage), stageCount - 2);
        some.days.forEach(
            [&](qint64, const DealTotals &totals) { open[stage < 0 ? stageCount : stage].add(totals); });
    }
    return open;
}

QList<ChanceTotals> DealCounts::chancesByStage(int stageCount, const IndexOf &indexOf) const
{
    QList<ChanceTotals> chances(stageCount + 1);
    for (const auto &[stage, totals] : m_chances.asKeyValueRange()) {
        const int index = std::min(indexOf(stage), stageCount - 2);
        chances[index < 0 ? stageCount : index].add(totals);
    }
    return chances;
}

bool DealCounts::dependsOnOrder() const
{
    return !m_events.empty() || m_further.count > 0;
}

int DealCounts::indexAt(const Entered &some, int stageCount, const IndexOf &indexOf)
{
    return some.state == Deal::State::Won ? stageCount - 1 : std::min(indexOf(some.stage), stageCount - 2);
}

int DealCounts::firstStage(int stageCount, const IndexOf &indexOf) const
{
    int first = stageCount;
    for (const Entered &some : m_entered) {
        const int stage = indexAt(some, stageCount, indexOf);
        if (stage >= 0 && stage < first && rowsOf(some.days) > 0)
            first = stage;
    }
    for (const auto &[stage, rows] : m_named.asKeyValueRange())
        if (rows > 0)
            first = std::min(first, stage);
    return first;
}

DealSummary DealCounts::summary(int stageCount, Grain grain, const IndexOf &indexOf,
                                std::optional<int> first) const
{
    Sums sums(stageCount, first ? *first : firstStage(stageCount, indexOf), grain);
    for (const Entered &some : m_entered)
        sums.addEntered(some, indexAt(some, stageCount, indexOf));
    sums.addEvents(m_events);
    sums.addClosed(m_won, m_lost);
    sums.addOpen(m_open);
    DealSummary summary = sums.summary();
    summary.further = m_further.count;
    summary.lostLeads = m_lostLeads;
    summary.closedBeforeCreated = m_closedBeforeCreated;
    QMap<qint64, qint64> cycles;
    for (const auto &[days, count] : m_cycles.asKeyValueRange())
        cycles.insert(days, count);
    summary.meanCycleDays = meanOf(cycles);
    summary.medianCycleDays = medianOf(cycles);
    return summary;
}

bool DealCounts::isTooLarge() const
{
    return m_won.isTooLarge() || m_lost.isTooLarge() || m_further.value.isTooLarge()
        || m_lostLeads.value.isTooLarge()
        || std::any_of(m_open.begin(), m_open.end(),
                       [](const DealTotals &totals) { return totals.value.isTooLarge(); })
        || std::any_of(m_chances.begin(), m_chances.end(),
                       [](const ChanceTotals &totals) { return totals.isTooLarge(); })
        || std::any_of(m_entered.begin(), m_entered.end(),
                       [](const Entered &some) { return some.days.isTooLarge(); })
        || std::any_of(m_events.begin(), m_events.end(),
                       [](const DayTotals &days) { return days.isTooLarge(); });
}

QByteArray DealCounts::toBytes() const
{
    if (isTooLarge())
        return {};
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << format << quint32(m_entered.size());
    for (const Entered &some : m_entered)
        stream << some.stage << some.state << some.hasHistory << some.countsFrom << some.days;
    stream << quint32(m_events.size());
    for (const DayTotals &days : m_events)
        stream << days;
    stream << m_named << m_won << m_lost << m_open << m_cycles << m_closedBeforeCreated << m_further
           << m_chances << m_lostLeads;
    return bytes;
}

std::optional<DealCounts> DealCounts::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 written = 0, kinds = 0, stages = 0;
    stream >> written >> kinds;
    if (written != format && written != formatBefore)
        return {};
    DealCounts counts;
    for (quint32 i = 0; i < kinds && stream.status() == QDataStream::Ok; ++i) {
        Entered some;
        stream >> some.stage >> some.state >> some.hasHistory >> some.countsFrom >> some.days;
        if (some.countsFrom < 0 || some.countsFrom > mostStages)
            return {};
        counts.m_entered.push_back(std::move(some));
    }
    stream >> stages;
    for (quint32 i = 0; i < stages && stream.status() == QDataStream::Ok; ++i)
        stream >> counts.m_events.emplace_back();
    stream >> counts.m_named >> counts.m_won >> counts.m_lost >> counts.m_open >> counts.m_cycles
        >> counts.m_closedBeforeCreated >> counts.m_further >> counts.m_chances;
    if (written == format)
        stream >> counts.m_lostLeads;
    if (stream.status() != QDataStream::Ok || !stream.atEnd() || !counts.hasPlausibleCycles())
        return {};
    return counts;
}

bool DealCounts::hasPlausibleCycles() const
{
    qint64 rows = 0;
    for (const auto &[days, count] : m_cycles.asKeyValueRange()) {
        if (days < 0 || days > mostCycleDays || count < 0 || count > mostRows - rows)
            return false;
        rows += count;
    }
    return true;
}
