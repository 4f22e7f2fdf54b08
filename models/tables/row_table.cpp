#include "models/tables/row_table.h"

#include "models/tables/group_names.h"
#include "models/tables/units_row.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace {

constexpr qsizetype headerSearch = 60; // rows
constexpr qsizetype keptRemarks = 1000;
constexpr qsizetype keptTotals = 100;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RowTable)
};

// Without the signs of no width that stay at the ends of what was copied from elsewhere, or where files were
// put together: with one "1001" is another id.
QStringView withoutMarks(QStringView cell)
{
    const auto isMark = [](QChar c) { return c.unicode() > 0x7f && c.category() == QChar::Other_Format; };
    QStringView bare = cell.trimmed();
    if (bare.isEmpty() || (!isMark(bare.front()) && !isMark(bare.back())))
        return cell;
    while (!bare.isEmpty() && (isMark(bare.front()) || bare.front().isSpace()))
        bare = bare.sliced(1);
    while (!bare.isEmpty() && (isMark(bare.back()) || bare.back().isSpace()))
        bare.chop(1);
    return bare;
}

qsizetype filledWidth(const QStringList &row)
{
    qsizetype width = row.size();
    while (width > 0 && row.at(width - 1).trimmed().isEmpty())
        --width;
    return width;
}

// Figures there are what an amount has behind its unquoted comma.
bool hasTextBeyond(const QStringList &row, qsizetype width)
{
    return std::any_of(row.begin() + std::min(width, row.size()), row.end(), [](const QString &cell) {
        return std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isLetter(); });
    });
}

// Where most rows are wider than that of the names, the last columns were given none.
qsizetype widthOfMost(const QList<QStringList> &rows, qsizetype names)
{
    QHash<qsizetype, qsizetype> times;
    qsizetype filled = 0;
    for (const QStringList &row : rows) {
        filled += filledWidth(row) > 1 ? 1 : 0;
        if (hasTextBeyond(row, names))
            ++times[filledWidth(row)];
    }
    for (const auto &[width, count] : times.asKeyValueRange())
        if (count * 2 > filled)
            return width;
    return names;
}

} // namespace

HeaderPlace RowTable::placeOfHeader(QList<QStringList> &rows, const QList<qint64> & /*lines*/)
{
    return findHeader(rows);
}

// As the user says. Where there is no header, the table begins with its first row.
Result<HeaderPlace> RowTable::placeOfLine(qint64 line, const QList<QStringList> &rows,
                                          const QList<qint64> &lines)
{
    if (line > 0 && !lines.contains(line))
        return Error{
            Error::Code::Refused,
            Texts::tr("The names of the columns cannot stand in line %1: there is no row among the first.")
                .arg(line)};
    return line > 0 ? HeaderPlace{lines.indexOf(line), true} : HeaderPlace{findHeader(rows).row, false};
}

Result<void> RowTable::findColumns(std::optional<qint64> headerLine, qint64 firstLine)
{
    if (const auto started = startOver(); !started)
        return started;
    QList<QStringList> rows;
    QList<qint64> lines;
    while (rows.size() < headerSearch && nextRow()) {
        if (rowLine() < firstLine)
            continue;
        QStringList row;
        for (const QStringView cell : rowCells())
            row.append(withoutMarks(cell).toString());
        rows.append(row);
        lines.append(rowLine());
    }
    const auto place = headerLine ? placeOfLine(*headerLine, rows, lines)
                                  : Result<HeaderPlace>(placeOfHeader(rows, lines));
    if (!place)
        return place.error();
    if (const auto read = status(); !read)
        return read;
    QStringList names = rows.value(place->row);
    const qint64 line = lines.value(place->row);
    const qsizetype width = widthOfMost(rows.sliced(std::min(place->row + 1, rows.size())), names.size());
    if (const qsizetype beyond = width - names.size(); place->hasHeader && beyond > 0)
        names.append(QStringList(beyond, QString()));
    const QStringList units = rows.value(place->row + 1);
    const bool hasUnits = place->hasHeader && isRowOfUnits(units, names);
    if (hasUnits)
        names = withUnitsOfMoney(names, units);
    if (place->hasHeader && place->row > 0)
        nameByGroups(rows.at(place->row - 1), names, line);
    if (const auto named = nameColumns(names, line, place->hasHeader); !named)
        return named;
    if (hasUnits)
        takeUnits(units, lines.at(place->row + 1));
    return rewind();
}

