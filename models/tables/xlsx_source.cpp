#include "models/tables/xlsx_source.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(XlsxSource)
};

constexpr int wideTable = 3; // is more like a table than two rows are

// The header becomes the last of the lines that its cells reach into, with the names of merged cells in it.
void fillMergedNames(QList<QStringList> &rows, const QList<qint64> &lines, const QList<QRect> &merged,
                     qsizetype &header)
{
    const qint64 first = lines.at(header);
    for (const QRect &block : merged)
        if (block.top() <= first && block.bottom() > first && lines.contains(block.bottom()))
            header = std::max(header, lines.indexOf(block.bottom()));
    const qint64 last = lines.at(header);
    QStringList &names = rows[header];
    for (const QRect &block : merged) {
        if (block.top() > last || block.bottom() < last || block.left() < 0)
            continue;
        const QString name = rows.value(lines.indexOf(block.top())).value(block.left());
        for (int column = block.left(); column <= block.right() && column < names.size(); ++column)
            if (names.at(column).isEmpty())
                names[column] = name;
    }
}

} // namespace

XlsxSource::XlsxSource(std::shared_ptr<XlsxWorkbook> workbook)
    : m_workbook(std::move(workbook))
{
}

Result<std::unique_ptr<XlsxSource>> XlsxSource::open(std::shared_ptr<XlsxWorkbook> workbook,
                                                     const TableFormat &format)
{
    std::unique_ptr<XlsxSource> source(new XlsxSource(std::move(workbook)));
    if (const auto chosen = source->chooseSheet(format.sheet); !chosen)
        return chosen.error();
    if (format.sheet.isEmpty() && !format.allSheets && source->sheets().size() > 1)
        source->remarkOnTable(
            Texts::tr("The workbook has several sheets. Only “%1” is read.").arg(source->m_sheet));
    if (const auto found = source->findColumns(format.headerLine); !found)
        return found.error();
    return source;
}

void XlsxSource::findSheetsAlike()
{
    constexpr qsizetype mostSheets = 200;
    m_sheetsAlike = QStringList(m_sheet);
    release();
    for (const QString &name : m_workbook->sheets().mid(0, mostSheets)) {
        XlsxSource other(m_workbook);
        other.m_isGlance = true;
        other.m_sheet = name;
        if (name != m_sheet && other.findColumns({}) && haveSameNames(other.columns(), columns()))
            m_sheetsAlike.append(name);
    }
    if (m_sheetsAlike.size() == 1)
        m_sheetsAlike.clear();
}

// The first sheet with a table, and rather one of several columns than a legend or a cover of two; where
// there is none, the first with anything in it.
Result<void> XlsxSource::chooseSheet(const QString &wanted)
{
    QString best = wanted;
    int most = wanted.isEmpty() ? -1 : wideTable;
    for (qsizetype i = 0; most < wideTable && i < m_workbook->sheets().size(); ++i) {
        const QString &name = m_workbook->sheets().at(i);
        const auto likeness = likenessToTable(name);
        if (!likeness)
            return likeness.error();
        if (*likeness > most)
            best = name;
        most = std::max(most, *likeness);
    }
    m_sheet = best;
    return {};
}

// How many rows it has, up to two; more where one of the first reaches over several columns.
Result<int> XlsxSource::likenessToTable(const QString &sheet)
{
    constexpr int searchedRows = 30;
    constexpr qsizetype severalColumns = 4;
    m_sheet = sheet;
    if (const auto started = startOver(); !started)
        return started.error();
    int rows = 0;
    int wideRows = 0;
    while (rows < searchedRows && wideRows < 2 && m_reader->next()) {
        const auto &cells = m_reader->cells();
        const auto filled
            = std::count_if(cells.begin(), cells.end(), [](QStringView c) { return !c.isEmpty(); });
        rows += filled > 0 ? 1 : 0;
        wideRows += filled >= severalColumns ? 1 : 0;
    }
    if (const auto read = m_reader->status(); !read)
        return read.error();
    return wideRows == 2 ? wideTable : std::min(rows, 2);
}

