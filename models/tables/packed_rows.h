#pragma once

#include "models/tables/table_source.h"

#include <QByteArray>

#include <vector>

// Rows of a table kept close together in memory, as one block of UTF-8.
class PackedRows
{
public:
    void add(const TableSource &present);
    QStringList cells(size_t row) const;
    qint64 line(size_t row) const { return m_rows[row].line; }
    qsizetype filledBeyond(size_t row) const { return m_rows[row].filledBeyond; } // as of the table
    bool isFurther(size_t row) const { return m_rows[row].isFurther; } // likewise
    qsizetype file(size_t row) const { return m_rows[row].file; } // likewise: of the row
    size_t size() const { return m_rows.size(); }

private:
    struct Row
    {
        qint64 line = 0;
        qsizetype at = 0;
        bool isFurther = false;
        qint8 file = 0;
        qint16 filledBeyond = 0;
    };
    std::vector<Row> m_rows;
    QByteArray m_cells; // each behind its length
};
