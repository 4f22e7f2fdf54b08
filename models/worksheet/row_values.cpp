#include "models/worksheet/row_values.h"

using namespace Qt::StringLiterals;

std::optional<qint64> RowValues::whole(const QVariantMap &row, const QString &key)
{
    const QVariant value = row.value(key);
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

std::optional<Money> RowValues::money(const QVariantMap &row, const QString &key)
{
    const auto minor = whole(row, key);
    return minor ? std::optional(Money{*minor, row.value(key + u"_currency"_s).toString()}) : std::nullopt;
}

Period RowValues::period(const QVariantMap &row)
{
    const auto grain = grainFromKey(row.value(u"grain"_s).toString());
    const QDate day = QDate::fromString(row.value(u"period_start"_s).toString(), Qt::ISODate);
    return grain && day.isValid() ? Period::containing(day, *grain) : Period();
}

QVariant RowValues::orNull(std::optional<qint64> value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariantMap RowValues::moneyColumns(const QString &key, const std::optional<Money> &money)
{
    return {{key, money ? money->minor : QVariant()},
            {key + u"_currency"_s, money ? money->currency : QVariant()}};
}

QVariantMap RowValues::periodColumns(const Period &period)
{
    return {{u"grain"_s, period.isValid() ? grainKey(period.grain) : QVariant()},
            {u"period_start"_s, period.isValid() ? period.start.toString(Qt::ISODate) : QVariant()}};
}
