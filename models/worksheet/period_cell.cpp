#include "models/worksheet/period_cell.h"

#include "models/worksheet/period_text.h"
#include "models/worksheet/row_values.h"
#include "models/worksheet/value.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PeriodCell)
};

const QString grainField = u"grain"_s;
const QString dayField = u"period_start"_s;

} // namespace

bool PeriodCell::isPeriod(const Sheet &sheet, const Field &field)
{
    return field.key == dayField && !field.startsAnywhere && sheet.field(grainField);
}

bool PeriodCell::isGrainOfPeriod(const Sheet &sheet, const Field &field)
{
    const Field *day = sheet.field(dayField);
    return field.key == grainField && day && isPeriod(sheet, *day);
}

QList<Grain> PeriodCell::grains(const Sheet &sheet)
{
    QList<Grain> grains;
    const Field *field = sheet.field(grainField);
    for (const Choice &choice : field ? field->choices : QList<Choice>())
        if (const auto grain = grainFromKey(choice.key))
            grains.append(*grain);
    return grains;
}

QVariant PeriodCell::value(const QVariantMap &row)
{
    if (const Period period = RowValues::period(row); period.isValid())
        return QVariant::fromValue(period);
    const QDate day = QDate::fromString(row.value(dayField).toString(), Qt::ISODate);
    return day.isValid() ? QVariant(day) : QVariant();
}

QVariantMap PeriodCell::toColumns(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDate)
        return {{dayField, value.toDate().toString(Qt::ISODate)}};
    return RowValues::periodColumns(value.value<Period>());
}

Period PeriodCell::sortKey(const QVariant &value)
{
    return value.typeId() == QMetaType::QDate ? Period{Grain::Week, value.toDate()} : value.value<Period>();
}

QString PeriodCell::text(const Sheet &sheet, const Field &field, const QVariantMap &row,
                         const QLocale &locale)
{
    if (isPeriod(sheet, field))
        if (const Period period = RowValues::period(row); period.isValid())
            return period.label(locale);
    return Value::toText(field, Value::fromColumns(field, row), locale);
}

QString PeriodCell::exampleText(const Sheet &sheet, const Field &field, const QLocale &locale)
{
    if (isGrainOfPeriod(sheet, field))
        return {};
    if (isPeriod(sheet, field))
        return text(sheet, field, {{grainField, sheet.field(grainField)->example}, {dayField, field.example}},
                    locale);
    const Result<QVariant> value = Value::fromPlain(field, field.example);
    return value ? Value::toText(field, *value, locale) : QString();
}

QString PeriodCell::examples(const Sheet &sheet, const QLocale &locale)
{
    QStringList examples;
    const QList<Grain> choices = grains(sheet);
    for (const Grain grain : choices)
        examples.append(Period::containing(QDate::currentDate(), grain).label(locale));
    return examples.join(u"; "_s);
}

Result<QVariant> PeriodCell::fromText(const Sheet &sheet, const QString &text, const QVariantMap &row,
                                      const QLocale &locale)
{
    if (text.trimmed().isEmpty())
        return QVariant();
    // A day is read as the week or as the year it begins, a name always as the same.
    Period period = periodFromText(text, Grain::Week, locale);
    if (period != periodFromText(text, Grain::Year, locale) || !period.isValid()) {
        const auto grain = grainFromKey(row.value(grainField).toString());
        const Result<QVariant> day = Value::fromText(*sheet.field(dayField), text, locale, {});
        period = grain && day ? Period::containing(day->toDate(), *grain) : Period();
    }
    if (period.isValid() && grains(sheet).contains(period.grain))
        return QVariant::fromValue(period);
    return Error{Error::Code::Refused,
                 Texts::tr("“%1” is no period that can be used here. Write it like one "
                           "of these: %2.")
                     .arg(text.trimmed(), examples(sheet, locale))};
}
