#include "models/funnel/benchmarks.h"

#include "models/funnel/row_values.h"

using namespace Qt::StringLiterals;

namespace {

const QString table = u"funnel_rate_benchmark"_s;

} // namespace

QList<RateBenchmark> readBenchmarks(const Document &document)
{
    QList<RateBenchmark> benchmarks;
    for (const QVariantMap &row : document.rows(table))
        benchmarks.append({.step = row.value(u"step"_s).toString().simplified(),
                           .stage = row.value(u"stage"_s).toLongLong(),
                           .low = RowValues::whole(row, u"low"_s),
                           .high = RowValues::whole(row, u"high"_s),
                           .source = row.value(u"source"_s).toString().simplified(),
                           .year = row.value(u"year"_s).toString().simplified()});
    return benchmarks;
}

QSet<QString> benchmarkTables()
{
    return {table};
}
