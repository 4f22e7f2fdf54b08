#include "models/tables/table_source.h"

#include "models/tables/group_names.h"
#include "models/tables/units_row.h"
#include "models/tables/words.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cstdlib>

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

// "2024, 2025, 2026", which name columns though they are figures.
bool areYearsInARow(const QStringList &figures)
{
    constexpr int first = 1900, last = 2199;
    for (qsizetype i = 0; i < figures.size(); ++i) {
        const int year = figures.at(i).toInt();
        if (figures.at(i).size() != 4 || year < first || year > last
            || (i > 0 && std::abs(year - figures.at(i - 1).toInt()) != 1))
            return false;
    }
    return figures.size() > 1;
}

bool looksLikeHeader(const QStringList &row)
{
    QStringList figures;
    for (const QString &cell : row)
        if (looksLikeData(cell))
            figures.append(cell.trimmed());
    return figures.isEmpty() || areYearsInARow(figures);
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

qsizetype differentIn(const QStringList &cells)
{
    QSet<QString> different;
    for (const QString &cell : cells)
        if (isFilled(cell))
            different.insert(cell.simplified().toCaseFolded());
    return different.size();
}

// Where the groups' line has names of columns that need none below it ("Region"), those are left out.
bool saysLittle(const QStringList &groups, const QStringList &names)
{
    QStringList overNames;
    for (qsizetype i = 0; i < names.size(); ++i)
        if (isFilled(names.at(i)))
            overNames.append(groups.at(i));
    return differentIn(overNames) * 3 <= overNames.size() * 2;
}

// A row of headings over groups of columns ("Deal, Deal, Dates, Dates") stands above the names themselves:
// a third of it says nothing of its own, the row below it names every column, be it together with it, and no
// cell repeats such a name.
bool standsAboveNames(const QList<QStringList> &rows, qsizetype row)
{
    if (row + 2 >= rows.size())
        return false;
    const QStringList &names = rows.at(row + 1);
    const qsizetype first = isRowOfUnits(rows.at(row + 2), names) ? row + 3 : row + 2; // of data
    if (first >= rows.size())
        return false;
    const bool isNamed
        = differentIn(names) == names.size() || !namesBelowGroups(rows.at(row), names).isEmpty();
    if (rows.at(row).size() != names.size() || !isNamed || !saysLittle(rows.at(row), names)
        || !looksLikeHeader(names) || looksLikeHeader(rows.at(first)))
        return false;
    for (const QStringList &data : rows.sliced(first))
        for (qsizetype i = 0; i < names.size(); ++i)
            if (isFilled(names.at(i)) && data.value(i).simplified() == names.at(i).simplified())
                return false;
    return true;
}

// "Grand Totals (12 records):" as in the lists below.
QString bareWord(QStringView text)
{
    return plainWords(text.toString().section(u'(', 0, 0));
}

bool isSumWord(const QString &word)
{
    static const QStringList words = plainNames(
        u"total|totals|grand total|grand totals|subtotal|subtotals|sum|summe|gesamt|gesamtsumme|gesamtwert|"
        u"zwischensumme|gesamtergebnis|somme|totaux|sous-total|total général|totaux généraux|suma|suma total|"
        u"total general|totales generales|soma|total geral|totais gerais|totale|totaal|razem|summa|totalt|"
        u"i alt|yhteensä|celkem|toplam|genel toplam|итого|всего|общий итог|合计|总计|合計|總計|합계|총합계");
    return words.contains(word);
}

// Of rows below a table that are no sums.
bool isCountWord(const QString &word)
{
    static const QStringList words
        = plainNames(u"count|record count|average|avg|anzahl|durchschnitt|mittelwert|moyenne|recuento|"
                     u"promedio|contagem|среднее|количество|平均");
    return words.contains(word);
}

} // namespace

void appendRemarks(QList<TableRemark> &all, const QList<TableRemark> &remarks, const QString &file)
{
    for (const TableRemark &remark : remarks)
        all.append({remark.line, remark.text, remark.file.isEmpty() ? file : remark.file});
}

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

bool haveSameNames(const QStringList &columns, const QStringList &others)
{
    return columns.size() == others.size()
        && QSet<QString>(columns.begin(), columns.end()) == QSet<QString>(others.begin(), others.end());
}

bool isNumbered(const QString &column)
{
    return column.startsWith(QCoreApplication::translate("TableSource", "Column %1").section(u'%', 0, 0));
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
            if (!isFirst)
                return headerAbove(firstRows, firstFull);
            return {standsAboveNames(firstRows, i) ? i + 1 : i, true};
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

bool saysSum(const QStringList &cells)
{
    const auto first
        = std::find_if(cells.begin(), cells.end(), [](const QString &cell) { return isFilled(cell); });
    return first == cells.end() || !isCountWord(bareWord(*first));
}

bool namesSum(QStringView cell)
{
    return isSumWord(bareWord(cell));
}

bool namesSubtotal(QStringView cell)
{
    // Beside those of sums alone.
    static const QStringList ofGroups = plainNames(
        u"ergebnis|teilergebnis|gesamtergebnis|集計|小計|小计|汇总|彙總|요약|итог|mezisoučet|souhrn|összesen|"
        u"delsumma|delsum|subtotale|subtotaal");
    constexpr qsizetype longest = 60;
    const QStringList words = bareWord(cell.first(std::min(cell.size(), longest))).split(u' ');
    const auto isSum = [](const QString &word) { return isSumWord(word) || ofGroups.contains(word); };
    return words.size() > 1 && (isSum(words.last()) || isSum(words.first()));
}

// Reports as a spreadsheet often leave the first column empty and without a name.
static qsizetype firstNamed(const QStringList &header)
{
    const auto found
        = std::find_if(header.begin(), header.end(), [](const QString &name) { return !isNumbered(name); });
    return found == header.end() ? 0 : found - header.begin();
}

RowKind kindOfRow(const std::vector<QStringView> &cells, const QStringList &header)
{
    qsizetype filled = 0;
    qsizetype firstAt = 0;
    for (size_t i = 0; i < cells.size(); ++i) {
        if (!isFilled(cells[i]))
            continue;
        if (filled++ == 0)
            firstAt = qsizetype(i);
        if (filled * 2 > header.size() + 1 && cells[size_t(firstAt)] != header.value(firstAt))
            return RowKind::Data; // nearly all rows leave here
    }
    if (filled == 0)
        return RowKind::Blank;
    const QStringView first = cells[size_t(firstAt)];
    const auto same = [](QStringView cell, const QString &name) {
        return cell.trimmed() == name || (!isFilled(cell) && isNumbered(name));
    };
    if (header.size() > 1 && filled > 1
        && std::equal(cells.begin(), cells.end(), header.begin(), header.end(), same))
        return RowKind::Header;
    if (header.size() > narrowTable && filled * 2 <= header.size() + 1
        && (isSumWord(bareWord(first)) || isCountWord(bareWord(first))))
        return RowKind::Total;
    const bool isAtStart = firstAt <= firstNamed(header);
    if (header.size() >= wideTable && filled == 1 && !isAtStart && looksLikeData(first.toString()))
        return RowKind::Total; // a sum without a word
    return header.size() > narrowTable && filled == 1 && isAtStart ? RowKind::Remark : RowKind::Data;
}
