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
    return tableBlocks(tableBlock(figures), figures.textColumns);
}

QList<ReportBlock> tableBlocks(const TableBlock &table, qsizetype words)
{
    constexpr qsizetype mostFigures = 6;
    const qsizetype all = table.columns.size() - words;
    if (all <= mostFigures)
        return {table};
    // As even as can be: no column alone.
    const qsizetype parts = (all + mostFigures - 1) / mostFigures;
    QList<ReportBlock> blocks;
    for (qsizetype part = 0; part < parts; ++part) {
        const qsizetype from = words + all * part / parts, to = words + all * (part + 1) / parts;
        const auto some = [&](const auto &row) { return row.first(words) + row.sliced(from, to - from); };
        TableBlock block;
        block.columns = some(table.columns);
        for (const QStringList &row : table.rows)
            block.rows.append(some(row));
        blocks.append(block);
    }
    return blocks;
}
