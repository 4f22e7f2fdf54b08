#include "models/funnel/import/summed_table.h"

#include "models/funnel/import/column_names.h"
#include "models/funnel/stages/stage_target.h"
#include "models/tables/values/month_names.h"
#include "models/tables/words.h"
#include "models/worksheet/period_text.h"

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
        u"quantidade|numero de negocios|numero de oportunidades|quantidade de negocios|aantal|liczba|antal|"
        u"quantità|numero di opportunità|件数");
    return names.contains(plainWords(column));
}

// "Conversion", "MQL %", "Lead → MQL": beside counts it is what they are of each other.
bool isNamedForRates(const QString &column)
{
    static const QStringList names = plainNames(
        u"rate|rates|conversion|conv|cr|quote|konversion|rate of conversion|taux|tasa|taxa|conversão|"
        u"conversión|tasso|percentage|percent|prozent|anteil|share");
    return column.contains(u'%') || column.contains(u'→') || holdsAny(plainWords(column), names);
}

// "Jan", "March 2024", "Q3", "2025-Q1", "2024"
bool isNamedForPeriod(const QString &column)
{
    static const QRegularExpression period(u"^((19|20)\\d\\d )?q[1-4]( (19|20)\\d\\d)?$|^(19|20)\\d\\d$"_s);
    const QString words = plainWords(column);
    return period.match(words).hasMatch() || monthOf(words.section(u' ', 0, 0)) > 0
        || periodFromText(column, Grain::Month, QLocale::c()).isValid();
}

// "Q1 Deals", "2025 Value": below a line of periods.
bool isNamedForPeriodAndFigure(const QString &column)
{
    QStringList words = plainWords(column).split(u' ');
    const auto isFigure = [](const QString &word) {
        return isNamedForCounts(word) || namesOfRole(ColumnRole::Value).contains(word);
    };
    return words.removeIf(isFigure) > 0 && !words.isEmpty() && isNamedForPeriod(words.join(u' '));
}

// The first or the last day of a week or longer.
bool isEndOfPeriod(const QString &text)
{
    for (const DateOrder order : {DateOrder::DayMonthYear, DateOrder::MonthDayYear})
        for (const Grain grain : {Grain::Week, Grain::Month})
            if (const auto date = readDate(text, order)) {
                const Period period = Period::containing(*date, grain);
                if (period.start == *date || period.end() == *date)
                    return true;
            }
    return false;
}

// Each cell is the name of a period, or its first or last day.
bool holdsPeriods(const ColumnProfile &column)
{
    const auto isPeriod = [](const QString &text) { return isNamedForPeriod(text) || isEndOfPeriod(text); };
    const QStringList texts = column.texts.keys();
    return !column.isVaried && !texts.isEmpty() && std::all_of(texts.begin(), texts.end(), isPeriod);
}

bool holdsFlags(const ColumnProfile &column)
{
    return saysYesOrNo(column.texts.keys());
}

// Periods down and stages across: the figures of each stage are a column.
QString columnOfStages(const TableProfile &profile)
{
    qsizetype stages = 0, periods = 0;
    QString first;
    for (const ColumnProfile &column : profile.columns) {
        if (column.filled > 0 && holdsPeriods(column) && !mostAreStages({column.name})) {
            ++periods;
        } else if (column.numbers.isNumbers() && mostAreStages({column.name}) && !holdsFlags(column)) {
            first = first.isEmpty() ? column.name : first;
            ++stages;
        } else if (column.filled > 0 && !isNamedForRates(column.name)) {
            return {};
        }
    }
    return periods == 1 && stages > 1 ? first : QString();
}

// Stages down, and across either their counts or the figures of each period.
QString columnBesideStages(const TableProfile &profile, const ColumnRoles &roles)
{
    const QString stage = roles.key(ColumnRole::Stage), key = roles.key(ColumnRole::Key);
    const auto isOfPeriod
        = [](const QString &column) { return isNamedForPeriod(column) || isNamedForPeriodAndFigure(column); };
    const bool hasKey = !key.isEmpty() && !isOfPeriod(key); // figures may differ from row to row by chance
    qsizetype periods = 0, others = 0;
    QString first;
    for (const ColumnProfile &column : profile.columns) {
        if (column.name == stage)
            continue;
        if (!column.numbers.isNumbers()) {
            ++others;
            continue;
        }
        if (isNamedForCounts(column.name) && (!hasKey || key == column.name))
            return column.name;
        if (!hasKey && isOfPeriod(column.name)) {
            first = first.isEmpty() ? column.name : first;
            ++periods;
        } else {
            ++others;
        }
    }
    return periods > 0 && others == 0 ? first : QString();
}

} // namespace

QString columnOfSums(const TableProfile &profile, const ColumnRoles &roles)
{
    using enum ColumnRole;
    for (const ColumnRole ofDeals : {Closed, Name, Account})
        if (!roles.key(ofDeals).isEmpty())
            return {};
    const ColumnProfile *created = profile.column(roles.key(Created));
    if (created && !holdsPeriods(*created))
        return {};
    if (const QString stages = columnOfStages(profile); !stages.isEmpty())
        return stages;
    return roles.key(Stage).isEmpty() ? QString() : columnBesideStages(profile, roles);
}
