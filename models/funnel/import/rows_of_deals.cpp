#include "models/funnel/import/rows_of_deals.h"

#include "models/funnel/import/column_names.h"
#include "models/funnel/import/column_scores.h"
#include "models/funnel/import/column_units.h"
#include "models/funnel/import/named_columns.h"
#include "models/tables/words.h"

#include <algorithm>

bool isAmountOnlyAlone(const QString &words)
{
    static const QStringList alone = plainNames(u"sales|total|ca|sum|summe");
    static const QStringList others = [] {
        QStringList names = namesOfRole(ColumnRole::Value);
        names.removeIf([](const QString &name) { return alone.contains(name); });
        return names;
    }();
    const auto held = std::count_if(alone.begin(), alone.end(),
                                    [&words](const QString &name) { return holdsWords(words, name); });
    return held == 1 && !alone.contains(withoutCurrency(words)) && scoreOfName(words, others) == 0;
}

bool hasAmounts(const TableProfile &profile)
{
    return std::any_of(profile.columns.begin(), profile.columns.end(), [](const ColumnProfile &column) {
        const QString words = plainWords(column.name);
        return column.numbers.isNumbers() && mayBe(ColumnRole::Value, column)
            && !saysOtherThan(ColumnRole::Value, words) && !isAmountOnlyAlone(words)
            && scoreOfName(words, namesOfRole(ColumnRole::Value)) > 0;
    });
}

bool tellDeals(const TableProfile &profile)
{
    const bool arePersons = listsPersons(profile); // who may have become customers on a day
    return std::any_of(profile.columns.begin(), profile.columns.end(), [&](const ColumnProfile &column) {
        const auto isOfDeals
            = [&column](ColumnRole role) { return isNamed(role, column) && mayBe(role, column); };
        return column.filled > 0 && !isNamedForLeads(column.name) && !isEndOfAnything(column.name)
            && (isOfDeals(ColumnRole::Stage) || (!arePersons && isOfDeals(ColumnRole::Closed))
                || isExpectedClosing(column.name)
                || (isOfDeals(ColumnRole::Name) && isNamedForDeals(column.name)));
    });
}
