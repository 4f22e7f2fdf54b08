#include "models/arithmetic/fraction.h"

#include "models/arithmetic/decimal.h"
#include "models/arithmetic/wide.h"

#include <cmath>

namespace {

Wide commonDivisor(Wide a, Wide b)
{
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

} // namespace

// Numerator and denominator before they are reduced. Products of two parts of fractions are below 2^126,
// so a sum of two such products fits too.
struct Fraction::Parts
{
    Wide numerator = 0;
    Wide denominator = 1;
};

Fraction::Fraction(const Parts &parts)
    : m_denominator(0)
{
    if (parts.denominator == 0)
        return;
    const Wide divisor = commonDivisor(parts.numerator, parts.denominator);
    const Wide signedDivisor = parts.denominator < 0 ? -divisor : divisor;
    const auto numerator = narrowed(parts.numerator / signedDivisor);
    const auto denominator = narrowed(parts.denominator / signedDivisor);
    if (!numerator || !denominator)
        return;
    m_numerator = *numerator;
    m_denominator = *denominator;
}

Fraction::Fraction(qint64 whole)
    : Fraction(Parts{whole, 1})
{
}

Fraction Fraction::of(qint64 numerator, qint64 denominator)
{
    return Fraction(Parts{numerator, denominator});
}

Fraction Fraction::invalid()
{
    return of(0, 0);
}

Fraction operator+(const Fraction &a, const Fraction &b)
{
    return Fraction(
        Fraction::Parts{Wide(a.m_numerator) * b.m_denominator + Wide(b.m_numerator) * a.m_denominator,
                        Wide(a.m_denominator) * b.m_denominator});
}

Fraction operator-(const Fraction &a, const Fraction &b)
{
    return Fraction(
        Fraction::Parts{Wide(a.m_numerator) * b.m_denominator - Wide(b.m_numerator) * a.m_denominator,
                        Wide(a.m_denominator) * b.m_denominator});
}

Fraction operator*(const Fraction &a, const Fraction &b)
{
    return Fraction(
        Fraction::Parts{Wide(a.m_numerator) * b.m_numerator, Wide(a.m_denominator) * b.m_denominator});
}

Fraction operator/(const Fraction &a, const Fraction &b)
{
    if (!b.isValid())
        return Fraction::invalid();
    return Fraction(
        Fraction::Parts{Wide(a.m_numerator) * b.m_denominator, Wide(a.m_denominator) * b.m_numerator});
}

std::partial_ordering operator<=>(const Fraction &a, const Fraction &b)
{
    if (!a.isValid() || !b.isValid())
        return std::partial_ordering::unordered;
    const Wide left = Wide(a.m_numerator) * b.m_denominator;
    const Wide right = Wide(b.m_numerator) * a.m_denominator;
    if (left < right)
        return std::partial_ordering::less;
    return left > right ? std::partial_ordering::greater : std::partial_ordering::equivalent;
}

std::optional<qint64> Fraction::scaled(int decimals) const
{
    if (!isValid() || decimals < 0 || decimals > MaxDecimals)
        return {};
    return narrowed(dividedRounding(Wide(m_numerator) * powerOfTen(decimals), m_denominator));
}

std::optional<qint64> Fraction::roundedUp() const
{
    if (!isValid())
        return {};
    const qint64 whole = m_numerator / m_denominator;
    const bool more = m_numerator % m_denominator > 0;
    return narrowed(Wide(whole) + (more ? 1 : 0));
}

QString Fraction::toText(const QLocale &locale, int decimals, bool trimmed) const
{
    const auto value = scaled(decimals);
    return value ? formatScaled(*value, decimals, locale, trimmed) : QString();
}

QString Fraction::plain(int decimals) const
{
    const auto value = scaled(decimals);
    return value ? plainScaled(*value, decimals) : QString();
}

int Fraction::decimalsToTell(int usual) const
{
    int decimals = usual;
    while (isValid() && m_numerator != 0 && decimals < MaxDecimals && scaled(decimals) == 0)
        ++decimals;
    return decimals;
}

QString Fraction::toPercent(const QLocale &locale, int decimals, bool trimmed) const
{
    const Fraction percent = *this * Fraction(100);
    const QString number = percent.toText(locale, percent.decimalsToTell(decimals), trimmed);
    if (number.isEmpty())
        return {};
    return number + QChar(QChar::Nbsp) + locale.percent();
}

double Fraction::toDouble() const
{
    if (!isValid())
        return std::nan("");
    return static_cast<double>(m_numerator) / static_cast<double>(m_denominator);
}
