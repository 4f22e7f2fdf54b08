#pragma once

#include "models/arithmetic/period.h"
#include "models/document/result.h"
#include "models/worksheet/sheet.h"

#include <QVariant>

// A worksheet keeps a period as its grain and a day within it, in the fields "grain" and "period_start". They
// mean something only together, and so are shown and typed in as one: "Q3 2026". The day's field stands for
// both.
namespace PeriodCell {

bool isPeriod(const Sheet &sheet, const Field &field); // the one that stands for both
bool isGrainOfPeriod(const Sheet &sheet, const Field &field); // the other, which is not shown by itself
QList<Grain> grains(const Sheet &sheet); // those that can be chosen

// The value of the field: a Period, a QDate alone while the grain is missing, or nothing.
QVariant value(const QVariantMap &row);
QVariantMap toColumns(const QVariant &value); // a QDate leaves the grain as it is
Period sortKey(const QVariant &value);

// Any field of a row as it is read: a period by its name, all others as Value writes them.
QString text(const Sheet &sheet, const Field &field, const QVariantMap &row, const QLocale &locale);
QString examples(const Sheet &sheet, const QLocale &locale); // "November 2026; Q4 2026"
// The description's example of a field as a person reads it; empty where it has none, or the period says it.
QString exampleText(const Sheet &sheet, const Field &field, const QLocale &locale);
// What was typed for the period of this row: its name in any of the usual ways, or a day within it where the
// row tells the grain.
Result<QVariant> fromText(const Sheet &sheet, const QString &text, const QVariantMap &row,
                          const QLocale &locale);

} // namespace PeriodCell
