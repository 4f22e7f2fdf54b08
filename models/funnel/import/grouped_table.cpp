#include "models/funnel/import/grouped_table.h"

#include "models/funnel/import/column_names.h"
#include "models/tables/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype searchedColumns = 8;
constexpr qint64 enoughToTell = 500; // rows: groups of a single row each are none

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(GroupedTable)
};

bool mayBeGroup(const QString &column)
{
    using enum ColumnRole;
    const QString words = plainWords(column);
    for (const ColumnRole role : {Key, Name, Created, Closed})
        if (namesOfRole(role).contains(words))
            return false;
    for (const ColumnRole role : {Stage, Status, Owner, Source, Segment, Product, Account}) {
        const QStringList &names = namesOfRole(role);
        if (std::any_of(names.begin(), names.end(),
                        [&words](const QString &name) { return holdsWords(words, name); }))
            return true;
    }
    return false;
}

// Whether the cells of a column are like the names of groups.
class GroupShape
{
public:
    void add(QStringView cell, bool startsOuterGroup)
    {
        m_isEmpty = m_isEmpty && cell.isEmpty();
        if (startsOuterGroup)
            m_names.clear();
        if (cell.isEmpty()) {
            m_isBroken = m_isBroken || m_names.isEmpty(); // of no group
            ++m_blanks;
            return;
        }
        const qsizetype before = m_names.size();
        m_names.insert(cell.toString());
        m_isBroken = m_isBroken || m_names.size() == before;
    }

    bool isEmpty() const { return m_isEmpty; }
    bool isBroken() const { return m_isBroken; }
    bool hasGroups() const { return !m_isBroken && m_blanks > 0; }

private:
    QSet<QString> m_names;
    qint64 m_blanks = 0;
    bool m_isEmpty = true;
    bool m_isBroken = false;
};

Result<QList<qsizetype>> findGroups(TableSource &table)
{
    const auto columns = std::min(table.columns().size(), searchedColumns);
    std::vector<GroupShape> shapes(static_cast<size_t>(columns));
    const auto outermost = [&shapes] {
        return std::find_if(shapes.begin(), shapes.end(), [](const GroupShape &s) { return !s.isEmpty(); });
    };
    if (const auto rewound = table.rewind(); !rewound)
        return rewound.error();
    for (qint64 rows = 1; table.next(); ++rows) {
        bool startsGroup = false;
        for (qsizetype i = 0; i < columns; ++i) {
            const QStringView cell = table.cell(i).trimmed();
            shapes[static_cast<size_t>(i)].add(cell, startsGroup);
            startsGroup = !cell.isEmpty();
        }
        const auto first = outermost();
        if (first != shapes.end() && (first->isBroken() || (rows == enoughToTell && !first->hasGroups())))
            return QList<qsizetype>();
    }
    if (const auto read = table.status(); !read)
        return read.error();
    QList<qsizetype> found;
    for (qsizetype i = 0; i < columns; ++i) {
        const GroupShape &shape = shapes[static_cast<size_t>(i)];
        if (shape.isEmpty())
            continue;
        if (!shape.hasGroups() || !mayBeGroup(table.columns().at(i)))
            break;
        found.append(i);
    }
    return found;
}

// Most tables begin with an id or a name and need not be read for this.
bool mayBeginWithGroup(const QStringList &columns)
{
    for (const QString &column : columns.mid(0, searchedColumns)) {
        if (mayBeGroup(column))
            return true;
        if (!isNumbered(column))
            return false; // and has a name of its own
    }
    return false;
}

} // namespace

GroupedTable::GroupedTable(std::unique_ptr<TableSource> table, const TableFormat &format,
                           const QList<qsizetype> &columns)
    : WrappedTable(std::move(table))
    , m_format(format)
{
    for (const qsizetype column : columns)
        m_groups.append(Group{column});
}

Result<std::unique_ptr<TableSource>> GroupedTable::fill(std::unique_ptr<TableSource> table,
                                                        const TableFormat &format)
{
    QList<qsizetype> columns;
    for (const QString &name : format.carriedDown)
        if (const qsizetype column = table->columns().indexOf(name); column >= 0)
            columns.append(column);
    if (columns.isEmpty() && mayBeginWithGroup(table->columns())) {
        const auto found = findGroups(*table);
        if (!found)
            return found.error();
        columns = *found;
        if (const auto rewound = table->rewind(); !rewound)
            return rewound.error();
    }
    if (columns.isEmpty())
        return table;
    std::sort(columns.begin(), columns.end());
    return std::unique_ptr<TableSource>(new GroupedTable(std::move(table), format, columns));
}

QString GroupedTable::description() const
{
    if (m_format.keepsBlanks)
        return table().description();
    return Texts::tr("%1, groups by %2").arg(table().description(), groupColumns().join(u", "_s));
}

TableFormat GroupedTable::format() const
{
    TableFormat format = table().format();
    format.keepsBlanks = m_format.keepsBlanks;
    format.carriedDown = m_format.carriedDown;
    return format;
}

QStringList GroupedTable::groupColumns() const
{
    QStringList names;
    for (const Group &group : m_groups)
        names.append(columns().at(group.column));
    return names;
}

Result<void> GroupedTable::rewind()
{
    m_leftOut.clear();
    for (Group &group : m_groups)
        group = Group{group.column};
    return table().rewind();
}

// The sum of a group, or a remark on it: beside the names of its groups a row has more than one cell.
bool GroupedTable::isBesideRows() const
{
    qsizetype filled = 0, last = -1;
    for (qsizetype i = 0; i < columns().size() && filled < 2; ++i)
        if (!table().cell(i).trimmed().isEmpty()) {
            ++filled;
            last = i;
        }
    const auto isLast = [last](const Group &group) { return group.column == last; };
    return filled == 1 && columns().size() > m_groups.size() + 2
        && std::none_of(m_groups.begin(), m_groups.end(), isLast);
}

bool GroupedTable::next()
{
    constexpr qsizetype keptRemarks = 1000;
    if (!table().next())
        return false;
    if (m_format.keepsBlanks)
        return true;
    while (isBesideRows()) {
        if (m_leftOut.size() < keptRemarks)
            m_leftOut.append({table().line(), Texts::tr("Left out: the row has a single value.")});
        if (!table().next())
            return false;
    }
    bool startsGroup = false;
    for (Group &group : m_groups) {
        const QStringView cell = table().cell(group.column).trimmed();
        if (startsGroup || !cell.isEmpty()) {
            group.name = cell.toString();
            startsGroup = true;
        } else if (!group.name.isEmpty()) {
            ++group.carried;
        }
    }
    return true;
}

QStringView GroupedTable::cell(qsizetype column) const
{
    const QStringView own = table().cell(column);
    if (m_format.keepsBlanks || !own.trimmed().isEmpty())
        return own;
    for (const Group &group : m_groups)
        if (group.column == column)
            return group.name;
    return own;
}

QList<TableRemark> GroupedTable::remarks() const
{
    QList<TableRemark> all;
    for (const Group &group : m_groups)
        if (group.carried > 0)
            all.append(
                {0,
                 Texts::tr("The table has groups: “%1” stands in the first row of each. It was carried "
                           "down into the rows below it: %2.")
                     .arg(columns().at(group.column), QLocale().toString(group.carried))});
    return all + m_leftOut + table().remarks();
}
