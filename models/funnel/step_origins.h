#pragma once

#include "models/document/document.h"
#include "models/funnel/targets.h"
#include "models/worksheet/sheet.h"

// A rate belongs to a step, and the stage it leads into names that step only as long as no stage comes, goes
// or moves before it. Beside it stands the stage that it leads out of: by its name, as the stage itself may
// be gone, and a rate into what is left must still tell what it was agreed for. Empty where it is not known,
// as in files of older versions.

// The name of the stage before this one; empty for the first, and where there is none.
QString nameBefore(const QList<Stage> &stages, qint64 id);

// For a worksheet of rates with `stage` and `from_stage`: rows get the stage before theirs as soon as one of
// these fields of theirs is filled in or changed.
Consequences keepingOrigin(const QString &table, const QStringList &keys);

// Where a stage is only called otherwise, its rates are still those of the same step.
void renameOrigins(const Database &database, const QList<Stage> &before, const QList<Stage> &after);

// Whether what is planned into a stage was agreed for another step than the one that leads into it now. Such
// a rate still counts: a plan that fell silent as soon as a stage is moved would hide what was agreed. But it
// is told wherever it counts, until somebody types it anew.
bool isOfOtherStep(const FunnelPlan &plan, int stage);
QString otherStepRemark(const FunnelPlan &plan, int stage); // empty where it is not
QStringList otherStepRemarks(const FunnelPlan &plan); // from the top
