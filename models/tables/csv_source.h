#pragma once

#include "models/tables/csv_reader.h"
#include "models/tables/row_table.h"
#include "models/tables/unwrapped_csv.h"

#include <QIODevice>

#include <memory>

// A CSV file, or a relative of it, as a table.
class CsvSource final : public RowTable
{
public:
    static Result<std::unique_ptr<CsvSource>> open(std::unique_ptr<QIODevice> device,
                                                   const TableFormat &format = {});

    QString description() const override;
    TableFormat format() const override
    {
        return {.encoding = m_encoding.encoding, .separator = m_separator, .headerLine = headerLine()};
    }
    TextEncoding encoding() const { return m_encoding.encoding; }
    char16_t separator() const { return m_separator; }
    double progress() const override;
    QList<TableRemark> remarks() const override;

protected:
    Result<void> startOver() override;
    bool nextRow() override;
    const std::vector<QStringView> &rowCells() const override
    {
        return m_split.isEmpty() ? m_reader->cells() : m_cells;
    }
    qint64 rowLine() const override { return m_reader->line(); }
    bool isCutOff() const override;

private:
    explicit CsvSource(std::unique_ptr<QIODevice> device);

    Result<void> detect(const TableFormat &format);
    void measure();
    void noteCells(); // of the row before

    std::unique_ptr<QIODevice> m_device;
    bool m_isWrapped = false; // see UnwrappedCsv
    std::unique_ptr<UnwrappedCsv> m_unwrapped;
    std::unique_ptr<CsvReader> m_reader;
    EncodingGuess m_encoding;
    char16_t m_separator = u',';
    size_t m_usualWidth = 1; // cells of most rows that have several
    size_t m_fewestCells = 0; // of the rows so far that have several
    int m_rows = 0; // of these, as far as it matters
    QStringList m_split; // the cells of the row, where it stood in quotes as a whole
    std::vector<QStringView> m_cells; // these
};
