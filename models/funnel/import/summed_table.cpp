#include "models/funnel/import/summed_table.h"

#include "models/tables/values/month_names.h"
#include "models/tables/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool isNamedForCounts(const QString &column)
{
    static const QStringList names = plainNames(
        u"count|counts|deals|no of deals|number of deals|deal count|count of deals|deals count|opportunities|"
        u"number of opportunities|opportunity count|leads|number of leads|lead count|record count|number|"
        u"number of records|quantity|anzahl|anzahl deals|anzahl der deals|anzahl leads|anzahl abschlusse|"
        u"anzahl verkaufschancen|nombre|nombre de deals|nombre d opportunites|nombre d affaires|"
        u"nombre de leads|cantidad|numero de negocios|cantidad de negocios|numero de oportunidades|"
        u"quantidade|numero de negocios|numero de oportunidades|quantidade de negocios");
    return names.contains(plainWords(column));
}

// "Jan", "March 2024", "Q3", "2025-Q1", "2024"
bool isNamedForPeriod(const QString &column)
{
    static const QRegularExpression period(u"^((19|20)\\d\\d )?q[1-4]( (19|20)\\d\\d)?$|^(19|20)\\d\\d$"_s);
    const QString words = plainWords(column);
    return period.match(words).hasMatch() || monthOf(words.section(u' ', 0, 0)) > 0;
}

} // namespace

QString columnOfSums(const TableProfile &profile, const ColumnRoles &roles)
{
    using enum ColumnRole;
    const QString stage = roles.key(Stage), key = roles.key(Key);
    for (const ColumnRole ofDeals : {Created, Closed, Name, Account})
        if (!roles.key(ofDeals).isEmpty() || stage.isEmpty())
            return {};
    qsizetype periods = 0;
    for (const ColumnProfile &column : profile.columns) {
        if (column.name == stage || !column.numbers.isNumbers())
            continue;
        if (isNamedForCounts(column.name) && (key.isEmpty() || key == column.name))
            return column.name;
        periods += key.isEmpty() && isNamedForPeriod(column.name) ? 1 : 0;
        if (periods > 1 && periods + 1 == profile.columns.size())
            return column.name;
    }
    return {};
}
