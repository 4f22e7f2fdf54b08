#pragma once

#include "models/tables/table_source.h"

#include <memory>

// Another table as it is, for those that change a little of one to begin from.
class WrappedTable : public TableSource
{
public:
    explicit WrappedTable(std::unique_ptr<TableSource> table)
        : m_table(std::move(table))
    {
    }

    const QStringList &columns() const override { return m_table->columns(); }
    QString description() const override { return m_table->description(); }
    TableFormat format() const override { return m_table->format(); }
    QStringList sheets() const override { return m_table->sheets(); }
    QStringList sheetsAlike() const override { return m_table->sheetsAlike(); }
    QList<FileJoin> joins() const override { return m_table->joins(); }
    qsizetype fileOf(qsizetype column) const override { return m_table->fileOf(column); }
    qsizetype fileOfRow() const override { return m_table->fileOfRow(); }
    bool countsFrom1904() const override { return m_table->countsFrom1904(); }
    QStringList groupColumns() const override { return m_table->groupColumns(); }
    Result<void> rewind() override { return m_table->rewind(); }
    bool next() override { return m_table->next(); }
    Result<void> status() const override { return m_table->status(); }
    QStringView cell(qsizetype column) const override { return m_table->cell(column); }
    qsizetype filledBeyond() const override { return m_table->filledBeyond(); }
    qint64 line() const override { return m_table->line(); }
    qint64 withoutResult(qsizetype column) const override { return m_table->withoutResult(column); }
    bool isFurther() const override { return m_table->isFurther(); }
    void leaveOut() override { m_table->leaveOut(); }
    QString file() const override { return m_table->file(); }
    double progress() const override { return m_table->progress(); }
    QList<TotalRow> totals() const override { return m_table->totals(); }
    QList<TableRemark> remarks() const override { return m_table->remarks(); }

protected:
    TableSource &table() { return *m_table; }
    const TableSource &table() const { return *m_table; }

private:
    std::unique_ptr<TableSource> m_table;
};
