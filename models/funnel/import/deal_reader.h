#pragma once

#include "models/funnel/deals/deals.h"
#include "models/funnel/import/mapping.h"

#include <QList>
#include <QString>

#include <functional>

// What an import made of the rows of a table.
struct ImportReport
{
    qint64 rows = 0; // of the table: taken + ignored + refused
    qint64 taken = 0;
    qint64 ignored = 0; // because of their stage, or as they were deleted
    qint64 refused = 0;
    qint64 repeated = 0; // taken, with an id that stood in an earlier row: the later one counts
    qint64 furtherStages = 0; // taken; rows of a history on a deal of which an earlier row told
    qint64 furtherItems = 0; // taken; rows with a product of a deal of which an earlier row has one
    qint64 closedBeforeCreated = 0; // taken; a contradiction to look at
    QList<TableRemark> refusedRows; // line and reason; the first thousand
    QList<TableRemark> remarks; // on rows that were taken or left out; the first thousand of each kind

    void refuse(const TableRemark &row); // for the reason it names
    void remark(const TableRemark &remark);
};

// Receives the deals in batches, in the order of the table; an error stops the import.
using DealBatch = std::function<Result<void>(const QList<Deal> &)>;

// Reads the whole table; of a history all of it before the first batch. A mistake in a row refuses that row,
// not the table. Cancelled where `progress` says so: the caller then drops the batches it was given.
Result<ImportReport> readDeals(TableSource &source, const ImportMapping &mapping, const QList<Stage> &stages,
                               const DealBatch &batch, const Progress &progress = {});
