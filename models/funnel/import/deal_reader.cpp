#include "models/funnel/import/deal_reader.h"

#include "models/funnel/import/column_units.h"
#include "models/funnel/import/deal_history.h"
#include "models/funnel/import/deal_items.h"
#include "models/funnel/import/hash_index.h"
#include "models/funnel/import/line_check.h"
#include "models/funnel/import/snapshot_watch.h"
#include "models/funnel/import/stage_sums.h"
#include "models/funnel/import/total_check.h"
#include "models/tables/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsOfBatch = 512;
constexpr qsizetype keptRemarks = 1000;

void keep(QList<TableRemark> &remarks, const TableRemark &remark)
{
    if (remarks.size() < keptRemarks)
        remarks.append(remark);
}

// What is counted of deals and told at the end.
enum Trait { WithoutCreated = 1, LostLead = 2, CurrencyAssumed = 4, WonWithoutClosed = 8, AllTraits = 15 };

// Finds ids that stand in more than one row. Hashes only, so that a million ids need little memory.
class KeyWatch
{
public:
    struct Sight
    {
        int times = 0;
        int traits = 0; // of its last row
    };

    // How the key was seen before.
    Sight see(const QString &key, int traits)
    {
        int &number = m_seen.find(qHash(key, seed), [](int) { return true; });
        const Sight before
            = number == HashIndex::none ? Sight() : Sight{number >> traitBits, number & AllTraits};
        number = ((before.times + 1) << traitBits) | traits;
        return before;
    }

private:
    static constexpr size_t seed = 0x5eed;
    static constexpr int traitBits = 4;
    HashIndex m_seen; // times and traits
};

// Reads row by row and gives the deals away in batches.
class Reader
{
public:
    Reader(TableSource &source, const ImportMapping &mapping, const QList<Stage> &stages,
           const DealBatch &batch)
        : m_source(source)
        , m_isHistory(mapping.isHistory())
        , m_mapping(mapping)
        , m_row(source, mapping, stages)
        , m_history(static_cast<int>(stages.size()))
        , m_totals(source.columns(), mapping)
        , m_lines(source.columns(), mapping)
        , m_batch(batch)
    {
        m_deals.reserve(rowsOfBatch);
    }

    Result<ImportReport> read(const Progress &progress)
    {
        while (m_source.next()) {
            ++m_report.rows;
            lookAtTotals();
            readRow();
            if (m_report.rows % rowsOfBatch != 0)
                continue;
            if (const auto given = give(); !given)
                return given.error();
            if (progress && !progress(m_source.progress()))
                return Error{Error::Code::Cancelled,
                             QCoreApplication::translate("Import", "The import was cancelled.")};
        }
        if (const auto read = m_source.status(); !read)
            return read.error();
        lookAtTotals();
        if (const auto given = giveHeld(); !given)
            return given.error();
        if (const auto given = giveHistory(); !given)
            return given.error();
        if (const auto given = giveItems(); !given)
            return given.error();
        if (const auto given = give(); !given)
            return given.error();
        remarkOnCounts();
        remarkOnOtherAmounts();
        remarkOnCurrency();
        const QList<TableRemark> wrongLines = m_lines.remarks();
        for (const TableRemark &remark : wrongLines)
            m_report.remark(remark);
        m_report.remarks += m_source.remarks();
        return m_report;
    }

private:
    void readRow()
    {
        switch (m_isHistory ? m_row.readStep() : m_row.read()) {
        case DealRow::Outcome::Taken:
            if (!m_isHistory && m_mapping.rows != RowMeaning::Item && m_row.mayBeSum())
                return hold();
            ++m_report.taken;
            if (isOfEarlierDay())
                return;
            lookAtRow();
            if (m_isHistory && !m_row.isLeadAlone())
                return m_history.add(m_row, m_source.line(), m_source.file());
            m_leadsOfHistory += m_isHistory ? 1 : 0;
            m_totals.add(m_row.deal());
            m_sums.add(m_row.deal());
            m_lines.look(m_source);
            if (m_mapping.rows == RowMeaning::Item)
                return m_items.add(m_row.deal(), m_source.line(), m_source.file(), m_report);
            m_deals.append(m_row.deal());
            return lookAt(m_deals.last());
        case DealRow::Outcome::Ignored:
            ++m_report.ignored;
            return m_source.leaveOut();
        case DealRow::Outcome::Archived:
            ++m_report.ignored;
            ++m_archived;
            return m_source.leaveOut();
        case DealRow::Outcome::Deleted:
            ++m_report.ignored;
            ++m_deleted;
            return m_source.leaveOut();
        case DealRow::Outcome::Refused:
            m_source.leaveOut();
            m_report.refuse({m_source.line(), m_row.reason(), m_source.file()});
            if (m_isHistory)
                m_history.addRefused(m_row.refusedStep(), m_source.line());
            return;
        }
    }

