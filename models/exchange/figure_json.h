#pragma once

#include "models/arithmetic/derived.h"
#include "models/arithmetic/money.h"
#include "models/arithmetic/rate.h"
#include "models/funnel/deals/deals.h"

#include <QJsonObject>

// How figures are written as JSON: exact, free of any locale, null where not known.
namespace FigureJson {

constexpr int rateDecimals = 4;

QJsonValue orNull(std::optional<qint64> value);
QJsonValue orNull(const std::optional<Money> &money);
QJsonValue orNull(const QString &text); // where it is empty
QJsonObject moneyToJson(const Money &money);
// Of rows: {"count", "without_value", "values": [money, or {"currency", "amount": null, "problem"}]}.
QJsonObject totalToJson(const DealTotals &total);
QJsonValue decimal(const Fraction &value, int decimals);
QJsonObject rateToJson(const Rate &rate, std::optional<qint64> to, std::optional<qint64> from);
// {"value": "12.50"}, or {"value": null, "problem": …}; money has a currency beside it.
QJsonObject derivedToJson(const Derived &figure, int decimals, const QString &currency = {});
QJsonObject problemToJson(const QString &reason);

} // namespace FigureJson
