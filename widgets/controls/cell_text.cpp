#include "widgets/controls/cell_text.h"

#include "models/tables/formula_guard.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Index of the quote that ends a cell begun with a quote at `start`, or -1: then the quote is plain text.
qsizetype closingQuote(const QString &text, qsizetype start)
{
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        if (text.at(i) != u'"')
            continue;
        if (i + 1 < text.size() && text.at(i + 1) == u'"')
            ++i; // a doubled quote is one of the text
        else
            return i + 1 == text.size() || text.at(i + 1) == u'\t' || text.at(i + 1) == u'\n' ? i : -1;
    }
    return -1;
}

// Without what keeps spreadsheets from working it out, see formula_guard.h.
QString plainCell(const QString &cell)
{
    return unguarded(cell).toString();
}

// As plainCell() gives it back.
QString keptCell(const QString &cell)
{
    return unguarded(cell) == cell ? cell : u'\'' + cell;
}

} // namespace

QList<QStringList> CellText::read(const QString &text)
{
    QString all = text;
    all.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    if (all.endsWith(u'\n'))
        all.chop(1);
    QList<QStringList> rows{QStringList()};
    qsizetype at = 0;
    while (true) {
        qsizetype end = 0;
        const qsizetype quote = at < all.size() && all.at(at) == u'"' ? closingQuote(all, at) : -1;
        if (quote >= 0) {
            rows.last().append(plainCell(all.mid(at + 1, quote - at - 1).replace(u"\"\""_s, u"\""_s)));
            end = quote + 1;
        } else {
            end = at;
            while (end < all.size() && all.at(end) != u'\t' && all.at(end) != u'\n')
                ++end;
            rows.last().append(plainCell(all.mid(at, end - at)));
        }
        if (end >= all.size())
            return rows;
        if (all.at(end) == u'\n')
            rows.append(QStringList());
        at = end + 1;
    }
}

QString CellText::write(const QList<QStringList> &rows)
{
    QStringList lines;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &text : row) {
            QString cell = keptCell(text);
            const bool quote = std::any_of(cell.begin(), cell.end(),
                                           [](QChar c) { return c == u'\t' || c == u'\n' || c == u'"'; });
            cells.append(quote ? QString(u'"' + cell.replace(u"\""_s, u"\"\""_s) + u'"') : cell);
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}
