#include "models/funnel/import/crm_table.h"

#include "models/funnel/import/field_history.h"
#include "models/funnel/import/grouped_table.h"
#include "models/funnel/import/join_keys.h"
#include "models/funnel/import/joined_table.h"
#include "models/tables/stacked_table.h"
#include "models/tables/table_file.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace {

using Table = std::unique_ptr<TableSource>;

Result<Table> understood(Result<Table> table, const TableFormat &format)
{
    if (!table)
        return table;
    auto filled = GroupedTable::fill(std::move(table).value(), format);
    return filled ? FieldHistory::of(std::move(filled).value()) : std::move(filled);
}

// Two parts of one table may not be told as such, as they have rows in common.
Result<Table> joined(Table table, Table other, const JoinedTable::Options &options)
{
    const QStringList different
        = JoinKeys::mayBeParts(*table, *other) ? JoinKeys::differentColumns(*table, *other) : QStringList();
    auto result = JoinedTable::join(std::move(table), std::move(other), options);
    if (!result && result.error().code == Error::Code::Refused && !different.isEmpty())
        return Error{
            Error::Code::Refused,
            result.error().message + u' '
                + QCoreApplication::translate(
                      "Import",
                      "If both are parts of one table, import one after the other, or give them the same "
                      "columns. Only one of them has: %1.")
                      .arg(different.join(u", "))};
    return result;
}

// The tables together; `first` is the name of the one's file.
Result<Table> together(Table table, Table other, const QString &first, const TableFormat &format,
                       qsizetype added)
{
    const QString name = QFileInfo(format.added.at(added)).fileName();
    if (!format.joinBy.value(added).isEmpty() || !JoinKeys::areParts(*table, *other))
        return joined(std::move(table), std::move(other),
                      {.key = format.joinBy.value(added),
                       .takesLikeliest = format.takesLikeliestKey,
                       .firstName = first,
                       .secondName = name,
                       .added = added});
    auto stacked = std::make_unique<StackedTable>(std::move(table), std::move(other), first, name);
    if (const auto rewound = stacked->rewind(); !rewound)
        return rewound.error();
    return Table(std::move(stacked));
}

// Of those that are not empty. A file that has nothing in common with those before it may have with one that
// comes after it.
size_t nextToAdd(TableSource &table, const std::vector<Table> &others, const TableFormat &format)
{
    const auto isWaiting = [](const Table &other) { return other != nullptr; };
    const bool isLast = std::count_if(others.begin(), others.end(), isWaiting) == 1;
    size_t first = others.size();
    for (size_t i = 0; i < others.size(); ++i) {
        if (!others[i])
            continue;
        if (isLast || !format.joinBy.value(qsizetype(i)).isEmpty() || JoinKeys::areParts(table, *others[i])
            || JoinKeys::likeliest(JoinKeys::candidates(table, *others[i]), true))
            return i;
        first = std::min(first, i);
    }
    return first;
}

Result<Table> withAdded(Table first, const QString &name, const TableFormat &format)
{
    std::vector<Table> others;
    for (const QString &added : format.added) {
        auto other = openCrmTable(added,
                                  {.encoding = format.encodingOfAdded,
                                   .keepsBlanks = format.keepsBlanks,
                                   .carriedDown = format.carriedDown});
        if (!other)
            return other;
        others.push_back(std::move(other).value());
    }
    Result<Table> table(std::move(first));
    for (size_t joined = 0; table && joined < others.size(); ++joined) {
        const size_t next = nextToAdd(**table, others, format);
        table = together(std::move(table).value(), std::move(others[next]), name, format, qsizetype(next));
    }
    return table;
}

} // namespace

Result<std::unique_ptr<TableSource>> openCrmTable(const QString &path, const TableFormat &format)
{
    auto table = understood(openTable(path, format), format);
    return table ? withAdded(std::move(table).value(), QFileInfo(path).fileName(), format) : std::move(table);
}

Result<std::unique_ptr<TableSource>> openCrmTable(std::unique_ptr<QIODevice> device,
                                                  const TableFormat &format)
{
    return understood(openTable(std::move(device), format), format);
}
