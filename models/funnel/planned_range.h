#pragma once

#include "models/funnel/targets.h"

// How a plan's likely figure lies to the low and the high one beside it.
enum class RangeFit { Fits, BelowLow, AboveHigh, LowAboveHigh, OtherCurrency };

RangeFit fitOf(const PlannedRate &rate);
RangeFit fitOfDealSize(const FunnelPlan &plan);
// What is to be said where the likely figure stands; empty where it fits. `low` and `high` as they are shown.
QString rangeRemark(RangeFit fit, const QString &low, const QString &high);
