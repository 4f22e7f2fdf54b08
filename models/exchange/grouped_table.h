#pragma once

#include "models/exchange/table_source.h"

#include <memory>

// A report with groups, the name of which stands in the first row of each only: the rows below get it too.
class GroupedTable final : public TableSource
{
public:
    // The table as it is where it has no groups: the first columns, named like a stage, an owner or the like,
    // filled in the first row, with values of which none comes again, and blank cells between.
    static Result<std::unique_ptr<TableSource>> fill(std::unique_ptr<TableSource> table,
                                                     const TableFormat &format);

    const QStringList &columns() const override { return m_table->columns(); }
    QString description() const override;
    TableFormat format() const override;
    QStringList sheets() const override { return m_table->sheets(); }
    QStringList groupColumns() const override;
    Result<void> rewind() override;
    bool next() override;
    Result<void> status() const override { return m_table->status(); }
    QStringView cell(qsizetype column) const override;
    qsizetype filledBeyond() const override { return m_table->filledBeyond(); }
    qint64 line() const override { return m_table->line(); }
    double progress() const override { return m_table->progress(); }
    QList<TotalRow> totals() const override { return m_table->totals(); }
    QList<TableRemark> remarks() const override;

private:
    struct Group
    {
        qsizetype column = 0;
        QString name = {}; // of the present group
        qint64 carried = 0; // cells it was carried into
    };

    GroupedTable(std::unique_ptr<TableSource> table, const TableFormat &format,
                 const QList<qsizetype> &columns);

    std::unique_ptr<TableSource> m_table;
    TableFormat m_format;
    QList<Group> m_groups; // from the outermost
};
