#include "models/exchange/table_source.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype wideTable = 6; // so many columns tell a sum from a row with an id only
constexpr qsizetype narrowTable = 2; // so few columns do not tell a remark from data

bool isFilled(QStringView cell)
{
    return std::any_of(cell.begin(), cell.end(), [](QChar c) { return !c.isSpace(); });
}

qsizetype filledCells(const QStringList &row)
{
    return std::count_if(row.begin(), row.end(), [](const QString &cell) { return isFilled(cell); });
}

// A name of a column begins with a letter or the like; figures, dates and amounts do not.
bool looksLikeData(const QString &cell)
{
    const bool digits = std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
    const bool letters = std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isLetter(); });
    return digits && !letters;
}

bool looksLikeHeader(const QStringList &row)
{
    return std::none_of(row.begin(), row.end(), looksLikeData);
}

// How many cells the rows of the table proper have: the most common number, the larger of equals.
qsizetype usualWidth(const QList<QStringList> &rows)
{
    QHash<qsizetype, int> counts;
    for (const QStringList &row : rows)
        if (const qsizetype filled = filledCells(row); filled > 0)
            ++counts[row.size()];
    qsizetype best = 0;
    for (const auto &[width, count] : counts.asKeyValueRange()) {
        const int bestCount = counts.value(best);
        if (count > bestCount || (count == bestCount && width > best))
            best = width;
    }
    return best;
}

// A table begins with a row of data, and its header may still be the row above, with half of its names
// missing.
HeaderPlace headerAbove(const QList<QStringList> &rows, qsizetype data)
{
    const qsizetype width = rows.at(data).size();
    qsizetype above = data - 1;
    while (above >= 0 && filledCells(rows.at(above)) == 0)
        --above;
    if (above < 0 || !looksLikeHeader(rows.at(above)) || rows.at(above).size() != width)
        return {data, false};
    const bool reachesAcross = width <= narrowTable || isFilled(rows.at(above).last());
    return filledCells(rows.at(above)) * 2 >= width && reachesAcross ? HeaderPlace{above, true}
                                                                     : HeaderPlace{data, false};
}

// "Total", "Grand Totals (12 records)", "Summe:".
bool isTotalWord(QStringView text)
{
    static const QSet<QString> words{u"total"_s,
                                     u"totals"_s,
                                     u"grand total"_s,
                                     u"grand totals"_s,
                                     u"subtotal"_s,
                                     u"subtotals"_s,
                                     u"sum"_s,
                                     u"summe"_s,
                                     u"gesamt"_s,
                                     u"gesamtsumme"_s,
                                     u"gesamtwert"_s,
                                     u"zwischensumme"_s,
                                     u"gesamtergebnis"_s,
                                     u"somme"_s,
                                     u"totaux"_s,
                                     u"sous-total"_s,
                                     u"total général"_s,
                                     u"totaux généraux"_s,
                                     u"suma"_s,
                                     u"suma total"_s,
                                     u"total general"_s,
                                     u"count"_s,
                                     u"record count"_s,
                                     u"average"_s,
                                     u"avg"_s,
                                     u"anzahl"_s,
                                     u"durchschnitt"_s,
                                     u"moyenne"_s,
                                     u"recuento"_s,
                                     u"promedio"_s,
                                     u"contagem"_s,
                                     u"totales generales"_s,
                                     u"soma"_s,
                                     u"total geral"_s,
                                     u"totais gerais"_s};
    QString word = text.toString().section(u'(', 0, 0).trimmed().toLower();
    while (word.endsWith(u':'))
        word.chop(1);
    return words.contains(word);
}

} // namespace

QStringList repairedNames(const QStringList &names, QList<TableRemark> &remarks, qint64 line)
{
    QSet<QString> used;
    QStringList repaired;
    for (const QString &given : names) {
        const qsizetype number = repaired.size() + 1;
        QString name = given.simplified();
        if (name.isEmpty())
            name = QCoreApplication::translate("TableSource", "Column %1").arg(number);
        const QString first = name;
        for (int i = 2; used.contains(name); ++i)
            name = u"%1 (%2)"_s.arg(first).arg(i);
        if (name != given.simplified()) {
            const QString text = given.simplified().isEmpty()
                ? QCoreApplication::translate("TableSource", "Column %1 has no name. It is called “%2”.")
                : QCoreApplication::translate("TableSource",
                                              "Column %1 has the name of another. It is called “%2”.");
            remarks.append({line, text.arg(QString::number(number), name)});
        }
        used.insert(name);
        repaired.append(name);
    }
    return repaired;
}

HeaderPlace findHeader(const QList<QStringList> &firstRows)
{
    const qsizetype width = usualWidth(firstRows);
    qsizetype firstFull = -1;
    for (qsizetype i = 0; i < firstRows.size(); ++i) {
        const QStringList &row = firstRows.at(i);
        const qsizetype filled = filledCells(row);
        // The lines above a table seldom have more than a label and its value.
        if (filled == 0 || filled * 2 <= width || row.size() * 2 <= width)
            continue;
        if (looksLikeHeader(row)) {
            // A line above a narrow table may look like a row of it, but does not fill it.
            const bool isFirst = firstFull < 0
                || (filledCells(firstRows.at(firstFull)) < width && filled == width && row.size() == width);
            return isFirst ? HeaderPlace{i, true} : headerAbove(firstRows, firstFull);
        }
        if (firstFull < 0)
            firstFull = i;
        else
            break;
    }
    if (firstFull >= 0)
        return headerAbove(firstRows, firstFull);
    // No row is full enough: the first that holds anything.
    for (qsizetype i = 0; i < firstRows.size(); ++i)
        if (filledCells(firstRows.at(i)) > 0)
            return {i, looksLikeHeader(firstRows.at(i))};
    return {0, false};
}

RowKind kindOfRow(const std::vector<QStringView> &cells, const QStringList &header)
{
    qsizetype filled = 0;
    QStringView first;
    for (const QStringView cell : cells) {
        if (!isFilled(cell))
            continue;
        if (filled++ == 0)
            first = cell;
        if (filled * 2 > header.size() + 1 && !cell.isEmpty() && first != header.value(0))
            return RowKind::Data; // nearly all rows leave here
    }
    if (filled == 0)
        return RowKind::Blank;
    const auto same = [](QStringView cell, const QString &name) { return cell.trimmed() == name; };
    if (header.size() > 1 && std::equal(cells.begin(), cells.end(), header.begin(), header.end(), same))
        return RowKind::Header;
    if (header.size() > narrowTable && filled * 2 <= header.size() + 1 && isTotalWord(first))
        return RowKind::Total;
    if (header.size() >= wideTable && filled == 1 && !isFilled(cells.front())
        && looksLikeData(first.toString()))
        return RowKind::Total; // a sum without a word
    return header.size() > narrowTable && filled == 1 && isFilled(cells.front()) ? RowKind::Remark
                                                                                 : RowKind::Data;
}
