#pragma once

#include "widgets/charts/figure_table.h"
#include "widgets/report/report.h"

// The figures behind a chart of the screen, as tables of a report.

TableBlock tableBlock(const FigureTable &figures);
// Without the columns of figures that say nothing in any row.
TableBlock withoutUnknown(TableBlock table);
// In several where there are more columns than a page has room for; each begins with the words.
QList<ReportBlock> tableBlocks(const FigureTable &figures);
QList<ReportBlock> tableBlocks(const TableBlock &table);
