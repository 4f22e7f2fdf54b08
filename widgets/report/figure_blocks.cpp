#include "widgets/report/figure_blocks.h"

#include "models/arithmetic/dash.h"

#include <algorithm>

TableBlock tableBlock(const FigureTable &figures)
{
    TableBlock table;
    for (qsizetype i = 0; i < figures.head.size(); ++i)
        table.columns.append({.label = figures.head.at(i), .figures = i >= figures.textColumns});
    table.rows = figures.rows;
    return table;
}

TableBlock withoutUnknown(TableBlock table)
{
    const auto isUnknown = [&table](qsizetype column) {
        return std::all_of(table.rows.begin(), table.rows.end(), [column](const QStringList &row) {
            return row.at(column).isEmpty() || row.at(column) == dash();
        });
    };
    for (qsizetype column = table.columns.size() - 1; column >= 0; --column) {
        if (!table.columns.at(column).figures || !isUnknown(column))
            continue;
        table.columns.removeAt(column);
        for (QStringList &row : table.rows)
            row.removeAt(column);
    }
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