Result<void> XlsxSource::startOver()
{
    m_cells.clear();
    m_withoutResult.clear();
    m_kept.startOver();
    if (m_kept.isComplete())
        return {};
    m_reader.reset();
    auto part = m_workbook->sheet(m_sheet);
    if (!part)
        return part.error();
    m_reader = std::make_unique<SheetReader>(*m_workbook, std::move(part).value());
    return {};
}

bool XlsxSource::readRow()
{
    if (m_reader->next()) {
        m_kept.add(*m_reader);
        return true;
    }
    if (m_reader->status())
        m_kept.complete();
    m_hiddenRows = m_reader->hiddenRows();
    return false;
}

bool XlsxSource::nextRow()
{
    const bool wasKept = m_kept.isComplete();
    if (wasKept ? !m_kept.next() : !readRow())
        return false;
    m_line = wasKept ? m_kept.row() : m_reader->row();
    m_cells = wasKept ? m_kept.cells() : m_reader->cells();
    const auto width = static_cast<size_t>(columns().size());
    if (width > 0) {
        if (m_cells.size() > width)
            remark(rowLine(), Texts::tr("What stands to the right of the last column is left out."));
        m_cells.resize(width);
    }
    lookAtErrors(wasKept ? m_kept.errors() : m_reader->errors());
    return true;
}

// Formulas without a result mostly fill a column, and are told of once for all of it.
void XlsxSource::lookAtErrors(const QList<SheetReader::CellError> &errors)
{
    if (errors.isEmpty())
        return;
    const RowKind kind = kindOfRow(m_cells, columns());
    const bool isOfTable = m_line > headerLine() && (kind == RowKind::Data || kind == RowKind::Blank);
    for (const SheetReader::CellError &error : errors)
        if (!error.error.isEmpty())
            remark(
                m_line,
                Texts::tr("Cell %1 shows the error %2. It is taken as empty.").arg(error.cell, error.error));
        else if (isOfTable && error.column() < columns().size())
            ++m_withoutResult[error.column()];
}

// A header may take several lines, with names over more than one of them or over more than one column. Which
// cells are merged stands after the last row, so it is only looked for where the header has gaps.
HeaderPlace XlsxSource::placeOfHeader(QList<QStringList> &rows, const QList<qint64> &lines)
{
    qsizetype widest = 0;
    for (const QStringList &row : std::as_const(rows))
        widest = std::max(widest, row.size());
    for (QStringList &row : rows)
        row.resize(widest);
    HeaderPlace place = findHeader(rows);
    if (m_isGlance || !place.hasHeader || !rows.at(place.row).contains(QString()))
        return place;
    while (m_reader->next()) { }
    fillMergedNames(rows, lines, m_reader->merged(), place.row);
    return place;
}

QList<TableRemark> XlsxSource::remarks() const
{
    QList<TableRemark> all;
    for (qsizetype column = 0; column < columns().size(); ++column)
        if (const qint64 cells = withoutResult(column); cells > 0)
            all.append({0,
                        Texts::tr("“%1” holds formulas without results: %2. These cells are taken as empty. "
                                  "Open the file in Excel or LibreOffice, save it there, which puts the "
                                  "results in, and import it again.")
                            .arg(columns().at(column), QLocale().toString(cells))});
    all += RowTable::remarks();
    if (m_hiddenRows > 0)
        all.append(
            {0,
             Texts::tr("Rows that are hidden in the sheet, by a filter perhaps: %1. They are read like "
                       "all others.")
                 .arg(m_hiddenRows)});
    return all;
}

QString XlsxSource::description() const
{
    return Texts::tr("Excel, sheet “%1”").arg(m_sheet);
}

bool XlsxSource::countsFrom1904() const
{
    return m_workbook->countsFrom1904();
}
