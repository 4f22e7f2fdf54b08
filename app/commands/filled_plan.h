#pragma once

#include "models/funnel/plan_store.h"

#include <QJsonValue>

// A workbook's plan; what it and its scenarios do not say is that of the newest full period.
struct FilledPlan
{
    PlanInputs inputs;
    PlanGaps gaps; // of the plan itself
};
enum class DealSize { Measured, Unmeasured }; // where the plan says none
Result<FilledPlan> readFilledPlan(const Document &document, DealSize size = DealSize::Measured);

// What was filled in: {"period", "deal_size", "rates"}, or null; and in sentences.
QJsonValue gapsToJson(const FunnelPlan &plan, const PlanGaps &gaps);
QStringList gapLines(const FunnelPlan &plan, const PlanGaps &gaps);