    // What is told of it whatever comes of it.
    void lookAtRow()
    {
        lookAtRounding();
        lookAtCurrency();
        if (m_isHistory && !m_row.isLeadAlone())
            return;
        remarkOnRow(m_row.contradictions());
        remarkOnRow(m_row.conflicts());
        if (const qsizetype other = m_row.otherAmount(); other >= 0)
            ++m_otherAmounts[other];
    }

    // Whether it is a deal or a sum of others is only known when all rows are there.
    void hold()
    {
        lookAtRow();
        StageSums::Row row{m_row.deal(),    m_row.assumesCurrency(), !m_row.tellsOnlyValue(),
                           m_source.line(), m_source.file(),         traitsOf(m_row.deal())};
        lookAt(row.deal);
        m_sums.hold(row);
        if (!m_sums.isLastSumOfAbove())
            m_totals.add(row.deal);
    }

    Result<void> giveHeld()
    {
        for (qsizetype i = 0; i < m_sums.held().size(); ++i) {
            const StageSums::Row &row = m_sums.held().at(i);
            const bool isSum = m_sums.isSum(i);
            ++(isSum ? m_report.ignored : m_report.taken);
            if (isSum)
                count(row.traits, -1);
            else
                m_deals.append(row.deal);
            if (isSum || !row.tellsMore)
                m_report.remark({row.line,
                                 isSum ? QCoreApplication::translate(
                                     "Import", "Left out: the row is the sum of those at its stage.")
                                       : QCoreApplication::translate(
                                           "Import",
                                           "The row has nothing but a stage and a value. It counts "
                                           "as a deal; if it is a sum, delete it from the file."),
                                 row.file});
            if (m_deals.size() >= rowsOfBatch)
                if (const auto given = give(); !given)
                    return given;
        }
        return {};
    }

    // Whether a row of the same id was taken that tells of a later day.
    bool isOfEarlierDay()
    {
        if (m_isHistory || m_mapping.rows == RowMeaning::Item || !m_row.isSnapshot() || !m_row.hasOwnKey())
            return false;
        using Day = SnapshotWatch::Day;
        const Day day = m_snapshots.see(m_row.deal().key, m_row.snapshotOn());
        m_isLaterDay = day == Day::Later;
        m_earlierDays += m_isLaterDay || day == Day::Earlier ? 1 : 0;
        m_report.repeated += day == Day::Earlier ? 1 : 0;
        return day == Day::Earlier;
    }

    void remarkOnRow(const QStringList &texts)
    {
        for (const QString &text : texts)
            m_report.remark({m_source.line(), text, m_source.file()});
    }

    // Files that were converted from another currency have it in every row: the first ones show it.
    void lookAtRounding()
    {
        constexpr qint64 shown = 20;
        if (!m_row.rounding().isEmpty() && ++m_rounded <= shown)
            m_report.remark({m_source.line(), m_row.rounding(), m_source.file()});
    }

    void lookAtCurrency()
    {
        if (m_row.deal().value)
            ++(m_row.namesCurrency() ? m_withCurrency : m_withoutCurrency);
    }

    // Where neither a column nor the name of that of the values says it.
    void remarkOnCurrency()
    {
        const QString value = m_mapping.columnsOf(ColumnRole::Value).value(0);
        if (m_withCurrency == 0 || m_withoutCurrency == 0 || !currencyInName(value).isEmpty()
            || !m_mapping.columnsOf(ColumnRole::Currency).isEmpty())
            return;
        m_report.remarks.prepend(
            {0,
             QCoreApplication::translate("Import",
                                         "In “%1” some amounts name a currency, others do not: %2. These are "
                                         "taken as %3.")
                 .arg(value, QLocale().toString(m_withoutCurrency), m_mapping.currency)});
    }

    int traitsOf(const Deal &deal) const
    {
        const bool isUndatedWin = deal.state == Deal::State::Won && !deal.closed.isValid();
        return (deal.created.isValid() ? 0 : WithoutCreated) | (deal.isLostLead ? LostLead : 0)
            | (m_row.assumesCurrency() ? CurrencyAssumed : 0) | (isUndatedWin ? WonWithoutClosed : 0);
    }

