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

QList<RateBenchmark> readBenchmarks(const Document &document);
QSet<QString> benchmarkTables();
