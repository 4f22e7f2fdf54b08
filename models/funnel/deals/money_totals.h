#pragma once

#include "models/arithmetic/money.h"

#include <QList>
#include <QStringList>
#include <QVarLengthArray>

// Sums of money, one per currency, which are never added to each other.
class MoneyTotals
{
public:
    void add(const Money &money) { add(money, 1); }
    // The sum of so many amounts; both negative to take out what was added.
    void add(const Money &sum, qint64 count);
    void add(const MoneyTotals &others);

    bool isEmpty() const { return m_sums.isEmpty(); }
    bool isMixed() const { return m_sums.size() > 1; }
    QList<Money> sums() const; // by currency code; without those too large to work out
    // Each sum, by currency code; "EUR: cannot be worked out, the sum is too large" where it is.
    QStringList texts(const QLocale &locale, Money::Decimals decimals = Money::Decimals::WhereNeeded) const;
    QStringList tooLarge() const; // currencies in which the sum cannot be worked out
    std::optional<Money> only() const; // the sum where there is exactly one currency
    std::optional<Money> in(const QString &currency) const;
    bool isTooLarge() const; // a sum cannot be worked out
    qint64 count(const QString &currency) const; // how many amounts were added

private:
    struct Sum
    {
        Money total;
        qint64 count = 0;
        bool tooLarge = false;
    };
    Sum &sumIn(const QString &currency);

    QVarLengthArray<Sum, 1> m_sums; // in the order of their first amount; nearly always one currency
};
