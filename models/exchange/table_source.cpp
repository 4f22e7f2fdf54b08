#include "models/exchange/table_source.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

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

bool isTotalWord(QStringView text)
{
    static const QSet<QString> words{
        u"total"_s, u"totals"_s,        u"grand total"_s, u"subtotal"_s,      u"sum"_s,
        u"summe"_s, u"gesamt"_s,        u"gesamtsumme"_s, u"zwischensumme"_s, u"gesamtergebnis"_s,
        u"somme"_s, u"total général"_s, u"sous-total"_s,  u"suma"_s,          u"total general"_s,
        u"soma"_s,  u"total geral"_s};
    QString word = text.trimmed().toString().toLower();
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
        if (filled == 0 || (width > narrowTable && filled * 2 <= width) || row.size() * 2 <= width)
            continue;
        if (looksLikeHeader(row))
            return firstFull < 0 ? HeaderPlace{i, true} : HeaderPlace{firstFull, false};
        if (firstFull < 0)
            firstFull = i;
        else
            break;
    }
    if (firstFull >= 0)
        return {firstFull, false};
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
        if (filled * 2 > header.size() && !cell.isEmpty() && first != header.value(0))
            return RowKind::Data; // nearly all rows leave here
    }
    if (filled == 0)
        return RowKind::Blank;
    const auto same = [](QStringView cell, const QString &name) { return cell.trimmed() == name; };
    if (header.size() > 1 && std::equal(cells.begin(), cells.end(), header.begin(), header.end(), same))
        return RowKind::Header;
    if (header.size() > narrowTable && filled * 2 <= header.size() && isTotalWord(first))
        return RowKind::Total;
    return header.size() > narrowTable && filled == 1 && isFilled(cells.front()) ? RowKind::Remark
                                                                                 : RowKind::Data;
}
