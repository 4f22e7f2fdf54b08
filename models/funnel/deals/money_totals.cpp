#include "models/funnel/deals/money_totals.h"

#include <QCoreApplication>

#include <algorithm>

MoneyTotals::Sum &MoneyTotals::sumIn(const QString &currency)
{
    for (Sum &sum : m_sums) {
        const QString &own = sum.total.currency;
        // Amounts of one file share the text of their currency, which saves comparing it.
        if (own.constData() == currency.constData() || own == currency)
            return sum;
    }
    m_sums.append({{0, currency}, 0, false});
    return m_sums.back();
}

void MoneyTotals::add(const Money &sum, qint64 count)
{
    Sum &own = sumIn(sum.currency);
    own.count += count;
    own.tooLarge = own.tooLarge || __builtin_add_overflow(own.total.minor, sum.minor, &own.total.minor);
    if (own.count == 0)
        m_sums.removeIf([](const Sum &each) { return each.count == 0; });
}

void MoneyTotals::add(const MoneyTotals &others)
{
    for (const Sum &other : others.m_sums) {
        Sum &sum = sumIn(other.total.currency);
        sum.count += other.count;
        sum.tooLarge = sum.tooLarge || other.tooLarge
            || __builtin_add_overflow(sum.total.minor, other.total.minor, &sum.total.minor);
    }
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

QStringList MoneyTotals::texts(const QLocale &locale, Money::Decimals decimals) const
{
    QStringList texts;
    const QList<Money> known = sums();
    for (const Money &money : known)
        texts.append(money.toText(locale, decimals));
    const QStringList unknown = tooLarge();
    for (const QString &currency : unknown)
        texts.append(
            QCoreApplication::translate("MoneyTotals", "%1: cannot be worked out, the sum is too large")
                .arg(currency));
    return texts;
}

QStringList MoneyTotals::tooLarge() const
{
    QStringList currencies;
    for (const Sum &sum : m_sums)
        if (sum.tooLarge)
            currencies.append(sum.total.currency);
    currencies.sort();
    return currencies;
}

std::optional<Money> MoneyTotals::only() const
{
    if (m_sums.size() != 1)
        return {};
    return in(m_sums.front().total.currency);
}

std::optional<Money> MoneyTotals::in(const QString &currency) const
{
    for (const Sum &sum : m_sums)
        if (sum.total.currency == currency && !sum.tooLarge)
            return sum.total;
    return {};
}

bool MoneyTotals::isTooLarge() const
{
    return std::any_of(m_sums.begin(), m_sums.end(), [](const Sum &sum) { return sum.tooLarge; });
}

qint64 MoneyTotals::count(const QString &currency) const
{
    for (const Sum &sum : m_sums)
        if (sum.total.currency == currency)
            return sum.count;
    return 0;
}
