#include "models/funnel/import/currency_columns.h"

#include "models/funnel/import/column_units.h"
#include "models/funnel/import/named_columns.h"
#include "models/tables/words.h"

using namespace Qt::StringLiterals;

static QString nameWithoutCurrency(const QString &column)
{
    QStringList words = plainWords(column).split(u' ');
    words.removeAll(currencyInName(column).toLower());
    return words.join(u' ');
}

void giveAmountsOfOtherCurrencies(const TableProfile &profile, ColumnRoles &roles)
{
    const ColumnProfile *value = profile.column(roles.key(ColumnRole::Value));
    const QString currency = value ? currencyInName(value->name) : QString();
    if (currency.isEmpty() || isEstimatedValue(value->name) || value->filled == 0)
        return;
    QStringList others;
    qint64 filled = value->filled;
    for (const ColumnProfile &column : profile.columns) {
        const QString other = currencyInName(column.name);
        if (column.filled == 0 || roles.contains(column.name) || !column.numbers.isNumbers()
            || other.isEmpty() || other == currency
            || nameWithoutCurrency(column.name) != nameWithoutCurrency(value->name))
            continue;
        others.append(column.name);
        filled += column.filled;
    }
    // Where most rows have several, each tells the same amount in another currency.
    if (filled > profile.rows)
        return;
    for (const QString &name : std::as_const(others))
        roles.insert(name, ColumnRole::Value);
}
