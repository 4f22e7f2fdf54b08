#pragma once

#include "models/funnel/import/deal_store.h"

#include <memory>

// A table as the command line imports it, with nobody to ask.
struct MadeImport
{
    TableProfile profile;
    Suggestion suggestion;
    ImportReport report;
    QList<Deal> deals;

    qint64 count(Deal::State state) const;
};

QList<Stage> usualStages(); // Visitor, Lead, MQL, SQL, Opportunity, Won, with the ids 1 to 6
ImportContext usualContext(); // these, and EUR
std::unique_ptr<TableSource> tableOf(const QByteArray &bytes);
MadeImport madeImport(TableSource &source, const ImportContext &context = usualContext());
MadeImport madeImport(const QByteArray &bytes, const ImportContext &context = usualContext());
// The next export into a workbook, recognised anew.
Result<ImportOutcome> importInto(Document &document, TableSource &source);
// The same into a workbook.
Result<ImportOutcome> importInto(Document &document, const QByteArray &bytes,
                                 const CorrectedRoles &corrected = {});
