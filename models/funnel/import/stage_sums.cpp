#include "models/funnel/import/stage_sums.h"

namespace {

// A sum seldom says its currency.
bool shows(const StageSums::Row &row, const MoneyTotals &sum)
{
    const auto only = sum.only();
    return only && row.deal.value
        && (row.assumesCurrency ? only->minor == row.deal.value->minor : *only == *row.deal.value);
}

} // namespace

MoneyTotals StageSums::Sums::all() const
{
    MoneyTotals sum = above;
    sum.add(parts.last());
    return sum;
}

void StageSums::add(const Deal &deal)
{
    ++m_others;
    if (deal.value)
        m_sums[deal.crmStage].parts.last().add(*deal.value);
}

void StageSums::hold(const Row &row)
{
    Sums &sums = m_sums[row.deal.crmStage];
    m_held.append(row);
    m_places.append({shows(row, sums.all()) || shows(row, sums.parts.last()), sums.parts.size()});
    sums.above.add(sums.parts.last());
    sums.parts.append(MoneyTotals());
}

bool StageSums::isLastSumOfAbove() const
{
    return m_places.last().isSumOfAbove;
}

// A list most of whose rows tell no more than that is one of such deals.
bool StageSums::isSum(qsizetype held) const
{
    const Row &row = m_held.at(held);
    const Place &place = m_places.at(held);
    const Sums sums = m_sums.value(row.deal.crmStage);
    return m_others >= m_held.size()
        && (place.isSumOfAbove || shows(row, sums.all()) || shows(row, sums.parts.value(place.below)));
}
