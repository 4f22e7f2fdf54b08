#include "models/funnel/import/row_counter.h"

#include "models/funnel/import/named_columns.h"
#include "models/tables/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// "7", "7." and "007"; 0 where it is none.
qint64 numberIn(const QString &text)
{
    return (text.endsWith(u'.') ? text.chopped(1) : text).toLongLong();
}

// The first few stand in the order of the rows. Of all that were counted none is beyond their number.
bool counts(const ColumnProfile &column, qint64 rows)
{
    if (rows < 2 || column.filled < rows || !column.isUnique)
        return false;
    for (qsizetype i = 0; i < column.samples.size(); ++i)
        if (numberIn(column.samples.at(i)) != i + 1)
            return false;
    return std::all_of(column.texts.keyBegin(), column.texts.keyEnd(),
                       [rows](const QString &text) { return numberIn(text) >= 1 && numberIn(text) <= rows; });
}

} // namespace

bool isRowCounter(const TableProfile &profile, const ColumnProfile &column)
{
    const bool isId = isIdOfDeals(column.name) || isNamedForDeals(column.name) || isNamedForLeads(column.name)
        || holdsWords(plainWords(column.name), u"id"_s);
    if (isId || !counts(column, profile.rows))
        return false;
    return std::any_of(profile.columns.begin(), profile.columns.end(), [&](const ColumnProfile &other) {
        return &other != &column && other.isUnique && other.filled == profile.rows;
    });
}
