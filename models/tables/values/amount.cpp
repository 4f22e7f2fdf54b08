#include "models/tables/values/amount.h"

#include "models/arithmetic/money.h"
#include "models/arithmetic/wide.h"

#include <array>
#include <cstdlib>

namespace {

struct Multiple
{
    QStringView word;
    int zeros = 0;
};

// In the languages that are recognised; longer words first where one begins like another.
constexpr std::array multiples = {
    Multiple{u"thousand", 3},  Multiple{u"tausend", 3}, Multiple{u"tsd", 3},       Multiple{u"milliarden", 9},
    Multiple{u"milliards", 9}, Multiple{u"billion", 9}, Multiple{u"millionen", 6}, Multiple{u"millions", 6},
    Multiple{u"millones", 6},  Multiple{u"milhões", 6}, Multiple{u"million", 6},   Multiple{u"mio", 6},
    Multiple{u"mill", 6},      Multiple{u"mil", 3},     Multiple{u"mrd", 9},       Multiple{u"mds", 9},
    Multiple{u"mn", 6},        Multiple{u"mm", 6},      Multiple{u"mi", 6},        Multiple{u"bn", 9},
    Multiple{u"k", 3},         Multiple{u"m", 6},       Multiple{u"b", 9},
};
constexpr Multiple thousandsOfCurrency{u"t", 3}; // only before it: "TEUR", "T€"

bool isCurrencyText(QStringView text)
{
    return !currencyFromText(text, {}).isEmpty();
}

// What follows the multiple: nothing, or a currency.
std::optional<QStringView> restAfter(QStringView text, const Multiple &multiple, bool mayEnd)
{
    if (!text.startsWith(multiple.word, Qt::CaseInsensitive))
        return {};
    QStringView rest = text.sliced(multiple.word.size());
    // "Br" and "kr" are words of their own, "kEUR" is not.
    if (multiple.word.size() == 1 && !rest.isEmpty() && rest.front().isLetter() && !isCurrency(rest))
        return {};
    if (rest.startsWith(u'.'))
        rest = rest.sliced(1);
    rest = rest.trimmed();
    return rest.isEmpty()      ? (mayEnd ? std::optional(rest) : std::nullopt)
        : isCurrencyText(rest) ? std::optional(rest)
                               : std::nullopt;
}

std::optional<WrittenAmount> readMultiple(QStringView text, NumberSigns signs)
{
    qsizetype end = text.size();
    while (end > 0 && !text[end - 1].isDigit())
        --end;
    const QStringView after = text.sliced(end).trimmed();
    if (end == 0 || after.isEmpty())
        return {};
    const auto withRest = [&](const Multiple &multiple, QStringView rest) -> std::optional<WrittenAmount> {
        const QString plain = text.first(end) + rest;
        const auto number = readNumber(plain, signs);
        const auto value = number ? timesTen(number->value, multiple.zeros) : std::nullopt;
        return value ? std::optional(WrittenAmount{*value, number->unit.toString()}) : std::nullopt;
    };
    for (const Multiple &multiple : multiples)
        if (const auto rest = restAfter(after, multiple, true))
            return withRest(multiple, *rest);
    if (const auto rest = restAfter(after, thousandsOfCurrency, false))
        return withRest(thousandsOfCurrency, *rest);
    return {};
}

// "1.5E+06", "1,5E+06", "1.0E7" as spreadsheets and programs write what is long. Neither a decimal sign nor
// one before the exponent: "12E4" is a code. Groups do not occur in it.
std::optional<WrittenAmount> readExponent(QStringView text, NumberSigns signs)
{
    const qsizetype at = text.indexOf(u'e', 0, Qt::CaseInsensitive);
    if (at <= 0 || at + 1 >= text.size() || !text[at - 1].isDigit())
        return {};
    qsizetype end = at + 1;
    const bool hasSign = text[end] == u'+' || text[end] == u'-';
    const qsizetype digits = end += hasSign ? 1 : 0;
    while (end < text.size() && text[end].isDigit())
        ++end;
    const QStringView mantissa = text.first(at);
    if (end == digits || end - digits > 2 || (!hasSign && !mantissa.contains(QChar(signs.decimal))))
        return {};
    const int exponent = text.sliced(at + 1, end - at - 1).toInt();
    const auto number = readNumber(mantissa, {signs.decimal, 0});
    const QStringView after = text.sliced(end).trimmed();
    if (!number || std::abs(exponent) > MaxDecimals || (!after.isEmpty() && !isCurrencyText(after)))
        return {};
    const auto value = timesTen(number->value, exponent);
    return value ? std::optional(WrittenAmount{*value, (after.isEmpty() ? number->unit : after).toString()})
                 : std::nullopt;
}

// "$1,234.00 MXN", "US$ 500 USD": the code behind says which dollar the sign before is.
QString withoutSignBeforeCode(QStringView text)
{
    constexpr qsizetype lengthOfCode = 3;
    const QStringView code = text.last(std::min(lengthOfCode, text.size()));
    if (!isCurrency(code))
        return {};
    qsizetype begin = 0, end = 0; // of the sign
    while (begin < text.size() && (text[begin] == u'-' || text[begin].isSpace()))
        ++begin;
    for (end = begin; end < text.size() && !text[end].isDigit() && text[end] != u'-' && !text[end].isSpace();)
        ++end;
    const QStringView sign = text.sliced(begin, end - begin);
    const bool isDoubled = !sign.isEmpty() && currencyFromText(sign, code.toString()) == code;
    return isDoubled ? QString(text.first(begin) + text.sliced(end)) : QString();
}

} // namespace

