#include "models/worksheet/value.h"

#include "models/arithmetic/share.h"
#include "models/funnel/column_decimals.h"
#include "models/worksheet/catalogue.h"
#include "models/worksheet/date_text.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Value)
};

constexpr qint64 millionthsPerPercent = WholeShare / 100;
constexpr int percentDecimals = 4;
constexpr qint64 minutesPerHour = 60;
constexpr qint64 minutesPerDay = 24 * minutesPerHour;

Error refusal(const QString &message)
{
    return {Error::Code::Refused, message};
}

Error belowZero()
{
    return refusal(Texts::tr("This cannot be less than 0."));
}

QList<Choice> choicesOf(const Field &field)
{
    return field.kind == FieldKind::Team ? teams() : field.choices;
}

QString labelOf(const Field &field, const QString &key)
{
    for (const Choice &choice : choicesOf(field))
        if (choice.key == key)
            return choice.label;
    return key;
}

Result<QVariant> choiceFrom(const Field &field, const QString &text)
{
    QStringList labels;
    for (const Choice &choice : choicesOf(field)) {
        if (choice.key.compare(text, Qt::CaseInsensitive) == 0
            || choice.label.compare(text, Qt::CaseInsensitive) == 0)
            return QVariant(choice.key);
        labels.append(choice.label);
    }
    return refusal(Texts::tr("“%1” is none of the choices: %2.").arg(text, labels.join(u", "_s)));
}

Result<QVariant> yesNoFrom(const QString &text)
{
    static const QStringList yes{u"yes"_s, u"true"_s, u"1"_s, u"x"_s};
    static const QStringList no{u"no"_s, u"false"_s, u"0"_s};
    if (yes.contains(text, Qt::CaseInsensitive) || text.compare(Texts::tr("Yes"), Qt::CaseInsensitive) == 0)
        return QVariant(true);
    if (no.contains(text, Qt::CaseInsensitive) || text.compare(Texts::tr("No"), Qt::CaseInsensitive) == 0)
        return QVariant(false);
    return refusal(Texts::tr("“%1” is neither yes nor no.").arg(text));
}

Result<QVariant> currencyFrom(const QString &text)
{
    const QString code = text.toUpper();
    if (isCurrency(code))
        return QVariant(code);
    return refusal(Texts::tr("“%1” is not a currency. Write its three letters, such as EUR.").arg(text));
}

// The ways people write a day in this locale: the year with two digits or four, with or without leading
// zeros.
QStringList dateFormats(const QLocale &locale, const QString &fourDigits)
{
    QStringList formats{locale.dateFormat(QLocale::ShortFormat), locale.dateFormat(QLocale::LongFormat)};
    for (const QString &format : {fourDigits, QString(fourDigits).replace(u"yyyy"_s, u"yy"_s)})
        formats += {format, QString(format).replace(u"dd"_s, u"d"_s).replace(u"MM"_s, u"M"_s)};
    return formats;
}

// What can mean but one day wherever it is read: dots part day, month and year in this order, and with
// strokes there is no thirteenth month.
QDate dateAnywhere(const QString &text)
{
    for (const QString &format : {u"d.M.yyyy"_s, u"d.M.yy"_s, u"yyyy/M/d"_s, u"yyyy.M.d"_s})
        if (const QDate date = QDate::fromString(text, format); date.isValid())
            return date;
    const QDate dayFirst = QDate::fromString(text, u"d/M/yyyy"_s);
    const QDate monthFirst = QDate::fromString(text, u"M/d/yyyy"_s);
    if (dayFirst.isValid() && monthFirst.isValid() && dayFirst != monthFirst)
        return {};
    return dayFirst.isValid() ? dayFirst : monthFirst;
}

// As many digits as a whole year, or a date without signs between its parts.
bool hasWholeYear(const QString &text)
{
    constexpr int digits = 4;
    int run = 0;
    return std::any_of(text.begin(), text.end(),
                       [&run](QChar c) { return (run = c.isDigit() ? run + 1 : 0) == digits; });
}

Result<QVariant> dateFrom(const QString &text, const QLocale &locale)
{
    const QString fourDigits = shortDateFormat(locale);
    QDate date = QDate::fromString(text, Qt::ISODate);
    for (const QString &format : dateFormats(locale, fourDigits))
        if (!date.isValid() || date.year() < 1000)
            date = locale.toDate(text, format);
    if (!date.isValid())
        date = dateAnywhere(text);
    if (!date.isValid())
        date = dateWithMonthName(text, locale, QDate::currentDate());
    // A locale's short format has two digits for the year; 26 means 2026.
    constexpr int century = 100, oldest = 1000;
    if (date.isValid() && date.year() < 1950 && !hasWholeYear(text))
        date = date.addYears(century);
    if (!date.isValid() || date.year() < oldest) {
        return refusal(Texts::tr("“%1” is not a date. Write it like %2.")
                           .arg(text, shortDate(QDate::currentDate(), locale)));
    }
    return QVariant(date);
}

