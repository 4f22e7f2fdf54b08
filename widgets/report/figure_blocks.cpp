#include "widgets/report/figure_blocks.h"

TableBlock tableBlock(const FigureTable &figures)
{
    TableBlock table;
    for (qsizetype i = 0; i < figures.head.size(); ++i)
        table.columns.append({.label = figures.head.at(i), .figures = i >= figures.textColumns});
    table.rows = figures.rows;
    return table;
}

QList<ReportBlock> tableBlocks(const FigureTable &figures)
{
    constexpr qsizetype mostFigures = 6;
    const qsizetype words = figures.textColumns, all = figures.head.size() - words;
    if (all <= mostFigures)
        return {tableBlock(figures)};
    // As even as can be: no column alone.
    const qsizetype parts = (all + mostFigures - 1) / mostFigures;
    QList<ReportBlock> blocks;
    for (qsizetype part = 0; part < parts; ++part) {
        const qsizetype from = words + all * part / parts, to = words + all * (part + 1) / parts;
        const auto cells
            = [&](const QStringList &row) { return row.first(words) + row.sliced(from, to - from); };
        FigureTable some{.head = cells(figures.head), .rows = {}, .textColumns = figures.textColumns};
        for (const QStringList &row : figures.rows)
            some.rows.append(cells(row));
        blocks.append(tableBlock(some));
    }
    return blocks;
}
