#include "models/exchange/joined_table.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsToCompare = 2000;
constexpr qsizetype keptRemarks = 1000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(JoinedTable)
};

qsizetype columnNamed(const QStringList &columns, const QString &name)
{
    for (qsizetype i = 0; i < columns.size(); ++i)
        if (columns.at(i).compare(name, Qt::CaseInsensitive) == 0)
            return i;
    return -1;
}

// How many of the first rows have a value in the column; -1 where two have the same.
int differentValues(TableSource &table, qsizetype column)
{
    QSet<QString> seen;
    if (!table.rewind())
        return -1;
    for (int rows = 0; rows < rowsToCompare && table.next(); ++rows) {
        const QString value = table.cell(column).trimmed().toString();
        if (!value.isEmpty() && seen.contains(value))
            return -1;
        seen.insert(value);
    }
    seen.remove({});
    return int(seen.size());
}

Result<QString> findKey(TableSource &first, TableSource &second, const QString &wanted)
{
    QStringList shared, keys;
    for (const QString &name : first.columns()) {
        const qsizetype there = columnNamed(second.columns(), name);
        if (there < 0)
            continue;
        shared.append(name);
        if (differentValues(first, columnNamed(first.columns(), name)) > 0
            && differentValues(second, there) > 0)
            keys.append(name);
    }
    if (!wanted.isEmpty()) {
        for (const QString &name : std::as_const(shared))
            if (name.compare(wanted, Qt::CaseInsensitive) == 0)
                return name;
        return Error{Error::Code::Refused,
                     Texts::tr("Not both files have a column “%1” to join them by. Both have: %2.")
                         .arg(wanted, shared.isEmpty() ? Texts::tr("none") : shared.join(u", "_s))};
    }
    QStringList ids = keys;
    ids.removeIf([](const QString &name) { return !name.endsWith(u"id", Qt::CaseInsensitive); });
    if (keys.size() == 1 || ids.size() == 1)
        return ids.value(0, keys.first());
    if (keys.isEmpty())
        return Error{Error::Code::Refused,
                     Texts::tr("The files have no column in common that tells their rows apart, so they "
                               "cannot be joined. Export the id in both.")};
    return Error{
        Error::Code::Refused,
        Texts::tr("The files could be joined by any of %1. Name one, or leave the others out of a file.")
            .arg(keys.join(u", "_s))};
}

} // namespace

JoinedTable::JoinedTable(std::unique_ptr<TableSource> first, const QString &key)
    : m_first(std::move(first))
    , m_key(key)
    , m_keyOfFirst(columnNamed(m_first->columns(), key))
{
}

Result<std::unique_ptr<TableSource>>
JoinedTable::join(std::unique_ptr<TableSource> first, std::unique_ptr<TableSource> second, const QString &key)
{
    const auto found = findKey(*first, *second, key);
    if (!found)
        return found.error();
    std::unique_ptr<JoinedTable> joined(new JoinedTable(std::move(first), *found));
    if (const auto read = joined->readSecond(*second); !read)
        return read.error();
    if (const auto rewound = joined->rewind(); !rewound)
        return rewound.error();
    return std::unique_ptr<TableSource>(std::move(joined));
}

Result<void> JoinedTable::readSecond(TableSource &second)
{
    m_keyOfSecond = columnNamed(second.columns(), m_key);
    QStringList names = m_first->columns();
    for (qsizetype i = 0; i < second.columns().size(); ++i)
        if (i != m_keyOfSecond) {
            names.append(second.columns().at(i));
            m_columnOfSecond.push_back(i);
        }
    m_columns = repairedNames(names, m_remarks, 0);
    if (const auto rewound = second.rewind(); !rewound)
        return rewound;
    while (second.next()) {
        Row row{second.line(), false, {}};
        for (qsizetype i = 0; i < second.columns().size(); ++i)
            row.cells.append(second.cell(i).toString());
        const QString value = row.cells.at(m_keyOfSecond).trimmed();
        if (!value.isEmpty() && m_rowOfKey.contains(value) && m_remarks.size() < keptRemarks)
            m_remarks.append(
                {row.line,
                 Texts::tr("“%1” stands in several rows of the second file. The last one counts.")
                     .arg(value)});
        if (const auto earlier = m_rowOfKey.constFind(value);
            !value.isEmpty() && earlier != m_rowOfKey.cend())
            m_rows[*earlier] = row;
        else {
            m_rowOfKey.insert(value, m_rows.size());
            m_rows.push_back(row);
        }
    }
    m_rowOfKey.remove({});
    m_remarks += second.remarks();
    return second.status();
}

Result<void> JoinedTable::rewind()
{
    for (Row &row : m_rows)
        row.isTaken = false;
    m_inFirst = true;
    m_at = -1;
    return m_first->rewind();
}

bool JoinedTable::next()
{
    if (m_inFirst && m_first->next()) {
        const auto found = m_rowOfKey.constFind(m_first->cell(m_keyOfFirst).trimmed().toString());
        m_at = found == m_rowOfKey.constEnd() ? -1 : qint64(*found);
        if (m_at >= 0)
            m_rows[size_t(m_at)].isTaken = true;
        return true;
    }
    if (m_inFirst)
        m_at = -1;
    m_inFirst = false;
    if (!m_first->status())
        return false;
    for (++m_at; size_t(m_at) < m_rows.size(); ++m_at)
        if (!m_rows[size_t(m_at)].isTaken)
            return true;
    return false;
}

QStringView JoinedTable::cell(qsizetype column) const
{
    const qsizetype own = m_first->columns().size();
    const Row *other = m_at >= 0 && size_t(m_at) < m_rows.size() ? &m_rows[size_t(m_at)] : nullptr;
    if (column < own) {
        if (m_inFirst)
            return m_first->cell(column);
        return other && column == m_keyOfFirst ? QStringView(other->cells.at(m_keyOfSecond)) : QStringView();
    }
    const auto index = static_cast<size_t>(column - own);
    return other && index < m_columnOfSecond.size() ? QStringView(other->cells.at(m_columnOfSecond[index]))
                                                    : QStringView();
}

qint64 JoinedTable::line() const
{
    return m_inFirst ? m_first->line() : m_rows[size_t(m_at)].line;
}

QString JoinedTable::description() const
{
    return Texts::tr("%1, joined by “%2”").arg(m_first->description(), m_key);
}

QList<TableRemark> JoinedTable::remarks() const
{
    qint64 alone = 0;
    if (!m_inFirst)
        alone = std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return !row.isTaken; });
    QList<TableRemark> all = m_first->remarks() + m_remarks;
    if (alone > 0)
        all.prepend({0,
                     Texts::tr("Rows of the second file without a row in the first: %1. They were taken "
                               "as they are.")
                         .arg(alone)});
    return all;
}
