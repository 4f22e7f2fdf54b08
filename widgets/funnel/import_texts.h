#pragma once

#include "models/funnel/import/deal_store.h"
#include "models/funnel/import/import_plan.h"

// What the import window says about a plan and its outcome, in the user's numbers.

QString importForecast(const ImportPlan &plan);
// What has to be answered or changed before the import; empty where it can start.
QString whatIsMissing(const ImportFile &file, const ImportPlan &plan);
// How many of its deals the workbook has already.
QString changesInWorkbook(const ImportChanges &changes);
// What is worth knowing about the plan although it can be imported, at least which rows count where.
QString whatToKnow(const ImportPlan &plan);
// What came of it, in a sentence; of the plan only the deals are told.
QString importSummary(const ImportOutcome &outcome, const ImportPlan &plan);
