#pragma once

#include "models/arithmetic/derived.h"
#include "models/arithmetic/money.h"

#include <QVariantMap>

// What the leads that an SLA promises are worth, what the quota asks of them, and how many it takes.
struct SlaWorth
{
    std::optional<qint64> leads, leadToWon, marketingShare; // shares in millionths
    std::optional<Money> dealSize, quota;
    Derived leadValue, promised; // in major units of the deal size's currency
    Derived asked; // quota × marketing's share, in major units of its own
    Derived needed; // leads that bring what is asked; whole, rounded up

    // Promised beyond what is needed; below 0: too few. None where one of them is not known.
    std::optional<qint64> over() const;
    bool isBegun() const { return leads || leadToWon || dealSize; }
};

// Of the columns of the worksheet's row, which may be empty.
SlaWorth slaWorthOf(const QVariantMap &row);
