#include "models/funnel/deal_counts.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <map>

namespace {

constexpr quint32 format = 2;
constexpr qint64 mostRows = qint64(1) << 40; // more in a file is damage

qint64 dayOf(QDate date)
{
    return date.isValid() ? date.toJulianDay() : DealCounts::noDay;
}

// Mean and median of days, from how many rows took how many.
Fraction meanOf(const std::map<qint64, qint64> &counts, qint64 rows)
{
    qint64 sum = 0; // days between valid dates and numbers of rows cannot come near 64 bits together
    for (const auto &[days, count] : counts)
        sum += days * count;
    return Fraction::of(sum, rows);
}

qint64 daysOfRow(const std::map<qint64, qint64> &counts, qint64 row)
{
    for (const auto &[days, count] : counts) {
        if (row < count)
            return days;
        row -= count;
    }
    return 0;
}

Fraction medianOf(const std::map<qint64, qint64> &counts, qint64 rows)
{
    if (rows == 0)
        return Fraction::invalid();
    return Fraction::of(daysOfRow(counts, (rows - 1) / 2) + daysOfRow(counts, rows / 2), 2);
}

bool anyCounted(const QList<DealTotals> &stages)
{
    return std::any_of(stages.begin(), stages.end(), [](const DealTotals &t) { return t.count > 0; });
}

// From rows by furthest stage to rows in every stage up to it.
QList<DealTotals> cumulated(QList<DealTotals> reached)
{
    for (qsizetype stage = reached.size() - 2; stage >= 0; --stage)
        reached[stage].add(reached.at(stage + 1));
    return reached;
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
    QList<DealTotals> reached; // created in it, without a history, by furthest stage
    QList<DealTotals> reachedWithHistory; // created in it
    QList<DealTotals> events; // with a history, came to the stage in it
};

// Finds the period of a day: there are far fewer periods than days.
class Slots
{
public:
    Slots(int stageCount, Grain grain)
        : m_stageCount(stageCount)
        , m_grain(grain)
    {
    }

    Slot &of(qint64 day)
    {
        const Period period = Period::containing(QDate::fromJulianDay(day), m_grain);
        auto found = m_slots.find(period);
        if (found == m_slots.end()) {
            const QList<DealTotals> none(m_stageCount);
            found = m_slots.insert(period, {{}, {}, none, none, none});
        }
        return *found;
    }

    void writeTo(DealSummary &summary) const
    {
        for (const auto &[period, slot] : m_slots.asKeyValueRange()) {
            if (slot.won.count > 0)
                summary.wonByClose.insert(period, slot.won);
            if (slot.lost.count > 0)
                summary.lostByClose.insert(period, slot.lost);
            QList<DealTotals> stages = cumulated(slot.reached);
            const QList<DealTotals> entered = sumOf(stages, cumulated(slot.reachedWithHistory));
            if (anyCounted(entered))
                summary.byEntry.insert(period, entered);
            stages = sumOf(stages, slot.events);
            if (m_stageCount > 0)
                stages.last() = slot.won;
            if (anyCounted(stages))
                summary.byEvent.insert(period, stages);
        }
    }

private:
    int m_stageCount;
    Grain m_grain;
    QMap<Period, Slot> m_slots;
};

} // namespace

size_t qHash(const DealCounts::Entry &entry, size_t seed)
{
    return qHashMulti(seed, entry.stage, entry.day, entry.won, entry.hasHistory);
}

size_t qHash(const DealCounts::Event &event, size_t seed)
{
    return qHashMulti(seed, event.stage, event.day);
}

size_t qHash(const DealCounts::Close &close, size_t seed)
{
    return qHashMulti(seed, close.day, close.won);
}

QDataStream &operator<<(QDataStream &stream, const DealCounts::Entry &entry)
{
    return stream << entry.stage << entry.day << entry.won << entry.hasHistory;
}

QDataStream &operator>>(QDataStream &stream, DealCounts::Entry &entry)
{
    return stream >> entry.stage >> entry.day >> entry.won >> entry.hasHistory;
}

QDataStream &operator<<(QDataStream &stream, const DealCounts::Event &event)
{
    return stream << event.stage << event.day;
}

QDataStream &operator>>(QDataStream &stream, DealCounts::Event &event)
{
    stream >> event.stage >> event.day;
    if (event.stage < 0)
        stream.setStatus(QDataStream::ReadCorruptData);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const DealCounts::Close &close)
{
    return stream << close.day << close.won;
}

QDataStream &operator>>(QDataStream &stream, DealCounts::Close &close)
{
    return stream >> close.day >> close.won;
}

QDataStream &operator<<(QDataStream &stream, const DealTotals &totals)
{
    const QList<Money> sums = totals.value.sums();
    stream << totals.count << totals.withoutValue << quint32(sums.size());
    for (const Money &sum : sums)
        stream << sum.currency << sum.minor << totals.value.count(sum.currency);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, DealTotals &totals)
{
    quint32 currencies = 0;
    stream >> totals.count >> totals.withoutValue >> currencies;
    for (quint32 i = 0; i < currencies && stream.status() == QDataStream::Ok; ++i) {
        Money sum;
        qint64 count = 0;
        stream >> sum.currency >> sum.minor >> count;
        totals.value.add(sum, count);
    }
    if (totals.count < 0 || totals.count > mostRows)
        stream.setStatus(QDataStream::ReadCorruptData);
    return stream;
}

