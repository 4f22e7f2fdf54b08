#pragma once

#include "models/arithmetic/money.h"
#include "models/arithmetic/period.h"

#include <QVariant>

// Figures as the columns of a row have them, and as a row takes them: whole numbers, money in minor units
// with its currency in a second column, and a period as its grain and a day within it.
namespace RowValues {

std::optional<qint64> whole(const QVariantMap &row, const QString &key); // none where it is NULL
std::optional<Money> money(const QVariantMap &row, const QString &key);
Period period(const QVariantMap &row); // of its columns grain and period_start; may be invalid

QVariant orNull(std::optional<qint64> value);
QVariantMap moneyColumns(const QString &key, const std::optional<Money> &money);
QVariantMap periodColumns(const Period &period); // both NULL where it is not valid

} // namespace RowValues
