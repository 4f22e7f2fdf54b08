#include "models/funnel/deals/deal_sums.h"

#include <algorithm>

namespace {

void addCycle(CycleCounts &cycles, const std::pair<qint32, qint32> &cycle, qint32 times)
{
    qint32 &count = cycles[cycle];
    count += times;
    if (count == 0)
        cycles.remove(cycle);
}

} // namespace

QString DealParts::keyOf(const QString &name)
{
    return name.trimmed().toCaseFolded();
}

DealCounts &DealParts::countsOf(const QString &name)
{
    // The rows of a file share the texts that come again and again, which saves looking into them.
    const auto shared = std::find_if(m_shared.begin(), m_shared.end(), [&name](const auto &known) {
        return known.first.constData() == name.constData() && known.first.size() == name.size();
    });
    if (shared != m_shared.end())
        return m_parts[shared->second].counts;
    const size_t index = indexOf(name);
    if (m_shared.size() < mostShared)
        m_shared.emplace_back(name, index);
    return m_parts[index].counts;
}

size_t DealParts::indexOf(const QString &name)
{
    if (const auto known = m_indexes.constFind(name); known != m_indexes.constEnd())
        return *known;
    const QString key = keyOf(name);
    if (!m_indexes.contains(key)) {
        m_indexes.insert(key, m_parts.size());
        m_parts.push_back({.name = name.trimmed()});
    }
    const size_t index = m_indexes.value(key);
    m_indexes.insert(name, index);
    return index;
}

// Not at each row: it takes a while to look.
void DealParts::lookAtSums()
{
    constexpr qint64 rowsBetween = 8192;
    if (++m_added % rowsBetween != 0 || m_room == Room::Any)
        return;
    qsizetype sums = 0;
    for (const Part &part : m_parts)
        sums += part.counts.size();
    if (isTooMany() || sums > mostSums)
        giveUp();
}

bool DealParts::isTooMany() const
{
    return m_tooMany || (m_room == Room::Limited && m_parts.size() > mostParts);
}

DealCounts DealParts::whole() const
{
    DealCounts whole = m_whole;
    for (const Part &part : m_parts)
        whole.add(part.counts);
    return whole;
}

DealParts DealParts::tooMany(DealCounts whole)
{
    DealParts parts;
    parts.m_whole = std::move(whole);
    parts.m_tooMany = true;
    return parts;
}

void DealParts::giveUp()
{
    *this = tooMany(whole());
}

void DealParts::add(const QString &name, const Deal &deal, qint64 stage, int times)
{
    if (m_tooMany)
        return m_whole.add(deal, stage, times);
    countsOf(name).add(deal, stage, times);
    lookAtSums();
}

void DealParts::add(const QString &name, const DealCounts &counts)
{
    (m_tooMany ? m_whole : countsOf(name)).add(counts);
}

void DealParts::add(const DealParts &others)
{
    if (others.isTooMany() && !m_tooMany)
        giveUp();
    m_whole.add(others.m_whole);
    for (const Part &other : others.m_parts)
        add(other.name, other.counts);
}

DealSums::DealSums(DealCounts all, CycleCounts cycles)
    : m_whole(std::move(all))
    , m_cycles(std::move(cycles))
{
}

const DealParts *DealSums::anyParts() const
{
    const auto *found = std::find_if(m_parts.begin(), m_parts.end(),
                                     [](const DealParts &parts) { return !parts.isEmpty(); });
    return found == m_parts.end() ? nullptr : found;
}

DealCounts DealSums::all() const
{
    const DealParts *parts = anyParts();
    return parts ? parts->whole() : m_whole;
}

void DealSums::begin(DealsBy by)
{
    if (parts(by).isEmpty())
        m_parts[indexOf(by)].add({}, all());
}

void DealSums::add(const Deal &deal, qint64 stage, int times)
{
    for (const DealsBy by : allDealsBy)
        if (!deal.named(by).isEmpty())
            begin(by);
    if (!anyParts())
        m_whole.add(deal, stage, times);
    for (const DealsBy by : allDealsBy)
        if (!parts(by).isEmpty())
            m_parts[indexOf(by)].add(deal.named(by), deal, stage, times);
    if (deal.state == Deal::State::Won && deal.created.isValid() && deal.created <= deal.closed)
        addCycle(m_cycles,
                 {static_cast<qint32>(deal.closed.toJulianDay()),
                  static_cast<qint32>(deal.created.daysTo(deal.closed))},
                 times);
}

void DealSums::add(const DealSums &others)
{
    for (const DealsBy by : allDealsBy)
        if (!others.parts(by).isEmpty())
            begin(by);
    if (!anyParts())
        m_whole.add(others.all());
    for (const DealsBy by : allDealsBy) {
        DealParts &own = m_parts[indexOf(by)];
        if (!others.parts(by).isEmpty())
            own.add(others.parts(by));
        else if (!own.isEmpty())
            own.add({}, others.all());
    }
    for (const auto &[cycle, count] : others.m_cycles.asKeyValueRange())
        addCycle(m_cycles, cycle, count);
}