    // Of a deal; or, `times` being -1, no longer of one that a later row tells otherwise of.
    void count(int traits, int times = 1)
    {
        m_withoutCreated += traits & WithoutCreated ? times : 0;
        m_lostLeads += traits & LostLead ? times : 0;
        m_assumed += traits & CurrencyAssumed ? times : 0;
        m_wonWithoutClosed += traits & WonWithoutClosed ? times : 0;
    }

    void remarkOnOtherAmounts()
    {
        const QString value = m_mapping.columnsOf(ColumnRole::Value).value(0);
        for (const auto &[column, rows] : m_otherAmounts.asKeyValueRange())
            m_report.remarks.prepend(
                {0,
                 QCoreApplication::translate("Import",
                                             "Rows without a value in “%1” that have an amount in “%2”, "
                                             "which was left out: %3. To take "
                                             "it there, make both columns the value.")
                     .arg(value, m_source.columns().at(column), QLocale().toString(rows))});
    }

    void remarkOnCounts()
    {
        const auto remark = [this](const QString &text, qint64 deals) {
            if (deals > 0)
                m_report.remarks.prepend({0, text.arg(QLocale().toString(deals))});
        };
        remark(QCoreApplication::translate(
                   "Import",
                   "Further deals of leads that have one already: %1. Each counts only in the stages after "
                   "that of its lead, so that every lead counts once."),
               m_further);
        remark(QCoreApplication::translate("Import",
                                           "Leads lost before a deal came of them: %1. No deal was lost with "
                                           "them, so they are in no win rate."),
               m_lostLeads);
        QStringList outdated = m_history.namedOutdated();
        if (m_history.outdated() > outdated.size())
            outdated.append(u"…"_s);
        remark(QCoreApplication::translate(
                   "Import",
                   "Deals whose newest row was refused: %2 (%1). They stand as the row before it says, and "
                   "may have gone on, or be won or lost.")
                   .arg(outdated.join(u", "_s)),
               m_history.outdated());
        remark(QCoreApplication::translate(
                   "Import", "Stages entered without a date: %1. They were reached, in no period."),
               m_history.undated());
        remark(QCoreApplication::translate(
                   "Import", "Rows with a further product of a deal: %1. Their values were added up."),
               m_report.furtherItems);
        remark(QCoreApplication::translate(
                   "Import",
                   "Rows that are alike in all that was taken, beside the first of each: %1. All count as "
                   "deals. If a deal stands there several times, as once for each of its contacts, export "
                   "its id too, or make the column the id by which it is known, such as its name."),
               m_alike);
        remark(QCoreApplication::translate(
                   "Import", "Archived rows that are neither won nor lost: %1. They were left out."),
               m_archived);
        remark(QCoreApplication::translate(
                   "Import", "Rows that “%1” says were deleted or archived: %2. They were left out.")
                   .arg(m_mapping.columnsOf(ColumnRole::IsDeleted).join(u"”, “"_s)),
               m_deleted);
        remark(QCoreApplication::translate("Import",
                                           "Rows of an earlier day by “%1” than another of the same id: %2. "
                                           "The row of the latest day counts.")
                   .arg(m_mapping.columnsOf(ColumnRole::SnapshotOn).value(0)),
               m_earlierDays);
        remark(QCoreApplication::translate("Import",
                                           "Deals without a date of creation: %1. They belong to no "
                                           "period by their entry, and have no cycle."),
               m_withoutCreated);
        remark(QCoreApplication::translate("Import",
                                           "Values with more decimals than their currency has: %1. Each was "
                                           "rounded."),
               m_rounded);
        remark(QCoreApplication::translate("Import",
                                           "Values of which the column of currencies says nothing: %1. They "
                                           "are taken as amounts of the workbook's currency."),
               m_assumed);
        remark(QCoreApplication::translate("Import",
                                           "Won deals without a close date: %1. They are won in no period."),
               m_wonWithoutClosed);
    }

