#pragma once

#include "models/tables/wrapped_table.h"

// A report with groups, the name of which stands in the first row of each only: the rows below get it too.
class GroupedTable final : public WrappedTable
{
public:
    // The table as it is where it has no groups: the first columns, named like a stage, an owner or the like,
    // filled in the first row, with values of which none comes again, and blank cells between.
    static Result<std::unique_ptr<TableSource>> fill(std::unique_ptr<TableSource> table,
                                                     const TableFormat &format);

    QString description() const override;
    TableFormat format() const override;
    QStringList groupColumns() const override;
    Result<void> rewind() override;
    bool next() override;
    QStringView cell(qsizetype column) const override;
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

    bool isBesideRows() const;

    TableFormat m_format;
    QList<TableRemark> m_leftOut;
    QList<Group> m_groups; // from the outermost
};
