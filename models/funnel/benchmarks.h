#pragma once

#include "models/document/document.h"
#include "models/funnel/targets.h"

// A range of a rate that somebody published, as the worksheet has it.
struct RateBenchmark
{
    QString step; // in the words of the source
    qint64 stage = 0; // id of the stage that the rate leads into; 0: none of ours
    std::optional<qint64> low, high; // in millionths
    QString source, year;
};

// Such a range beside the rate that the plan has for the same step.
struct RateBesideOthers
{
    int stage = 0, from = 0; // indexes in the plan: the step leads into the one from the other
    PlannedRate planned; // of all steps between the two together
    RateBenchmark other;
};

// Only of steps that somebody reports on; along the stages, for each those that begin at the same one as the
// worksheet has them.
QList<RateBesideOthers> besideOthers(const FunnelPlan &plan, const QList<RateBenchmark> &benchmarks);
QList<RateBenchmark> readBenchmarks(const Document &document);
QSet<QString> benchmarkTables();
