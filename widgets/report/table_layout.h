#pragma once

#include "widgets/report/report.h"
#include "widgets/report/strip.h"

#include <optional>

class StripWriter;

// Lays out a table as strips: a head that is repeated on every page, and a strip a row. Columns are as wide
// as their texts ask for; where that would squeeze them, the table is not laid out as one.
class TableLayout
{
public:
    TableLayout(const TableBlock &table, double width, Qt::LayoutDirection direction);

    bool fits() const { return m_fits; }
    QList<Strip> strips() const;

private:
    using Cell = std::shared_ptr<ShapedText>;

    void shape();
    void findWidths();
    std::optional<QList<double>> writingWidths(const QList<double> &natural, QList<double> least) const;
    QList<double> share(const QList<double> &natural, const QList<double> &least) const;
    bool isSqueezed(const QList<double> &natural) const;
    Strip headStrip() const;
    Strip rowStrip(int row) const;
    Strip blankStrip(int row) const;
    void separateColumns(StripWriter &writer, double height) const;
    double left(int column) const;

    const TableBlock &m_table;
    double m_width;
    Qt::LayoutDirection m_direction;
    QList<Cell> m_head;
    QList<QList<Cell>> m_rows;
    QList<double> m_widths; // with padding
    bool m_fits = true;
    bool m_written = false; // rows are to be completed by hand
};
