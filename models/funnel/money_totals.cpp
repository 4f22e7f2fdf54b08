#include "models/funnel/money_totals.h"

#include <algorithm>

void MoneyTotals::add(const Money &money)
{
    for (Sum &sum : m_sums) {
        if (sum.total.currency != money.currency)
            continue;
        const auto total = ::sum(sum.total, money);
        sum.tooLarge = sum.tooLarge || !total;
        if (total)
            sum.total = *total;
        ++sum.count;
        return;
    }
    m_sums.append({money, 1, false});
}

QList<Money> MoneyTotals::sums() const
{
    QList<Money> all;
    for (const Sum &sum : m_sums)
        if (!sum.tooLarge)
            all.append(sum.total);
    std::sort(all.begin(), all.end(), [](const Money &a, const Money &b) { return a.currency < b.currency; });
    return all;
}

std::optional<Money> MoneyTotals::only() const
{
    if (m_sums.size() != 1)
        return {};
    return in(m_sums.first().total.currency);
}

std::optional<Money> MoneyTotals::in(const QString &currency) const
{
    for (const Sum &sum : m_sums)
        if (sum.total.currency == currency && !sum.tooLarge)
            return sum.total;
    return {};
}

qint64 MoneyTotals::count(const QString &currency) const
{
    for (const Sum &sum : m_sums)
        if (sum.total.currency == currency)
            return sum.count;
    return 0;
}
