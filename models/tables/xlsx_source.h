#pragma once

#include "models/tables/row_table.h"
#include "models/tables/xlsx/kept_rows.h"
#include "models/tables/xlsx/sheet_reader.h"

#include <QHash>

// A worksheet of a workbook in Office Open XML as a table.
class XlsxSource final : public RowTable
{
public:
    static Result<std::unique_ptr<XlsxSource>> open(std::shared_ptr<XlsxWorkbook> workbook,
                                                    const TableFormat &format = {});
    // A workbook gives one sheet at a time: before another is read, and until the next rewind().
    void release() { m_reader.reset(); }
    void findSheetsAlike();

    QString description() const override;
    TableFormat format() const override { return {.sheet = m_sheet, .headerLine = headerLine()}; }
    QStringList sheets() const override { return m_workbook->sheets(); }
    QStringList sheetsAlike() const override { return m_sheetsAlike; }
    Result<void> status() const override
    {
        return m_kept.isComplete() ? m_kept.status() : m_reader ? m_reader->status() : Result<void>();
    }
    bool countsFrom1904() const override;
    qint64 withoutResult(qsizetype column) const override { return m_withoutResult.value(column); }
    QList<TableRemark> remarks() const override;
    double progress() const override
    {
        return m_kept.isComplete() ? m_kept.progress() : m_reader ? m_reader->progress() : 1;
    }

protected:
    Result<void> startOver() override;
    bool nextRow() override;
    const std::vector<QStringView> &rowCells() const override { return m_cells; }
    qint64 rowLine() const override { return m_line; }
    HeaderPlace placeOfHeader(QList<QStringList> &rows, const QList<qint64> &lines) override;

private:
    explicit XlsxSource(std::shared_ptr<XlsxWorkbook> workbook);

    Result<void> chooseSheet(const QString &wanted);
    Result<int> likenessToTable(const QString &sheet);
    bool readRow(); // and keeps it
    void lookAtErrors(const QList<SheetReader::CellError> &errors);

    std::shared_ptr<XlsxWorkbook> m_workbook;
    QString m_sheet;
    QStringList m_sheetsAlike;
    bool m_isGlance = false; // only for the names of the columns: not read to the end for them
    std::unique_ptr<SheetReader> m_reader;
    KeptRows m_kept; // of the sheet, once it was read to its end
    qint64 m_hiddenRows = 0; // of the sheet, once it was read to its end
    QHash<qsizetype, qint64> m_withoutResult; // by column
    qint64 m_line = 0;
    std::vector<QStringView> m_cells; // as many as there are columns
};
