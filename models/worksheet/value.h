#pragma once

#include "models/arithmetic/money.h"
#include "models/document/result.h"
#include "models/worksheet/field.h"

#include <QLocale>
#include <QVariant>

#include <optional>

Q_DECLARE_METATYPE(Money)

// A field's value in its forms: typed (in models and editors), columns (in the file), text as people
// read and type it in their locale, and plain text (locale-free, for CSV, JSON and starters).
// An invalid QVariant is "not filled in", which is never the same as 0.
//
// Typed: QString, QDate, Money, qint64 (Percent in millionths, Duration in minutes, Link as row id), bool.
namespace Value {

QVariant fromColumns(const Field &field, const QVariantMap &row);
// The column changes that set this value.
QVariantMap toColumns(const Field &field, const QVariant &value);

// With how many decimals the figures of one column are read: all with as many as one of them needs.
struct Decimals
{
    Money::Decimals money = Money::Decimals::WhereNeeded;
    std::optional<int> percent = {}; // none: as many as each needs

    bool operator==(const Decimals &) const = default;
};
Decimals decimalsOf(const Field &field, const QList<QVariant> &column);

// What a person reads. A Link needs the title of its row from the caller; here it is empty.
QString toText(const Field &field, const QVariant &value, const QLocale &locale,
               const Decimals &decimals = {});
// What a person typed. `currency` is taken where none is written.
Result<QVariant> fromText(const Field &field, const QString &text, const QLocale &locale,
                          const QString &currency);

// What is taken, but asked about where it stands: a rate above 100 %. Empty: nothing.
QString question(const Field &field, const QVariant &value);

QString toPlain(const Field &field, const QVariant &value);
Result<QVariant> fromPlain(const Field &field, const QString &text);

bool isEmpty(const QVariant &value);

} // namespace Value
