#include "models/exchange/csv_writer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool mustQuote(const QString &cell)
{
    return std::any_of(cell.begin(), cell.end(),
                       [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
}

} // namespace

void addCsvRow(QByteArray &csv, const QStringList &cells)
{
    QString row;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            row += u',';
        const QString &cell = cells.at(i);
        // A row of one empty cell would read as a blank line.
        if (mustQuote(cell) || (cell.isEmpty() && cells.size() == 1))
            row += u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"';
        else
            row += cell;
    }
    csv += row.append(u"\r\n"_s).toUtf8();
}
