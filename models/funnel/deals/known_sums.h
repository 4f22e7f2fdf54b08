#pragma once

#include "models/document/document.h"
#include "models/funnel/deals/funnel_cut.h"
#include "models/funnel/deals/pipeline.h"
#include "models/funnel/stages/stage.h"

// What the imported deals add up to: as the file keeps it, or else worked out from every deal, which takes
// about a second for half a million of them.
Result<DealSummary> summaryOfDeals(const Document &document, const QList<Stage> &stages, Grain grain);
Result<DealSummary> summaryOfCut(const Document &document, const QList<Stage> &stages, Grain grain,
                                 const FunnelCut &cut);
// Of each of the parts, beginning at the first stage that any of them names.
QList<DealSummary> summariesOf(const DealParts &parts, const QList<Stage> &stages, Grain grain);
Result<PipelineFigures> pipelineOfDeals(const Document &document, const QList<Stage> &stages);
Result<DealParts> partsOfDeals(const Document &document, const QList<Stage> &stages, DealsBy by);
// By what `nameOf` makes of each, which no file keeps: every deal is read.
Result<DealParts> partsOfDeals(const Document &document, const QList<Stage> &stages,
                               const std::function<QString(const Deal &)> &nameOf);

// What deals name, once each, without those that name nothing; in no particular order.
Result<QStringList> namesOfDeals(const Document &document, const QList<Stage> &stages, DealsBy by);

// How sums of the file name the present stages.
DealCounts::IndexOf indexIn(const QList<Stage> &stages);

// Everything, to go on adding within a transaction. Throws DatabaseError.
DealSums sumsOfDeals(const Database &database, const QList<Stage> &stages);
