#include "models/funnel/import/deal_reader.h"

#include "models/funnel/import/deal_row.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsOfBatch = 512;
constexpr qsizetype keptRemarks = 1000;

void keep(QList<TableRemark> &remarks, qint64 line, const QString &text)
{
    if (remarks.size() < keptRemarks)
        remarks.append({line, text});
}

// Finds ids that stand in more than one row. Hashes only, so that a million ids need little memory.
class KeyWatch
{
public:
    // How often the key was seen before.
    int seen(const QString &key) { return m_counts[qHash(key, seed)]++; }

private:
    static constexpr size_t seed = 0x5eed;
    QHash<size_t, int> m_counts;
};

void lookAt(Deal &deal, qint64 line, bool ownKey, KeyWatch &keys, ImportReport &report)
{
    ++report.taken;
    if (const int seen = keys.seen(deal.key); seen > 0) {
        if (ownKey) {
            ++report.repeated;
            keep(report.remarks, line,
                 QCoreApplication::translate("Import",
                                             "The id “%1” stands in an earlier row too. This row counts.")
                     .arg(deal.key));
        } else {
            deal.key += u"-"_s + QString::number(seen); // alike in everything, and yet another row
        }
    }
    if (deal.created.isValid() && deal.closed.isValid() && deal.closed < deal.created) {
        ++report.closedBeforeCreated;
        keep(report.remarks, line,
             QCoreApplication::translate("Import", "The deal was closed before it was created."));
    }
}

} // namespace

Result<ImportReport> readDeals(TableSource &source, const ImportMapping &mapping, const QList<Stage> &stages,
                               const DealBatch &batch, const Progress &progress)
{
    if (const auto rewound = source.rewind(); !rewound)
        return rewound.error();
    ImportReport report;
    DealRow row(source, mapping, stages);
    KeyWatch keys;
    QList<Deal> deals;
    deals.reserve(rowsOfBatch);
    while (source.next()) {
        ++report.rows;
        switch (row.read()) {
        case DealRow::Outcome::Taken:
            deals.append(row.deal());
            lookAt(deals.last(), source.line(), row.hasOwnKey(), keys, report);
            break;
        case DealRow::Outcome::Ignored:
            ++report.ignored;
            break;
        case DealRow::Outcome::Refused:
            ++report.refused;
            keep(report.refusedRows, source.line(), row.reason());
            break;
        }
        if (report.rows % rowsOfBatch != 0)
            continue;
        if (const auto given = batch(deals); !given)
            return given.error();
        deals.clear();
        if (progress && !progress(source.progress()))
            return Error{Error::Code::Cancelled,
                         QCoreApplication::translate("Import", "The import was cancelled.")};
    }
    if (const auto read = source.status(); !read)
        return read.error();
    if (const auto given = batch(deals); !given)
        return given.error();
    report.remarks += source.remarks();
    return report;
}