void DealCounts::add(const Deal &deal, qint64 stage, int times)
{
    const bool won = deal.state == Deal::State::Won;
    m_entered[{stage, dayOf(deal.created), won, !deal.entered.isEmpty()}].add(deal, times);
    if (!deal.entered.isEmpty())
        addEvents(deal, times);
    if (deal.state == Deal::State::Open) {
        m_open[deal.crmStage].add(deal, times);
        return;
    }
    m_closed[{dayOf(deal.closed), won}].add(deal, times);
    if (deal.created.isValid() && deal.closed.isValid())
        addCycle(deal, times);
}

void DealCounts::add(const DealCounts &others)
{
    const auto addTo = [](auto &totals, const auto &more) {
        for (const auto &[key, value] : more.asKeyValueRange())
            totals[key].add(value);
    };
    addTo(m_entered, others.m_entered);
    addTo(m_events, others.m_events);
    addTo(m_closed, others.m_closed);
    addTo(m_open, others.m_open);
    for (const auto &[days, count] : others.m_cycles.asKeyValueRange())
        m_cycles[days] += count;
    m_closedBeforeCreated += others.m_closedBeforeCreated;
}

bool DealCounts::isEmpty() const
{
    return std::all_of(m_entered.begin(), m_entered.end(),
                       [](const DealTotals &totals) { return totals.count == 0; });
}

void DealCounts::addEvents(const Deal &deal, int times)
{
    const int beyond = deal.state == Deal::State::Won ? deal.stage : deal.stage + 1;
    for (int stage = 0; stage < beyond; ++stage)
        m_events[{stage, dayOf(deal.reachedOn(stage))}].add(deal, times);
}

void DealCounts::addCycle(const Deal &deal, int times)
{
    if (deal.closed < deal.created)
        m_closedBeforeCreated += times;
    else if (deal.state == Deal::State::Won)
        m_cycles[deal.closed.toJulianDay() - deal.created.toJulianDay()] += times;
}

DealSummary DealCounts::summary(int stageCount, Grain grain, const std::function<int(qint64)> &indexOf) const
{
    DealSummary summary;
    Slots periods(stageCount, grain);
    QList<DealTotals> reached(stageCount);
    for (const auto &[entry, totals] : m_entered.asKeyValueRange()) {
        summary.rows += totals.count;
        if (entry.day == noDay)
            summary.withoutCreated += totals.count;
        const int stage = entry.won ? stageCount - 1 : std::min(indexOf(entry.stage), stageCount - 2);
        if (stage < 0) {
            summary.withoutStage += totals.count;
            continue;
        }
        reached[stage].add(totals);
        if (entry.day == noDay)
            continue;
        Slot &slot = periods.of(entry.day);
        (entry.hasHistory ? slot.reachedWithHistory : slot.reached)[stage].add(totals);
    }
    for (const auto &[event, totals] : m_events.asKeyValueRange())
        if (event.day != noDay && event.stage < stageCount - 1)
            periods.of(event.day).events[event.stage].add(totals);
    for (const auto &[close, totals] : m_closed.asKeyValueRange()) {
        (close.won ? summary.won : summary.lost).add(totals);
        if (close.day == noDay)
            summary.wonWithoutClosed += close.won ? totals.count : 0;
        else if (Slot &slot = periods.of(close.day); close.won)
            slot.won.add(totals);
        else
            slot.lost.add(totals);
    }
    for (const auto &[crmStage, totals] : m_open.asKeyValueRange()) {
        summary.open.add(totals);
        if (totals.count > 0)
            summary.openByCrmStage.insert(crmStage, totals.count);
    }
    periods.writeTo(summary);
    summary.stages = cumulated(reached);
    summary.closedBeforeCreated = m_closedBeforeCreated;

    std::map<qint64, qint64> cycles;
    qint64 rows = 0;
    for (const auto &[days, count] : m_cycles.asKeyValueRange()) {
        cycles.emplace(days, count);
        rows += count;
    }
    summary.meanCycleDays = meanOf(cycles, rows);
    summary.medianCycleDays = medianOf(cycles, rows);
    return summary;
}

QByteArray DealCounts::toBytes() const
{
    const auto tooLarge = [](const DealTotals &totals) { return totals.value.isTooLarge(); };
    if (std::any_of(m_entered.begin(), m_entered.end(), tooLarge)
        || std::any_of(m_events.begin(), m_events.end(), tooLarge)
        || std::any_of(m_closed.begin(), m_closed.end(), tooLarge)
        || std::any_of(m_open.begin(), m_open.end(), tooLarge))
        return {};
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << format << m_entered << m_events << m_closed << m_open << m_cycles << m_closedBeforeCreated;
    return bytes;
}

std::optional<DealCounts> DealCounts::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 written = 0;
    stream >> written;
    if (written != format)
        return {};
    DealCounts counts;
    stream >> counts.m_entered >> counts.m_events >> counts.m_closed >> counts.m_open >> counts.m_cycles
        >> counts.m_closedBeforeCreated;
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return {};
    return counts;
}
