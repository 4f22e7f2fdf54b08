#pragma once

#include "models/funnel/funnel_store.h"
#include "models/funnel/targets.h"

// What a plan that says only its goal takes over from the figures of one period.
struct PlanGaps
{
    Period period = {}; // not valid: nothing was taken
    bool dealSize = false;
    QList<int> rates = {}; // stages into which the rate was taken
};

// Value ÷ number of the last stage in minor units, half away from zero; none where one is missing or 0.
std::optional<Money> dealSizeOf(const FunnelFigures &funnel);

bool hasGaps(const FunnelPlan &plan); // fillGaps() could do something

// Of the newest full period, as an event counts in it, with the values in that currency; where none is over,
// of the running one, if that is wanted. Without a valid period where there is none.
enum class Running { Wanted, Unwanted };
FunnelFigures newestFigures(const FunnelInputs &funnel, const DealSummary &deals, Grain grain, QDate today,
                            Running running, const QString &currency);
// The same of a workbook: by the grain of most that was typed, in the currency that is shown first.
Result<FunnelFigures> newestFigures(const Document &document, const FunnelInputs &funnel, QDate today,
                                    Running running);

// Fills the deal size and the likely rates that the plan does not say. The funnel's stages are the plan's.
PlanGaps fillGaps(FunnelPlan &plan, const FunnelFigures &funnel);
