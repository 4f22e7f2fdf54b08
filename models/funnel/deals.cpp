#include "models/funnel/deals.h"

#include <algorithm>

namespace {

void addTo(DealTotals &totals, const Deal &deal)
{
    ++totals.count;
    if (deal.value)
        totals.value.add(*deal.value);
    else
        ++totals.withoutValue;
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
    for (qsizetype stage = reached.size() - 2; stage >= 0; --stage) {
        const DealTotals &further = reached.at(stage + 1);
        DealTotals &totals = reached[stage];
        totals.count += further.count;
        totals.withoutValue += further.withoutValue;
        totals.value.add(further.value);
    }
    return reached;
}

} // namespace

Rate DealSummary::winRate() const
{
    return Rate::of(won.count, won.count + lost.count);
}

Fraction DealSummary::dealSize(const QString &currency) const
{
    const auto value = won.value.in(currency);
    return value ? value->amount() / Fraction(won.value.count(currency)) : Fraction::invalid();
}

DealSummarizer::DealSummarizer(int stageCount, Grain grain)
    : m_stageCount(stageCount)
    , m_grain(grain)
{
    m_reached.resize(stageCount);
}

void DealSummarizer::add(const Deal &deal)
{
    ++m_totals.rows;
    const int created = slot(deal.created);
    const int closed = deal.state == Deal::State::Open ? -1 : slot(deal.closed);
    switch (deal.state) {
    case Deal::State::Won:
        addTo(m_totals.won, deal);
        if (closed >= 0)
            addTo(m_slots[closed].won, deal);
        else
            ++m_totals.wonWithoutClosed;
        addCycle(deal);
        break;
    case Deal::State::Lost:
        addTo(m_totals.lost, deal);
        if (closed >= 0)
            addTo(m_slots[closed].lost, deal);
        break;
    case Deal::State::Open:
        addTo(m_totals.open, deal);
        ++m_openByCrmStage[deal.crmStage];
        break;
    }
    if (created < 0)
        ++m_totals.withoutCreated;
    if (created >= 0 && closed >= 0 && deal.closed < deal.created)
        ++m_totals.closedBeforeCreated;
    addToStage(deal, created);
}

void DealSummarizer::addToStage(const Deal &deal, int created)
{
    const bool won = deal.state == Deal::State::Won;
    const int reached = won ? m_stageCount - 1 : std::min(deal.stage, m_stageCount - 2);
    if (reached < 0) {
        ++m_totals.withoutStage;
        return;
    }
    addTo(m_reached[reached], deal);
    if (created >= 0)
        addTo(m_slots[created].reached[reached], deal);
}

void DealSummarizer::addCycle(const Deal &deal)
{
    if (!deal.created.isValid() || !deal.closed.isValid() || deal.closed < deal.created)
        return;
    ++m_cycleDays[deal.closed.toJulianDay() - deal.created.toJulianDay()];
}

int DealSummarizer::slot(QDate date)
{
    if (!date.isValid())
        return -1;
    const auto known = m_slotOfDay.constFind(date.toJulianDay());
    if (known != m_slotOfDay.constEnd())
        return *known;

    const Period period = Period::containing(date, m_grain);
    auto found = m_slotOfPeriod.find(period);
    if (found == m_slotOfPeriod.end()) {
        found = m_slotOfPeriod.insert(period, static_cast<int>(m_slots.size()));
        m_slots.append({{}, {}, QList<DealTotals>(m_stageCount)});
    }
    m_slotOfDay.insert(date.toJulianDay(), *found);
    return *found;
}

DealSummary DealSummarizer::summary() const
{
    DealSummary summary = m_totals;
    for (const auto &[period, index] : m_slotOfPeriod.asKeyValueRange()) {
        const Slot &slot = m_slots.at(index);
        if (slot.won.count > 0)
            summary.wonByClose.insert(period, slot.won);
        if (slot.lost.count > 0)
            summary.lostByClose.insert(period, slot.lost);
        QList<DealTotals> stages = cumulated(slot.reached);
        if (anyCounted(stages))
            summary.byEntry.insert(period, stages);
        if (m_stageCount > 0)
            stages.last() = slot.won; // the only stage of which the CRM tells when it was reached
        if (anyCounted(stages))
            summary.byEvent.insert(period, stages);
    }
    summary.stages = cumulated(m_reached);
    for (const auto &[stage, count] : m_openByCrmStage.asKeyValueRange())
        summary.openByCrmStage.insert(stage, count);

    qint64 cycles = 0;
    for (const auto &[days, count] : m_cycleDays)
        cycles += count;
    summary.meanCycleDays = meanOf(m_cycleDays, cycles);
    summary.medianCycleDays = medianOf(m_cycleDays, cycles);
    return summary;
}

DealSummary summarize(const QList<Deal> &deals, int stageCount, Grain grain)
{
    DealSummarizer summarizer(stageCount, grain);
    for (const Deal &deal : deals)
        summarizer.add(deal);
    return summarizer.summary();
}