    void lookAt(Deal &deal)
    {
        // Rows that were alike in everything so far were told apart by their number, see below.
        if (!deal.formerKey.isEmpty()
            && (!m_mapping.knownBy.isEmpty() || DealRow::isKeyOfContent(deal.formerKey)))
            if (const int seen = m_formerKeys.see(deal.formerKey, 0).times; seen > 0)
                deal.formerKey += u"-"_s + QString::number(seen);
        const int traits = traitsOf(deal);
        count(traits);
        if (const auto before = m_keys.see(deal.key, traits); before.times > 0) {
            if (m_row.hasOwnKey()) {
                ++m_report.repeated;
                count(before.traits, -1);
                if (!m_furtherKeys.contains(qHash(deal.key)))
                    deal.countsFrom = 0; // it is the same deal again
                if (!m_isLaterDay)
                    m_report.remark(
                        {m_source.line(),
                         QCoreApplication::translate(
                             "Import", "The id “%1” stands in an earlier row too. This row counts.")
                             .arg(shortened(deal.key)),
                         m_source.file()});
            } else {
                ++m_alike;
                deal.key
                    += u"-"_s + QString::number(before.times); // alike in everything, and yet another row
            }
        } else if (deal.isFurther()) {
            ++m_further;
            m_furtherKeys.insert(qHash(deal.key));
        }
        lookAtFigures(deal, m_source.line(), m_source.file());
    }

    void lookAtFigures(const Deal &deal, qint64 line, const QString &file)
    {
        if (deal.value && deal.value->minor < 0)
            m_report.remark({line,
                             QCoreApplication::translate("Import", "The deal has a negative value: %1.")
                                 .arg(deal.value->toText(QLocale())),
                             file});
        if (!deal.created.isValid() || !deal.closed.isValid() || deal.closed >= deal.created)
            return;
        ++m_report.closedBeforeCreated;
        m_report.remark({line,
                         QCoreApplication::translate("Import", "The deal was closed before it was created."),
                         file});
    }

    // Those that the table tells since the last look.
    void lookAtTotals()
    {
        if (m_isHistory)
            return;
        for (const TableRemark &remark : m_totals.compare(m_source.totals()))
            m_report.remark(remark);
    }

    Result<void> give()
    {
        const auto given = m_batch(m_deals);
        m_deals.clear();
        return given;
    }

    Result<void> giveHistory()
    {
        m_report.furtherStages = m_isHistory ? m_report.taken - m_leadsOfHistory - m_history.size() : 0;
        for (qsizetype i = 0; i < m_history.size(); ++i) {
            const auto deal = m_history.deal(i, m_row.stageOfLost(), m_report);
            if (!deal)
                continue;
            if (const auto given = giveGathered(*deal, m_history.line(i), m_history.file(i)); !given)
                return given;
        }
        return {};
    }

    Result<void> giveItems()
    {
        for (const DealItems::Gathered &each : m_items.deals())
            if (const auto given = giveGathered(each.deal, each.line, each.file); !given)
                return given;
        return {};
    }

    Result<void> giveGathered(const Deal &deal, qint64 line, const QString &file)
    {
        m_deals.append(deal);
        m_further += deal.isFurther() ? 1 : 0;
        count(traitsOf(deal));
        lookAtFigures(deal, line, file);
        return m_deals.size() < rowsOfBatch ? Result<void>() : give();
    }

    TableSource &m_source;
    const bool m_isHistory;
    const ImportMapping &m_mapping;
    DealRow m_row;
    DealHistory m_history;
    DealItems m_items;
    TotalCheck m_totals;
    LineCheck m_lines;
    StageSums m_sums;
    KeyWatch m_keys, m_formerKeys;
    SnapshotWatch m_snapshots;
    bool m_isLaterDay = false; // the present row, than another of its id
    QSet<size_t> m_furtherKeys; // hashes
    QMap<qsizetype, qint64> m_otherAmounts; // rows by column
    QList<Deal> m_deals;
    const DealBatch &m_batch;
    qint64 m_withoutCreated = 0, m_wonWithoutClosed = 0, m_archived = 0, m_deleted = 0, m_further = 0,
           m_leadsOfHistory = 0, m_rounded = 0, m_lostLeads = 0, m_assumed = 0, m_withCurrency = 0,
           m_withoutCurrency = 0, m_earlierDays = 0, m_alike = 0;
    ImportReport m_report;
};

} // namespace

void ImportReport::refuse(const TableRemark &row)
{
    ++refused;
    keep(refusedRows, row);
}

void ImportReport::remark(const TableRemark &remark)
{
    keep(remarks, remark);
}

Result<ImportReport> readDeals(TableSource &source, const ImportMapping &mapping, const QList<Stage> &stages,
                               const DealBatch &batch, const Progress &progress)
{
    if (const auto rewound = source.rewind(); !rewound)
        return rewound.error();
    return Reader(source, mapping, stages, batch).read(progress);
}
