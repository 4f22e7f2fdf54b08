#include "models/tables/units_row.h"

#include "models/arithmetic/money.h"
#include "models/tables/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestUnit = 20;

bool isInBrackets(const QString &cell)
{
    return (cell.startsWith(u'(') && cell.endsWith(u')')) || (cell.startsWith(u'[') && cell.endsWith(u']'));
}

QString withoutBrackets(const QString &cell)
{
    return (isInBrackets(cell) ? cell.sliced(1).chopped(1) : cell).simplified();
}

// "EUR", "€", "TEUR", "k€", "EUR k", "in Mio. EUR"
bool isMoney(const QString &unit)
{
    static const QRegularExpression multiple(
        u"^(in\\b)?\\s*(thousands?|millions?|tsd|mio|t|k|m)?\\.?\\s*(\\S+?)\\s*(thousands?|millions?|tsd|mio|k|m)?\\.?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (!currencyFromText(unit, {}).isEmpty())
        return true;
    const auto match = multiple.match(unit);
    return match.hasMatch() && !currencyFromText(match.capturedView(3), {}).isEmpty();
}

bool isUnit(const QString &cell)
{
    static const QStringList units = plainNames(
        u"day|days|tag|tage|jour|jours|dia|dias|días|giorni|dagen|dni|дни|天|日|hour|hours|stunden|heures|"
        u"horas|"
        u"week|weeks|wochen|month|months|monate|mois|year|years|jahre|text|texte|texto|testo|tekst|string|"
        u"varchar|текст|文本|date|datum|fecha|data|datetime|timestamp|date "
        u"time|дата|日期|日付|number|numbers|"
        u"integer|int|decimal|float|double|zahl|ganzzahl|nombre|número|numero|getal|число|数字|数値|boolean|"
        u"bool|"
        u"yes no|ja nein|oui non|y n|j n|percent|prozent|pct|pour cent|pieces|pcs|stück|stk|currency|währung|"
        u"list|liste|picklist|choice|auswahl|email|url|in percent|in prozent|no of days|anzahl tage");
    const QString unit = withoutBrackets(cell);
    if (unit.isEmpty() || unit.size() > longestUnit)
        return false;
    static const QRegularExpression dateFormat(u"^[dmyhst]+([-./ :]+[dmyhst]+)+$"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression sign(u"^[%#‰]$"_s);
    return isMoney(unit) || units.contains(plainWords(unit)) || sign.match(unit).hasMatch()
        || dateFormat.match(unit).hasMatch();
}

bool saysNothing(const QString &cell)
{
    return std::none_of(cell.begin(), cell.end(), [](QChar c) {
        return c.isLetterOrNumber() || c.isSymbol() || c == u'%' || c == u'#';
    });
}

} // namespace

bool isRowOfUnits(const QStringList &row, const QStringList &names)
{
    qsizetype told = 0, inBrackets = 0;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const QString cell = row.at(i).simplified();
        if (saysNothing(cell))
            continue;
        if (!isUnit(cell) || i >= names.size())
            return false;
        ++told;
        inBrackets += isInBrackets(cell) ? 1 : 0;
    }
    return names.size() > 1 && (told > 1 || inBrackets > 0);
}

QStringList withUnitsOfMoney(const QStringList &names, const QStringList &units)
{
    QStringList all;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString unit = withoutBrackets(units.value(i).simplified());
        const bool isNamed = !names.at(i).simplified().isEmpty();
        all.append(isNamed && isMoney(unit) ? QString(names.at(i).simplified() % u" (" % unit % u')')
                                            : names.at(i));
    }
    return all;
}