bool isLarger(const Decimal &a, const Decimal &b)
{
    const auto size = [](const Decimal &of, int places) {
        const Wide digits = Wide(of.digits) * powerOfTen(places);
        return digits < 0 ? -digits : digits;
    };
    return size(a, b.scale) > size(b, a.scale);
}

std::optional<Decimal> timesTen(const Decimal &value, int zeros)
{
    if (zeros < 0)
        return value.scale - zeros > MaxDecimals ? std::nullopt
                                                 : std::optional(Decimal{value.digits, value.scale - zeros});
    const int kept = std::max(value.scale - zeros, 0);
    const auto digits = narrowed(Wide(value.digits) * powerOfTen(zeros - (value.scale - kept)));
    return digits ? std::optional(Decimal{*digits, kept}) : std::nullopt;
}

std::optional<WrittenAmount> readAmount(QStringView text, NumberSigns signs)
{
    if (signs == asWritten) {
        const auto point = readAmount(text, decimalPoint), comma = readAmount(text, decimalComma);
        return !comma || (point && !isLarger(comma->value, point->value)) ? point : comma;
    }
    // In the code page of Japanese Windows the yen has the place of the backslash.
    if (text.startsWith(u'\\') || text.startsWith(u"-\\"))
        return readAmount(text.toString().replace(u'\\', u'¥'), signs);
    constexpr QChar arabicDecimal = u'\u066b';
    constexpr QChar arabicGrouping = u'\u066c';
    if (text.contains(arabicDecimal) || text.contains(arabicGrouping)) {
        QString inSigns = text.toString();
        inSigns.replace(arabicDecimal, QChar(signs.decimal));
        inSigns.replace(arabicGrouping, QChar(signs.grouping));
        return readAmount(inSigns, signs);
    }
    const auto number = readNumber(text, signs);
    if (number && (number->unit.isEmpty() || isCurrencyText(number->unit)))
        return WrittenAmount{number->value, number->unit.toString()};
    if (const QString once = withoutSignBeforeCode(text); !once.isEmpty())
        return readAmount(once, signs);
    if (auto multiple = readMultiple(text, signs))
        return multiple;
    if (auto withExponent = readExponent(text, signs))
        return withExponent;
    return number ? std::optional(WrittenAmount{number->value, number->unit.toString()}) : std::nullopt;
}
