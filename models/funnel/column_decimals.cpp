#include "models/funnel/column_decimals.h"

#include "models/arithmetic/share.h"

#include <algorithm>

Money::Decimals exactDecimalsFor(const QList<Money> &amounts)
{
    const bool whole = std::all_of(amounts.begin(), amounts.end(),
                                   [](const Money &money) { return money.amount().isWhole(); });
    return whole ? Money::Decimals::WhereNeeded : Money::Decimals::Always;
}

Money::Decimals decimalsFor(const QList<Money> &amounts)
{
    Fraction least, most; // but for 0, which has no cents anyhow
    for (const Money &money : amounts) {
        const Fraction amount = money.minor < 0 ? -money.amount() : money.amount();
        if (amount == Fraction(0))
            continue;
        least = least == Fraction(0) || amount < least ? amount : least;
        most = most < amount ? amount : most;
    }
    const bool large = least >= Fraction(1'000) || (least >= Fraction(100) && most >= Fraction(10'000));
    return large ? Money::Decimals::None : exactDecimalsFor(amounts);
}

QString moneyText(const Money &amount, const QLocale &locale)
{
    return amount.toText(locale, decimalsFor(QList{amount}));
}

Money::Decimals decimalsFor(const QList<std::optional<Money>> &amounts)
{
    QList<Money> known;
    for (const std::optional<Money> &amount : amounts)
        if (amount)
            known.append(*amount);
    return decimalsFor(known);
}

int decimalsFor(const QList<qint64> &shares)
{
    int decimals = 0;
    for (qint64 unit = WholeShare / 100; unit > 1; unit /= 10)
        if (std::any_of(shares.begin(), shares.end(), [unit](qint64 share) { return share % unit != 0; }))
            ++decimals;
    return decimals;
}

int decimalsFor(const QList<Rate> &rates)
{
    constexpr int percentWithTwo = 4;
    QList<qint64> shares;
    for (const Rate &rate : rates)
        shares.append(rate.value().scaled(percentWithTwo).value_or(0) * WholeShare / 10'000);
    return decimalsFor(shares);
}

int decimalsFor(const QList<FunnelPlan> &plans)
{
    QList<qint64> shares;
    for (const FunnelPlan &plan : plans) {
        shares.append(plan.marketingShare.value_or(WholeShare));
        for (const PlannedRate &rate : plan.rates)
            shares.append(rate.likely.value_or(0));
    }
    return decimalsFor(shares);
}
