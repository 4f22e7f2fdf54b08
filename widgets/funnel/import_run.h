#pragma once

#include "models/funnel/import/deal_store.h"
#include "models/funnel/import/import_plan.h"

class QWidget;

// Imports the file as planned, under a window with progress and Cancel that keeps everything else from being
// used meanwhile. Cancelled or refused, the workbook is as it was.
Result<ImportOutcome> runImport(Document &document, const ImportFile &file, const ImportMapping &mapping,
                                const QList<Stage> &stages, QWidget *parent);