// The number and nothing else but, where given, the unit; not valid where it cannot be read.
Fraction numberFrom(const QString &text, const QLocale &locale, const QString &unit = {})
{
    const auto written = readNumber(text, NumberSigns::of(locale));
    if (!written || (!written->unit.isEmpty() && !unit.contains(written->unit)))
        return Fraction::invalid();
    constexpr int base = 10;
    Fraction power(1);
    for (int i = 0; i < written->value.scale; ++i)
        power = power * Fraction(base);
    return Fraction(written->value.digits) / power;
}

// Figures alone are a whole number, though one that cannot be worked with.
Error notWhole(const QString &text, const QLocale &locale)
{
    constexpr qsizetype digitsThatFit = 18;
    const QString digits = text.trimmed().remove(locale.groupSeparator());
    const bool isTooLarge = digits.size() > digitsThatFit
        && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c.isDigit(); });
    return refusal(isTooLarge ? Texts::tr("“%1” is too large.").arg(text)
                              : Texts::tr("“%1” is not a whole number.").arg(text));
}

// "10.000" where a comma groups: copied from elsewhere, it may be ten thousand. 0: nothing of the kind.
qint64 ifGrouped(const QString &text, const QLocale &locale)
{
    const NumberSigns signs = NumberSigns::of(locale);
    const auto written = readNumber(text, signs);
    const auto other = readNumber(text, {.decimal = u'\0', .grouping = signs.decimal});
    return written && other && other->value != written->value ? other->value.digits : 0;
}

Result<QVariant> wholeFrom(const Field &field, const QString &text, const QLocale &locale)
{
    const Fraction whole = numberFrom(text, locale);
    if (!whole.isWhole())
        return notWhole(text, locale);
    if (const qint64 grouped = ifGrouped(text, locale))
        return refusal(Texts::tr("“%1” may be %2 or %3. Write the one or the other.")
                           .arg(text, locale.toString(whole.numerator()), locale.toString(grouped)));
    if (whole < Fraction(0))
        return belowZero();
    if (field.kind == FieldKind::Score && (whole < Fraction(1) || whole > Fraction(largestScore)))
        return refusal(Texts::tr("Write a number from 1 to 5."));
    if (field.most > 0 && whole > Fraction(field.most))
        return refusal(Texts::tr("Write a number up to %1.").arg(locale.toString(field.most)));
    return QVariant(whole.numerator());
}

Result<QVariant> percentFrom(const QString &text, const QLocale &locale)
{
    // Locales write the sign with a direction mark, or have one of their own.
    QString marked = text;
    marked.remove(QChar(0x061c)).remove(QChar(0x200e)).remove(QChar(0x200f));
    const Fraction percent = numberFrom(marked, locale, u"%\u066a"_s);
    const auto millionths = (percent * Fraction(millionthsPerPercent)).rounded();
    if (!millionths)
        return refusal(Texts::tr("“%1” is not a percentage. Write it like %2.")
                           .arg(text, locale.toString(12.5) % u" %"_s));
    if (*millionths < 0)
        return refusal(Texts::tr("This cannot be less than 0 %."));
    return QVariant(*millionths);
}

struct DurationUnit
{
    qint64 minutes;
    QString label;
    QStringList names;
};

std::array<DurationUnit, 3> durationUnits()
{
    return {
        DurationUnit{
            minutesPerDay, Texts::tr("d", "days, short"), {u"d"_s, u"day"_s, u"days"_s, Texts::tr("days")}},
        DurationUnit{minutesPerHour,
                     Texts::tr("h", "hours, short"),
                     {u"h"_s, u"hour"_s, u"hours"_s, Texts::tr("hours")}},
        DurationUnit{
            1, Texts::tr("min", "minutes, short"), {u"m"_s, u"min"_s, u"minutes"_s, Texts::tr("minutes")}}};
}

QString durationText(qint64 minutes, const QLocale &locale)
{
    // Working agreements are spoken of in hours up to two days: "24 h", "36 h", "3 d".
    QStringList parts;
    for (const DurationUnit &unit : durationUnits()) {
        if (unit.minutes == minutesPerDay && minutes < 3 * minutesPerDay)
            continue;
        if (const qint64 amount = minutes / unit.minutes; amount > 0)
            parts.append(locale.toString(amount) % QChar::Nbsp % unit.label);
        minutes %= unit.minutes;
    }
    return parts.isEmpty() ? locale.toString(0) % QChar::Nbsp % durationUnits().back().label
                           : parts.join(u' ');
}

