#include "widgets/report/figure_blocks.h"

#include <algorithm>

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
    return tableBlocks(tableBlock(figures));
}

QList<ReportBlock> tableBlocks(const TableBlock &table)
{
    constexpr qsizetype mostFigures = 6;
    const qsizetype parts = (table.figureColumns() + mostFigures - 1) / mostFigures;
    QList<ReportBlock> blocks;
    for (const TableBlock &part : table.inParts(std::max<qsizetype>(1, parts)))
        blocks.append(part);
    return blocks;
}
