#pragma once

#include "models/tables/wrapped_table.h"

#include <vector>

// Two tables with the same columns as one: the rows of the second follow those of the first, as with the
// exports of two quarters. Columns that only one of them has are empty in the rows of the other.
class StackedTable final : public WrappedTable
{
public:
    // The columns of both are found by their names, in whatever order.
    StackedTable(std::unique_ptr<TableSource> first, std::unique_ptr<TableSource> second,
                 const QString &firstName, const QString &secondName);

    const QStringList &columns() const override { return m_columns; }
    Result<void> rewind() override;
    bool next() override;
    Result<void> status() const override { return present().status(); }
    QStringView cell(qsizetype column) const override;
    qsizetype filledBeyond() const override { return present().filledBeyond(); }
    qint64 line() const override { return present().line(); }
    qint64 withoutResult(qsizetype column) const override;
    bool isFurther() const override { return present().isFurther(); }
    void leaveOut() override;
    QString file() const override;
    double progress() const override { return (table().progress() + m_second->progress()) / 2; }
    QList<TotalRow> totals() const override { return table().totals() + m_second->totals(); }
    QList<TableRemark> remarks() const override;

private:
    const TableSource &present() const { return m_inSecond ? *m_second : table(); }

    std::unique_ptr<TableSource> m_second;
    QString m_firstName, m_secondName;
    QStringList m_columns; // those of the first, and then those of the second alone
    QStringList m_onlyInOne;
    std::vector<qsizetype> m_places; // in the second, along the columns; -1: it has none
    bool m_inSecond = false;
};
