#pragma once

#include "models/tables/xlsx/workbook.h"

#include <QRect>
#include <QStringView>

#include <vector>

// Reads a worksheet row by row, so that one of any length needs little memory. Rows and columns count from 1
// and 0, as tables do; rows without a filled cell do not appear, unless a cell of them is in error.
class SheetReader
{
public:
    struct CellError
    {
        QString cell; // "B13"
        QString error; // "#N/A"; empty: a formula that the program which wrote the file has not worked out

        qsizetype column() const; // from 0
    };

    SheetReader(const XlsxWorkbook &workbook, std::unique_ptr<XmlPart> part);

    bool next(); // false at the end, and where the sheet is damaged
    Result<void> status() const { return m_status; } // why, once it was false

    // Valid until next(). Without the empty cells at the end.
    const std::vector<QStringView> &cells() const { return m_cells; }
    qint64 row() const { return m_row; }
    const QList<CellError> &errors() const { return m_errors; } // of the row; such cells are empty

    // Cells shown as one; known once next() is false. The top is a row, the left a column.
    const QList<QRect> &merged() const { return m_merged; }
    qint64 hiddenRows() const { return m_hiddenRows; } // with filled cells, so far
    double progress() const { return m_part->progress(); }

private:
    struct Part
    {
        qsizetype begin = 0; // in m_text
        qsizetype size = 0;
        qsizetype shared = -1; // or a text of the workbook
    };

    enum class CellType { Number, Text, Shared, YesNo, Error, Date };
    static CellType typeOf(QStringView type);

    void startRow();
    void readCell();
    void place(Part &cell, CellType type, qsizetype style);
    void finishRow();

    const XlsxWorkbook &m_workbook;
    std::unique_ptr<XmlPart> m_part;
    qint64 m_row = 0;
    bool m_isHidden = false; // the row, by a filter or by hand
    qint64 m_hiddenRows = 0;
    qsizetype m_column = -1;
    QString m_text; // of the row
    std::vector<Part> m_parts;
    std::vector<QStringView> m_cells;
    QList<CellError> m_errors;
    QList<QRect> m_merged;
    Result<void> m_status;
    QString m_value, m_inline; // of the cell
};
