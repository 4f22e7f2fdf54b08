#pragma once

#include "models/exchange/table_source.h"

#include <QHash>

#include <memory>
#include <vector>

// Two tables as one, such as leads and the deals that came of them: each row of the first with the columns of
// the row of the second that has the same key. Rows of the second without a partner follow at the end.
class JoinedTable final : public TableSource
{
public:
    // Without a key it is the column that both have and whose values differ from row to row.
    static Result<std::unique_ptr<TableSource>>
    join(std::unique_ptr<TableSource> first, std::unique_ptr<TableSource> second, const QString &key = {});

    const QStringList &columns() const override { return m_columns; }
    QString description() const override;
    TableFormat format() const override { return m_first->format(); }
    QStringList sheets() const override { return m_first->sheets(); }
    Result<void> rewind() override;
    bool next() override;
    Result<void> status() const override { return m_first->status(); }
    QStringView cell(qsizetype column) const override;
    qsizetype filledBeyond() const override { return m_inFirst ? m_first->filledBeyond() : 0; }
    qint64 line() const override;
    double progress() const override { return m_first->progress(); }
    QList<TableRemark> remarks() const override;

private:
    struct Row
    {
        qint64 line = 0;
        bool isTaken = false; // by a row of the first table
        QStringList cells;
    };

    JoinedTable(std::unique_ptr<TableSource> first, const QString &key);
    Result<void> readSecond(TableSource &second);

    std::unique_ptr<TableSource> m_first;
    QString m_key;
    qsizetype m_keyOfFirst = 0;
    qsizetype m_keyOfSecond = 0;
    QStringList m_columns;
    std::vector<qsizetype> m_columnOfSecond; // along those of m_columns that the first has not
    std::vector<Row> m_rows; // of the second
    QHash<QString, size_t> m_rowOfKey;
    bool m_inFirst = true;
    qint64 m_at = -1; // row of the second beside the present one; -1: none
    QList<TableRemark> m_remarks;
};
