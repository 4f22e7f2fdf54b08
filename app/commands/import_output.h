#pragma once

#include "models/funnel/funnel.h"
#include "models/funnel/import/deal_store.h"

#include <QJsonObject>

#include <optional>

// What an import came to and how the table was taken, as the command line prints it.
struct ImportOutput
{
    ImportOutcome outcome = {};
    QList<TableRemark> told = {}; // before anything was imported: what was open, and how it was answered
    ImportMapping mapping = {};
    bool asLastImport = false; // columns and stages, but for what was said otherwise
    bool assumesCurrency = false;
    QList<Stage> stages = {};
    bool dryRun = false;
    std::optional<DealSummary> deals = {}; // that the workbook now holds; none in a dry run

    QJsonObject toJson() const;
    QString toText() const;
};
