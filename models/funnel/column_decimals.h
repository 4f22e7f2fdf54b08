#pragma once

#include "models/funnel/targets.h"

// With how many decimals the figures of one column are shown: all with as many as one of them needs.

Money::Decimals decimalsFor(const QList<Money> &amounts);
Money::Decimals decimalsFor(const QList<std::optional<Money>> &amounts); // of those that are known
// Of a percentage; shares are in millionths.
int decimalsFor(const QList<qint64> &shares);
int decimalsFor(const QList<Rate> &rates); // at most two; of those that are known
int decimalsFor(const QList<FunnelPlan> &plans); // of their shares and likely rates
