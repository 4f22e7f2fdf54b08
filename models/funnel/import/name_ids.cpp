#include "models/funnel/import/name_ids.h"

#include "models/funnel/import/column_names.h"
#include "models/tables/words.h"

using namespace Qt::StringLiterals;

bool isIdBesideName(const TableProfile &profile, const QString &column)
{
    constexpr QStringView ending = u".id";
    if (!column.endsWith(ending, Qt::CaseInsensitive))
        return false;
    const QString named = column.chopped(ending.size());
    return profile.column(named) && namesOfRole(ColumnRole::Name).contains(plainWords(named));
}
