#include "widgets/report/report.h"

#include <algorithm>

qsizetype TableBlock::figureColumns() const
{
    const auto isFigure = [](const ReportColumn &column) { return column.figures; };
    const auto first = std::find_if(columns.begin(), columns.end(), isFigure);
    const bool named = first != columns.begin() && std::all_of(first, columns.end(), isFigure);
    return named && blankRows == 0 && !completedByHand ? columns.end() - first : 0;
}

QList<TableBlock> TableBlock::inParts(qsizetype parts) const
{
    const qsizetype all = figureColumns(), words = columns.size() - all;
    QList<TableBlock> tables;
    for (qsizetype part = 0; part < parts; ++part) {
        const qsizetype from = words + all * part / parts, to = words + all * (part + 1) / parts;
        const auto some = [&](const auto &row) { return row.first(words) + row.sliced(from, to - from); };
        TableBlock table = *this;
        table.columns = some(columns);
        for (QStringList &row : table.rows)
            row = some(row);
        tables.append(table);
    }
    return tables;
}

ReportProgress partOf(const ReportProgress &progress, double from, double to)
{
    return [=](double done) { return !progress || progress(from + (to - from) * done); };
}
