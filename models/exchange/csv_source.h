#pragma once

#include "models/exchange/csv_reader.h"
#include "models/exchange/table_source.h"

#include <QIODevice>

#include <memory>
#include <optional>

struct CsvFormat
{
    std::optional<TextEncoding> encoding = {}; // empty: guessed
    char16_t separator = 0; // 0: guessed
};

// A CSV file, or a relative of it, as a table.
class CsvSource : public TableSource
{
public:
    static Result<std::unique_ptr<CsvSource>> open(const QString &path, CsvFormat format = {});
    static Result<std::unique_ptr<CsvSource>> open(std::unique_ptr<QIODevice> device, CsvFormat format = {});

    const QStringList &columns() const override { return m_columns; }
    QString description() const override;
    TextEncoding encoding() const { return m_encoding.encoding; }
    char16_t separator() const { return m_separator; }
    qint64 headerLine() const { return m_headerLine; } // 0: the table has no header

    Result<void> rewind() override;
    bool next() override;
    QStringView cell(qsizetype column) const override;
    qsizetype filledBeyond() const override;
    qint64 line() const override { return m_reader->line(); }
    double progress() const override;
    QList<TableRemark> remarks() const override;

private:
    explicit CsvSource(std::unique_ptr<QIODevice> device);

    Result<void> detect(const CsvFormat &format);
    Result<void> findColumns();
    void remarkOnRow(RowKind kind);
    void remark(qint64 line, const QString &text);

    std::unique_ptr<QIODevice> m_device;
    std::unique_ptr<CsvReader> m_reader;
    EncodingGuess m_encoding;
    char16_t m_separator = u',';
    QStringList m_columns;
    qint64 m_headerLine = 0;
    qint64 m_firstLine = 1; // of data; before the columns are known, of anything
    QList<TableRemark> m_tableRemarks; // about the table as a whole
    QList<TableRemark> m_rowRemarks;
};
