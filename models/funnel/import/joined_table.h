#pragma once

#include "models/tables/packed_rows.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

// Two tables as one, such as leads and the deals that came of them: each row of the first with the columns of
// the row of the second that has the same key. Rows of the second without a partner follow at the end, unless
// it lists what several deals have in common, such as their accounts or the address book. Where the key comes
// again in the second only, as in a history of stages, it is each row of the second with the row of the
// first.
class JoinedTable final : public TableSource
{
public:
    struct Options
    {
        QString key = {}; // as in JoinKey; empty: an id that both have and that differs from row to row
        bool takesLikeliest = false; // where that leaves several; otherwise it is refused
        QString firstName = {}, secondName = {}; // of the files
        qsizetype added = 0; // FileJoin::added
    };
    static Result<std::unique_ptr<TableSource>>
    join(std::unique_ptr<TableSource> first, std::unique_ptr<TableSource> second, const Options &options);

    const QStringList &columns() const override { return m_columns; }
    QString description() const override;
    TableFormat format() const override { return firstTable().format(); }
    QStringList sheets() const override { return firstTable().sheets(); }
    QStringList sheetsAlike() const override { return firstTable().sheetsAlike(); }
    QList<FileJoin> joins() const override { return m_joins; }
    qsizetype fileOf(qsizetype column) const override;
    qsizetype fileOfRow() const override;
    bool countsFrom1904() const override { return firstTable().countsFrom1904(); }
    QStringList groupColumns() const override { return m_groupColumns; }
    Result<void> rewind() override;
    bool next() override;
    Result<void> status() const override { return m_leading->status(); }
    QStringView cell(qsizetype column) const override;
    qsizetype filledBeyond() const override;
    qint64 line() const override;
    qint64 withoutResult(qsizetype column) const override;
    bool isFurther() const override;
    void leaveOut() override;
    QString file() const override;
    double progress() const override { return m_leading->progress(); }
    QList<TableRemark> remarks() const override;

private:
    // Where a column of the whole is found.
    struct Place
    {
        enum { Key, Leading, Other } table = Key;
        qsizetype column = 0;
        qsizetype sameName = -1; // the column of the whole that has this name in the second table
    };

    // A column of each table.
    struct Columns
    {
        qsizetype first = 0, second = 0;
    };
    JoinedTable(std::unique_ptr<TableSource> first, std::unique_ptr<TableSource> second,
                const Columns &columns, bool secondLeads);
    const TableSource &firstTable() const { return m_secondLeads ? *m_other : *m_leading; }
    void nameColumns();
    Result<void> readOther();
    void noteKey(const QString &value); // of the next row that is kept
    void take(qint64 row);
    void rememberMissing(const QString &key);
    bool hasOther() const { return m_at >= 0 && size_t(m_at) < m_rows.size(); }

    std::unique_ptr<TableSource> m_leading; // read row by row
    std::unique_ptr<TableSource> m_other; // of which the rows are kept
    bool m_secondLeads;
    bool m_hasManyToOne = false; // several rows of the leading belong to one of the other
    bool m_hasManyToMany = false;
    bool m_listsKeys = false; // a row of the other names several of the leading in its key
    bool m_sharesDeals = false; // the leading are leads, of which several may name one deal
    bool m_isShared = false; // by the present row
    qint64 m_sharedRows = 0;
    bool m_looksUp = false; // the other tells of accounts or the like, not of deals
    QString m_nameOfLeading, m_nameOfOther;
    QList<FileJoin> m_joins; // the last is that of these two
    QStringList m_groupColumns;
    qsizetype m_keyOfLeading;
    qsizetype m_keyOfOther;
    QStringList m_columns;
    std::vector<Place> m_places; // along m_columns
    PackedRows m_rows; // of m_other
    QSet<size_t> m_isDouble; // rows of a key that a later one has too
    QStringList m_missing; // keys of m_leading that m_other has not; the first few different
    qint64 m_missingRows = 0;
    std::vector<bool> m_isTaken; // along m_rows: by a row of m_leading, or a later one of the same key
    QHash<QString, size_t> m_rowOfKey;
    bool m_inLeading = true;
    qint64 m_at = -1; // row of m_other beside the present one; -1: none
    bool m_isFurther = false; // that row was taken by an earlier one already
    QSet<qint64> m_leftOut; // rows of m_other that were taken, but by none that counts
    QStringList m_present; // its cells
    QList<TableRemark> m_remarks;
};
