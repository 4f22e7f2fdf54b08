#pragma once

#include <QString>

// What the name of a column says of its amounts.

// How many zeros the amounts of a column lack by its name: 3 of "Revenue (T€)" and "Amount in thousands", 6
// of "Value (Mio. EUR)", -2 of "amount_cents".
int zerosInName(const QString &column);

// "estimated value dkk": "estimated value"
QString withoutCurrency(const QString &words);
// The currency in the name of a column: "Amount (EUR)", "value_usd", "Valor (R$)". Empty where there is none.
QString currencyInName(const QString &column);
