#pragma once

#include "models/document/document.h"
#include "models/funnel/capacity.h"
#include "models/funnel/deals/money_totals.h"
#include "models/funnel/plan_gaps.h"
#include "models/funnel/plan_parts.h"

// The plan as the workbook's worksheets have it, with all that goes with it.
struct PlanInputs
{
    struct Split
    {
        QString dimension; // segmentKindKey()
        QList<PlanSegment> segments;
    };
    struct Scenario
    {
        qint64 id = 0;
        QString name;
        FunnelPlan plan; // the workbook's own, but for what the scenario changes
        bool hasGoal = false, hasDealSize = false; // of its own
    };

    FunnelPlan plan;
    QList<Rational> monthWeights; // twelve
    QList<Split> splits;
    QList<Scenario> scenarios;
    CapacityInputs capacity;
    QList<std::optional<qint64>> winChances; // along the stages, of open deals; in millionths
};

PlanInputs readPlan(const Document &document);
QList<PlanInputs::Split> readSplits(const Document &document); // of the plan, alone
QSet<QString> planTables(); // whose changes concern the plan

// Won value as typed per origin. Sourced: marketing created it; influenced: marketing touched it. The same
// deal may be in both, so the two are never added.
struct CashTotals
{
    MoneyTotals sourced, influenced;
};
CashTotals readCash(const Document &document);

// Changes to the plan, each one undo step; without change where the value is what it was.
Result<void> setPlanGoal(Document &document, const Money &goal);
Result<void> setPlanDealSize(Document &document, const Money &size);
Result<void> setPlanShare(Document &document, qint64 share); // in millionths
// The likely rate into a stage, in millionths.
Result<void> setPlanRate(Document &document, qint64 stage, qint64 likely);
// What fillGaps() filled in, of the plan that it filled.
Result<void> usePlanGaps(Document &document, const FunnelPlan &filled, const PlanGaps &gaps);
// Keeps the plan as it is now under a name.
Result<void> keepScenario(Document &document, const QString &name, const FunnelPlan &plan);
// Takes a scenario over as the plan.
Result<void> applyScenario(Document &document, const FunnelPlan &plan);
Result<void> removeScenario(Document &document, qint64 id);
// Makes the whole house's counts of months or quarters the targets of the stages there: marketing's share is
// only a part of what Pace and Funnel count. The goal becomes the worth of the won, in the same parts.
// Targets typed for months, quarters or the year of the plan get the plan's figures for their own period; the
// worth of other stages stays, and so do targets of a segment. False where all of it stood there already.
Result<bool> usePlanAsTargets(Document &document, const PlanInputs &inputs, Grain grain);
// How many typed targets that would replace with others.
int targetsToReplace(const Document &document, const PlanInputs &inputs, Grain grain);
