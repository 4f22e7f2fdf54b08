#include "models/funnel/deals/chance_totals.h"

#include "models/funnel/deals/day_totals.h"

#include <algorithm>

namespace {

// Sums are kept in two numbers of 64 bits: what lies beyond these is too large.
constexpr qint64 half = 1'000'000'000'000'000'000;

} // namespace

ChanceTotals::Sum &ChanceTotals::sumIn(const QString &currency)
{
    auto *found = std::find_if(m_sums.begin(), m_sums.end(),
                               [&currency](const Sum &sum) { return sum.currency == currency; });
    if (found != m_sums.end())
        return *found;
    m_sums.append({currency});
    return m_sums.back();
}

void ChanceTotals::add(const Deal &deal, int times)
{
    m_rows.add(deal, times);
    if (!deal.value)
        return;
    Sum &sum = sumIn(deal.value->currency);
    const Wide weighted = Wide(deal.value->minor) * deal.chance.value_or(0) * times;
    sum.tooLarge = sum.tooLarge || __builtin_add_overflow(sum.weighted, weighted, &sum.weighted);
}

void ChanceTotals::add(const ChanceTotals &others)
{
    m_rows.add(others.m_rows);
    for (const Sum &other : others.m_sums) {
        Sum &sum = sumIn(other.currency);
        sum.tooLarge = sum.tooLarge || other.tooLarge
            || __builtin_add_overflow(sum.weighted, other.weighted, &sum.weighted);
    }
}

std::optional<Rational> ChanceTotals::weighted(const QString &currency) const
{
    for (const Sum &sum : m_sums) {
        if (sum.currency != currency)
            continue;
        const auto high = narrowed(sum.weighted / half);
        if (sum.tooLarge || !high)
            return {};
        const Rational whole = Rational(*high) * Rational(half) + Rational(qint64(sum.weighted % half));
        return whole / Rational(Deal::mostChance);
    }
    return Rational(0);
}

bool ChanceTotals::isTooLarge() const
{
    return m_rows.value.isTooLarge() || std::any_of(m_sums.begin(), m_sums.end(), [](const Sum &sum) {
               return sum.tooLarge || !narrowed(sum.weighted / half);
           });
}

QDataStream &operator<<(QDataStream &stream, const ChanceTotals &totals)
{
    stream << totals.m_rows << quint32(totals.m_sums.size());
    for (const ChanceTotals::Sum &sum : totals.m_sums)
        stream << sum.currency << qint64(sum.weighted / half) << qint64(sum.weighted % half);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, ChanceTotals &totals)
{
    quint32 currencies = 0;
    stream >> totals.m_rows >> currencies;
    for (quint32 i = 0; i < currencies && stream.status() == QDataStream::Ok; ++i) {
        QString currency;
        qint64 high = 0, low = 0;
        stream >> currency >> high >> low;
        totals.sumIn(currency).weighted += Wide(high) * half + low;
    }
    return stream;
}
