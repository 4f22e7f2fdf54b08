#include "models/exchange/figure_json.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

QJsonValue FigureJson::orNull(std::optional<qint64> value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue FigureJson::orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue FigureJson::orNull(const std::optional<Money> &money)
{
    return money ? QJsonValue(moneyToJson(*money)) : QJsonValue();
}

QJsonObject FigureJson::moneyToJson(const Money &money)
{
    return {{u"amount"_s, money.plainAmount()}, {u"currency"_s, money.currency}};
}

QJsonObject FigureJson::totalToJson(const DealTotals &total)
{
    QJsonArray values;
    const QList<Money> sums = total.value.sums();
    for (const Money &money : sums)
        values.append(moneyToJson(money));
    const QStringList tooLarge = total.value.tooLarge();
    for (const QString &currency : tooLarge)
        values.append(QJsonObject{
            {u"currency"_s, currency},
            {u"amount"_s, QJsonValue()},
            {u"problem"_s,
             QCoreApplication::translate("MoneyTotals", "Cannot be worked out: the sum is too large.")}});
    return {{u"count"_s, total.count}, {u"without_value"_s, total.withoutValue}, {u"values"_s, values}};
}

QJsonValue FigureJson::decimal(const Fraction &value, int decimals)
{
    return value.isValid() ? QJsonValue(value.plain(decimals)) : QJsonValue();
}

QJsonObject FigureJson::problemToJson(const QString &reason)
{
    return {{u"value"_s, QJsonValue()}, {u"problem"_s, reason}};
}

QJsonObject FigureJson::rateToJson(const Rate &rate, std::optional<qint64> to, std::optional<qint64> from)
{
    if (!rate.isKnown())
        return problemToJson(rate.reason());
    return {{u"value"_s, rate.value().plain(rateDecimals)},
            {u"numerator"_s, orNull(to)},
            {u"denominator"_s, orNull(from)}};
}

QJsonObject FigureJson::derivedToJson(const Derived &figure, int decimals, const QString &currency)
{
    if (!figure.value)
        return problemToJson(figure.problem);
    QJsonObject json{{u"value"_s, figure.value->plain(decimals)}};
    if (!currency.isEmpty())
        json.insert(u"currency"_s, currency);
    return json;
}
