#pragma once

#include "models/tables/xlsx/sheet_reader.h"

#include <QTemporaryFile>

// The rows of a worksheet as they were read, in a temporary file: a table is read several times, and to
// unpack and parse a long worksheet takes many times as long as this. Where there is no room for the file it
// never becomes complete, and the worksheet has to be read again.
class KeptRows
{
public:
    void startOver(); // before the first row, to add or, where all are there, to read
    void add(const SheetReader &present);
    void complete(); // all rows were added
    bool isComplete() const { return m_isComplete; }

    bool next(); // false at the end, and where the file cannot be read
    Result<void> status() const;

    // Valid until next().
    const std::vector<QStringView> &cells() const { return m_cells; }
    qint64 row() const { return m_head.row; }
    const QList<SheetReader::CellError> &errors() const { return m_errors; }
    double progress() const;

private:
    struct Head // of each row, followed by the sizes of its texts and by their letters
    {
        qint64 row = 0;
        qint64 letters = 0;
        qint64 cells = 0;
        qint64 errors = 0; // each a cell and its error, behind the cells
    };

    void append(const void *data, size_t bytes);
    void flush();

    QTemporaryFile m_file;
    QByteArray m_block; // to be written
    bool m_isComplete = false;
    bool m_failed = false;
    Head m_head;
    std::vector<quint32> m_sizes;
    QString m_letters;
    std::vector<QStringView> m_cells;
    QList<SheetReader::CellError> m_errors;
};