Result<QVariant> durationFrom(const Field &field, const QString &text, const QLocale &locale)
{
    static const QRegularExpression part(uR"(\s*([\d.,\x{2019}'\x{202f}\x{a0}]+)\s*(\p{L}+)?\.?\s*)"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    const Error notADuration = refusal(
        Texts::tr("“%1” is not a length of time. Write it like “4 h”, “30 min” or “2 d”.").arg(text));
    Fraction minutes(0);
    qsizetype end = 0;
    while (end < text.size()) {
        const auto match = part.match(text, end, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        const Fraction number = numberFrom(match.captured(1), locale);
        if (!number.isValid())
            return notADuration;
        const auto units = durationUnits();
        const auto unit = std::find_if(units.begin(), units.end(), [&](const DurationUnit &candidate) {
            return candidate.label.compare(match.captured(2), Qt::CaseInsensitive) == 0
                || candidate.names.contains(match.captured(2), Qt::CaseInsensitive);
        });
        if (unit == units.end())
            return notADuration;
        minutes = minutes + number * Fraction(unit->minutes);
        end = match.capturedEnd();
    }
    const auto whole = minutes.rounded();
    if (!whole)
        return notADuration;
    if (field.most > 0 && *whole > field.most)
        return refusal(
            Texts::tr("“%1” is too long. At most it can be %2.").arg(text, durationText(field.most, locale)));
    return QVariant(*whole);
}

Result<QVariant> moneyFrom(const Field &field, const QString &text, const QLocale &locale,
                           const QString &currency)
{
    const Result<Money> money = Money::fromText(text, locale, currency);
    if (!money)
        return money.error();
    if (!field.mayBeNegative && money->minor < 0)
        return belowZero();
    return QVariant::fromValue(*money);
}

// Half a surrogate pair would take its neighbour with it on the way into the file.
void replaceHalfPairs(QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool high = text.at(i).isHighSurrogate();
        if (high && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (text.at(i).isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
}

// A NUL character is not text; everything else a person can type is kept.
QString cleaned(const Field &field, QString text)
{
    text.remove(QChar::Null);
    if (!text.isValidUtf16())
        replaceHalfPairs(text);
    if (field.kind != FieldKind::LongText)
        text = text.replace(u'\r', u' ').replace(u'\n', u' ');
    return text;
}

} // namespace

bool Value::isEmpty(const QVariant &value)
{
    return !value.isValid() || value.isNull()
        || (value.typeId() == QMetaType::QString && value.toString().trimmed().isEmpty());
}

QVariant Value::fromColumns(const Field &field, const QVariantMap &row)
{
    const QVariant value = row.value(field.key);
    if (value.isNull())
        return {};
    switch (field.kind) {
    case FieldKind::Money:
        return QVariant::fromValue(
            Money{value.toLongLong(), row.value(field.key + u"_currency"_s).toString()});
    case FieldKind::Date:
        return QDate::fromString(value.toString(), Qt::ISODate);
    case FieldKind::YesNo:
        return value.toLongLong() != 0;
    default:
        return value;
    }
}

QVariantMap Value::toColumns(const Field &field, const QVariant &value)
{
    const bool empty = isEmpty(value);
    switch (field.kind) {
    case FieldKind::Money: {
        const Money money = value.value<Money>();
        return {{field.key, empty ? QVariant() : QVariant(money.minor)},
                {field.key + u"_currency"_s, empty ? QVariant() : QVariant(money.currency)}};
    }
    case FieldKind::Date:
        return {{field.key, empty ? QVariant() : QVariant(value.toDate().toString(Qt::ISODate))}};
    case FieldKind::YesNo:
        return {{field.key, empty ? QVariant() : QVariant(value.toBool() ? 1 : 0)}};
    case FieldKind::ShortText:
    case FieldKind::LongText:
    case FieldKind::Person:
        return {{field.key, empty ? QVariant() : QVariant(cleaned(field, value.toString()))}};
    default:
        return {{field.key, empty ? QVariant() : value}};
    }
}

Value::Decimals Value::decimalsOf(const Field &field, const QList<QVariant> &column)
{
    QList<Money> amounts;
    QList<qint64> shares;
    for (const QVariant &value : column) {
        if (isEmpty(value))
            continue;
        if (field.kind == FieldKind::Money)
            amounts.append(value.value<Money>());
        else if (field.kind == FieldKind::Percent)
            shares.append(value.toLongLong());
    }
    Decimals decimals{.money = exactDecimalsFor(amounts)};
    if (!shares.isEmpty())
        decimals.percent = decimalsFor(shares);
    return decimals;
}

QString Value::toText(const Field &field, const QVariant &value, const QLocale &locale,
                      const Decimals &decimals)
{
    if (isEmpty(value))
        return {};
    switch (field.kind) {
    case FieldKind::Choice:
    case FieldKind::Team:
        return labelOf(field, value.toString());
    case FieldKind::Date:
        return shortDate(value.toDate(), locale);
    case FieldKind::Money:
        return value.value<Money>().toText(locale, decimals.money);
    case FieldKind::Percent:
        return Fraction::of(value.toLongLong(), millionthsPerPercent * 100)
            .toPercent(locale, decimals.percent.value_or(percentDecimals), !decimals.percent);
    case FieldKind::Count:
    case FieldKind::Score:
        return locale.toString(value.toLongLong());
    case FieldKind::Duration:
        return durationText(value.toLongLong(), locale);
    case FieldKind::YesNo:
        return value.toBool() ? Texts::tr("Yes") : Texts::tr("No");
    case FieldKind::Link:
    case FieldKind::Picture:
        return {};
    case FieldKind::ShortText:
    case FieldKind::LongText:
    case FieldKind::Person:
    case FieldKind::Currency:
        break;
    }
    return value.toString();
}

Result<QVariant> Value::fromText(const Field &field, const QString &text, const QLocale &locale,
                                 const QString &currency)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return QVariant();
    switch (field.kind) {
    case FieldKind::Choice:
    case FieldKind::Team:
        return choiceFrom(field, trimmed);
    case FieldKind::Date:
        return dateFrom(trimmed, locale);
    case FieldKind::Money:
        return moneyFrom(field, trimmed, locale, currency);
    case FieldKind::Percent:
        return percentFrom(trimmed, locale);
    case FieldKind::Count:
    case FieldKind::Score:
        return wholeFrom(field, trimmed, locale);
    case FieldKind::Duration:
        return durationFrom(field, trimmed, locale);
    case FieldKind::YesNo:
        return yesNoFrom(trimmed);
    case FieldKind::Currency:
        return currencyFrom(trimmed);
    case FieldKind::Link:
    case FieldKind::Picture:
        return refusal(Texts::tr("“%1” cannot be pasted here. Choose it from the list.").arg(trimmed));
    case FieldKind::ShortText:
    case FieldKind::LongText:
    case FieldKind::Person:
        break;
    }
    return QVariant(cleaned(field, text));
}

QString Value::question(const Field &field, const QVariant &value)
{
    const bool asks = field.kind == FieldKind::Percent && !field.mayExceedWhole && !isEmpty(value)
        && value.toLongLong() > 100 * millionthsPerPercent;
    return asks ? Texts::tr("This is more than 100 %: is that meant?") : QString();
}

QString Value::toPlain(const Field &field, const QVariant &value)
{
    if (isEmpty(value))
        return {};
    switch (field.kind) {
    case FieldKind::Date:
        return value.toDate().toString(Qt::ISODate);
    case FieldKind::Money:
        return value.value<Money>().plain();
    case FieldKind::Percent:
        return Fraction::of(value.toLongLong(), millionthsPerPercent).plain(percentDecimals);
    case FieldKind::YesNo:
        return value.toBool() ? u"yes"_s : u"no"_s;
    case FieldKind::Count:
    case FieldKind::Score:
    case FieldKind::Duration:
    case FieldKind::Link:
        return QString::number(value.toLongLong());
    default:
        return value.toString();
    }
}

Result<QVariant> Value::fromPlain(const Field &field, const QString &text)
{
    if (text.isEmpty())
        return QVariant();
    if (field.kind == FieldKind::Money) {
        const auto money = Money::fromPlain(text);
        return money
            ? Result<QVariant>(QVariant::fromValue(*money))
            : refusal(Texts::tr("“%1” is not an amount with its currency, such as “61000 EUR”.").arg(text));
    }
    if (field.kind == FieldKind::Duration || field.kind == FieldKind::Link) {
        bool ok = false;
        const qint64 number = text.toLongLong(&ok);
        return ok && number >= 0 ? Result<QVariant>(QVariant(number)) : notWhole(text, QLocale::c());
    }
    if (field.kind == FieldKind::Picture)
        return QVariant(text);
    return fromText(field, text, QLocale::c(), {});
}
