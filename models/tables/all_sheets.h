#pragma once

#include "models/tables/xlsx_source.h"

// The worksheets of a workbook that have the same columns, such as one for each month or owner, as one table:
// the rows of one sheet below those of the other. The last column is the name of the sheet.
class AllSheets final : public TableSource
{
public:
    // Those with the columns of the sheet that `format` names, or of the first with a table.
    static Result<std::unique_ptr<AllSheets>> open(const std::shared_ptr<XlsxWorkbook> &workbook,
                                                   const TableFormat &format);

    const QStringList &columns() const override { return m_columns; }
    QString description() const override;
    TableFormat format() const override;
    QStringList sheets() const override { return m_sheets.front()->sheets(); }
    QStringList sheetsAlike() const override { return m_names; }
    bool countsFrom1904() const override { return m_sheets.front()->countsFrom1904(); }
    Result<void> rewind() override;
    bool next() override;
    Result<void> status() const override { return m_sheets[m_at]->status(); }
    QStringView cell(qsizetype column) const override;
    qsizetype filledBeyond() const override { return m_sheets[m_at]->filledBeyond(); }
    qint64 line() const override { return m_sheets[m_at]->line(); }
    qint64 withoutResult(qsizetype column) const override;
    QString file() const override { return m_names.at(qsizetype(m_at)); }
    double progress() const override;
    QList<TotalRow> totals() const override;
    QList<TableRemark> remarks() const override;

private:
    AllSheets() = default;
    void add(std::unique_ptr<XlsxSource> sheet);

    std::vector<std::unique_ptr<XlsxSource>> m_sheets;
    std::vector<std::vector<qsizetype>> m_places; // of each sheet's columns, along those of the first
    QStringList m_names; // along m_sheets
    QStringList m_others; // which have other columns
    QStringList m_columns;
    size_t m_at = 0; // the present sheet
};
