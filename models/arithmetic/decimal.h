#pragma once

#include <QLocale>
#include <QString>
#include <QStringView>

#include <optional>

// A number as somebody wrote it, exactly: digits ÷ 10^scale.
struct Decimal
{
    qint64 digits = 0;
    int scale = 0; // decimal places, 0 to 18

    // The number × 10^places, rounded half away from zero; none where that is beyond 64 bits.
    std::optional<qint64> scaled(int places) const;
    bool operator==(const Decimal &) const = default;
};

// The signs a number is written with. Spaces of all widths and apostrophes always count as grouping.
struct NumberSigns
{
    char16_t decimal = u'.';
    char16_t grouping = u','; // 0: only spaces and apostrophes

    static NumberSigns of(const QLocale &locale);
    bool operator==(const NumberSigns &) const = default;
};

// A number together with what stands before or after it ("€", "USD", "%"), not yet understood.
struct WrittenNumber
{
    Decimal value;
    QStringView unit;
};

// Reads all of `text` or nothing: groups must have three digits (or two before the last three, as in
// India), there is no exponent, and nothing is cut off. Understands a minus on either side and
// parentheses for negative numbers, "5,-" for whole amounts, and the digits of all scripts.
std::optional<WrittenNumber> readNumber(QStringView text, NumberSigns signs);

// `scaled` ÷ 10^decimals in the digits and separators of the locale. `trimmed` leaves out trailing zeros.
QString formatScaled(qint64 scaled, int decimals, const QLocale &locale, bool trimmed = false);
// The locale's minus, a real one where the locale has only the keyboard's hyphen: as wide as a plus.
QString minusSign(const QLocale &locale);
QString plainScaled(qint64 scaled, int decimals); // for files: "-1234.50"
