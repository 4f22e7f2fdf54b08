#pragma once

#include "models/funnel/targets.h"

// With how many decimals the figures of one column are shown: all with as many as one of them needs.

Money::Decimals exactDecimalsFor(const QList<Money> &amounts); // of what is typed
// Of what is worked out: no cents where they say nothing, beside amounts of thousands.
Money::Decimals decimalsFor(const QList<Money> &amounts);
Money::Decimals decimalsFor(const QList<std::optional<Money>> &amounts); // of those that are known
QString moneyText(const Money &amount, const QLocale &locale); // of one that stands by itself
// Of a percentage; shares are in millionths.
int decimalsFor(const QList<qint64> &shares);
int decimalsFor(const QList<Rate> &rates); // at most two; of those that are known
int decimalsFor(const QList<FunnelPlan> &plans); // of their shares and likely rates
