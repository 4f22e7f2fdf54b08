#include "models/funnel/import/currency_columns.h"

#include "models/funnel/import/column_units.h"
#include "models/funnel/import/named_columns.h"
#include "models/tables/values/amount.h"
#include "models/tables/words.h"

using namespace Qt::StringLiterals;

static QString nameWithoutCurrency(const QString &column)
{
    QStringList words = plainWords(column).split(u' ');
    words.removeAll(currencyInName(column).toLower());
    return words.join(u' ');
}

// Cells with more than 0, which may stand where the amount is in another currency; of many different texts
// about as many, as not all of them were counted.
static qint64 amountsIn(const ColumnProfile &column)
{
    qint64 counted = 0, zeros = 0;
    for (const auto &[text, count] : column.texts.asKeyValueRange()) {
        const auto amount = readAmount(text, column.numbers.signs());
        counted += count;
        zeros += amount && amount->value.digits == 0 ? count : 0;
    }
    return counted == 0 ? column.filled : column.filled - column.filled * zeros / counted;
}

void giveAmountsOfOtherCurrencies(const TableProfile &profile, ColumnRoles &roles)
{
    const ColumnProfile *value = profile.column(roles.key(ColumnRole::Value));
    const QString currency = value ? currencyInName(value->name) : QString();
    if (currency.isEmpty() || isEstimatedValue(value->name) || value->filled == 0)
        return;
    QStringList others;
    qint64 filled = amountsIn(*value);
    for (const ColumnProfile &column : profile.columns) {
        const QString other = currencyInName(column.name);
        if (column.filled == 0 || roles.contains(column.name) || !column.numbers.isNumbers()
            || other.isEmpty() || other == currency
            || nameWithoutCurrency(column.name) != nameWithoutCurrency(value->name))
            continue;
        others.append(column.name);
        filled += amountsIn(column);
    }
    // Where most rows have several, each tells the same amount in another currency.
    constexpr qint64 roughly = 8; // one of so many, where not all texts were counted
    if (filled > profile.rows + (value->isVaried ? profile.rows / roughly : 0))
        return;
    for (const QString &name : std::as_const(others))
        roles.insert(name, ColumnRole::Value);
}