void RowTable::nameByGroups(const QStringList &groups, QStringList &names, qint64 line)
{
    const QStringList named = namesBelowGroups(groups, names);
    if (named.isEmpty())
        return;
    names = named;
    m_tableRemarks.append(
        {line,
         Texts::tr("The line above the column names groups them. Names that come again were put together "
                   "with it: %1.")
             .arg(names.join(u", "))});
}

Result<void> RowTable::nameColumns(const QStringList &row, qint64 line, bool isHeader)
{
    if (std::all_of(row.begin(), row.end(), [](const QString &cell) { return cell.trimmed().isEmpty(); }))
        return Error{Error::Code::Refused, Texts::tr("The file is empty: it has no columns and no rows.")};
    if (isHeader) {
        m_columns = repairedNames(row, m_tableRemarks, line);
        m_headerLine = line;
        m_firstLine = line + 1;
        return {};
    }
    QList<TableRemark> ofEach; // one remark for all of them is enough
    m_columns = repairedNames(QStringList(row.size(), QString()), ofEach, line);
    m_firstLine = line;
    m_tableRemarks.append(
        {line, Texts::tr("The table has no row with column names. Its columns are numbered.")});
    return {};
}

// Part of the heading, of which no row is one.
void RowTable::takeUnits(const QStringList &row, qint64 line)
{
    m_firstLine = line + 1;
    QStringList told;
    for (const QString &unit : row)
        if (!unit.trimmed().isEmpty())
            told.append(unit.simplified());
    m_tableRemarks.append(
        {line,
         Texts::tr("The row below the column names tells in what they are (%1). It was taken as part of the "
                   "heading.")
             .arg(told.join(u", "))});
}

Result<void> RowTable::rewind()
{
    m_rowRemarks.clear();
    m_totals.clear();
    return startOver();
}

bool RowTable::next()
{
    while (nextRow()) {
        if (rowLine() < m_firstLine)
            continue;
        const RowKind kind = kindOfRow(rowCells(), m_columns);
        if (kind == RowKind::Blank)
            continue;
        if (kind == RowKind::Data && isCutOff()) {
            remark(line(),
                   Texts::tr("Left out: the file ends within the row, after %1 of %2 values. Export it from "
                             "your CRM again.")
                       .arg(rowCells().size())
                       .arg(m_columns.size()));
            continue;
        }
        remarkOnRow(kind);
        if (kind == RowKind::Data)
            return true;
    }
    return false;
}

void RowTable::remarkOnRow(RowKind kind)
{
    const auto cells = static_cast<qsizetype>(rowCells().size());
    switch (kind) {
    case RowKind::Blank:
        break;
    case RowKind::Data:
        if (cells < m_columns.size())
            remark(line(),
                   Texts::tr("The row has %1 of %2 values. The others are taken as empty.")
                       .arg(cells)
                       .arg(m_columns.size()));
        break;
    case RowKind::Total:
        remark(line(), Texts::tr("Left out: the row is a total."));
        keepTotal();
        break;
    case RowKind::Remark:
        remark(line(), Texts::tr("Left out: the row has a single value."));
        break;
    case RowKind::Header:
        remark(line(), Texts::tr("Left out: the row repeats the column names."));
        break;
    }
}

void RowTable::keepTotal()
{
    if (m_totals.size() >= keptTotals)
        return;
    TotalRow total{line(), {}};
    for (const QStringView cell : rowCells())
        total.cells.append(cell.toString());
    m_totals.append(total);
}

void RowTable::remark(qint64 line, const QString &text)
{
    if (m_rowRemarks.size() < keptRemarks)
        m_rowRemarks.append({line, text});
}

QStringView RowTable::cell(qsizetype column) const
{
    const auto &cells = rowCells();
    return column >= 0 && column < static_cast<qsizetype>(cells.size())
        ? withoutMarks(cells[static_cast<size_t>(column)])
        : QStringView();
}

qsizetype RowTable::filledBeyond() const
{
    const auto &cells = rowCells();
    if (static_cast<qsizetype>(cells.size()) <= m_columns.size())
        return 0;
    return std::count_if(cells.begin() + m_columns.size(), cells.end(),
                         [](QStringView cell) { return !cell.trimmed().isEmpty(); });
}
