#pragma once

#include "models/tables/table_source.h"

// What tables in files have in common: the search for the header among the first rows, the rows that are no
// data, and the remarks on both.
class RowTable : public TableSource
{
public:
    const QStringList &columns() const override { return m_columns; }
    qint64 headerLine() const { return m_headerLine; } // 0: the table has no header

    Result<void> rewind() override;
    bool next() override;
    QStringView cell(qsizetype column) const override;
    qsizetype filledBeyond() const override;
    qint64 line() const override { return rowLine(); }
    QList<TotalRow> totals() const override { return m_totals; }
    QList<TableRemark> remarks() const override { return m_tableRemarks + m_rowRemarks; }

protected:
    // The rows of the file as they stand in it.
    virtual Result<void> startOver() = 0; // before the first
    virtual bool nextRow() = 0;
    virtual const std::vector<QStringView> &rowCells() const = 0; // valid until nextRow()
    virtual qint64 rowLine() const = 0;
    virtual bool isCutOff() const { return false; } // the file ends within the row

    // Among the first rows, which have been read. May read on, and fill in what the header leaves out.
    virtual HeaderPlace placeOfHeader(QList<QStringList> &rows, const QList<qint64> &lines);

    // The header is found where its line is not given.
    Result<void> findColumns(std::optional<qint64> headerLine, qint64 firstLine = 1);
    void remarkOnTable(const QString &text) { m_tableRemarks.append({0, text}); }
    void remark(qint64 line, const QString &text);

private:
    static Result<HeaderPlace> placeOfLine(qint64 line, const QList<QStringList> &rows,
                                           const QList<qint64> &lines);
    Result<void> nameColumns(const QStringList &row, qint64 line, bool isHeader);
    void nameByGroups(const QStringList &groups, QStringList &names, qint64 line);
    void takeUnits(const QStringList &row, qint64 line);
    void remarkOnRow(RowKind kind);
    void keepTotal();

    QStringList m_columns;
    qint64 m_headerLine = 0;
    qint64 m_firstLine = 1; // of data
    QList<TableRemark> m_tableRemarks; // about the table as a whole
    QList<TableRemark> m_rowRemarks;
    QList<TotalRow> m_totals;
};
