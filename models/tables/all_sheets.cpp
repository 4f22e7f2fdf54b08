#include "models/tables/all_sheets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AllSheets)
};

} // namespace

Result<std::unique_ptr<AllSheets>> AllSheets::open(const std::shared_ptr<XlsxWorkbook> &workbook,
                                                   const TableFormat &format)
{
    auto first = XlsxSource::open(workbook, format);
    if (!first)
        return first.error();
    (*first)->release();
    const QString firstName = (*first)->format().sheet;
    const QStringList columns = (*first)->columns();
    std::unique_ptr<AllSheets> all(new AllSheets);
    all->m_columns = columns;
    all->add(std::move(first).value());
    for (const QString &name : workbook->sheets()) {
        if (name == firstName)
            continue;
        auto sheet = XlsxSource::open(workbook, {.sheet = name});
        if ((!sheet || !haveSameNames((*sheet)->columns(), columns)) && format.headerLine)
            sheet = XlsxSource::open(workbook, {.sheet = name, .headerLine = format.headerLine});
        if (sheet)
            (*sheet)->release();
        if (sheet && haveSameNames((*sheet)->columns(), columns))
            all->add(std::move(sheet).value());
        else
            all->m_others.append(name);
    }
    QList<TableRemark> ofNames;
    all->m_columns = repairedNames(columns + QStringList(Texts::tr("Sheet")), ofNames, 0);
    if (const auto rewound = all->rewind(); !rewound)
        return rewound.error();
    return all;
}

void AllSheets::add(std::unique_ptr<XlsxSource> sheet)
{
    std::vector<qsizetype> places;
    for (const QString &column : std::as_const(m_columns))
        places.push_back(sheet->columns().indexOf(column));
    m_places.push_back(std::move(places));
    m_names.append(sheet->format().sheet);
    m_sheets.push_back(std::move(sheet));
}

QString AllSheets::description() const
{
    return Texts::tr("Excel, sheets below each other: %1").arg(m_names.join(u", "));
}

TableFormat AllSheets::format() const
{
    TableFormat format = m_sheets.front()->format();
    format.allSheets = true;
    return format;
}

// A zip gives one sheet at a time.
Result<void> AllSheets::rewind()
{
    for (const auto &sheet : m_sheets)
        sheet->release();
    m_at = 0;
    return m_sheets.front()->rewind();
}

bool AllSheets::next()
{
    while (!m_sheets[m_at]->next()) {
        if (!m_sheets[m_at]->status() || m_at + 1 == m_sheets.size())
            return false;
        m_sheets[m_at]->release();
        ++m_at;
        if (!m_sheets[m_at]->rewind())
            return false;
    }
    return true;
}

QStringView AllSheets::cell(qsizetype column) const
{
    if (column + 1 == m_columns.size())
        return m_names.at(qsizetype(m_at));
    return m_sheets[m_at]->cell(m_places[m_at][size_t(column)]);
}

qint64 AllSheets::withoutResult(qsizetype column) const
{
    qint64 cells = 0;
    for (size_t i = 0; i <= m_at && column + 1 < m_columns.size(); ++i)
        cells += m_sheets[i]->withoutResult(m_places[i][size_t(column)]);
    return cells;
}

double AllSheets::progress() const
{
    return (double(m_at) + m_sheets[m_at]->progress()) / double(m_sheets.size());
}

QList<TotalRow> AllSheets::totals() const
{
    QList<TotalRow> all;
    for (size_t i = 0; i <= m_at; ++i) {
        const QList<TotalRow> ofSheet = m_sheets[i]->totals();
        for (const TotalRow &total : ofSheet) {
            TotalRow row{total.line, {}};
            for (const qsizetype place : m_places[i])
                row.cells.append(total.cells.value(place));
            all.append(row);
        }
    }
    return all;
}

QList<TableRemark> AllSheets::remarks() const
{
    QList<TableRemark> all;
    if (m_names.size() == 1)
        all.append({0, Texts::tr("No other sheet has the columns of “%1”.").arg(m_names.first())});
    else
        all.append(
            {0,
             Texts::tr("Sheets with the same columns, read below each other: %1.").arg(m_names.join(u", "))});
    if (!m_others.isEmpty() && m_names.size() > 1)
        all.append({0, Texts::tr("Sheets with other columns, not read: %1.").arg(m_others.join(u", "))});
    for (size_t i = 0; i <= m_at; ++i)
        appendRemarks(all, m_sheets[i]->remarks(), m_names.at(qsizetype(i)));
    return all;
}
