#include "models/arithmetic/rational.h"

#include "models/arithmetic/decimal.h"
#include "models/arithmetic/wide.h"

#include <QList>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

// GMP knows `long`, which is not 64 bits everywhere.
mpz_class integer(qint64 value)
{
    constexpr unsigned halfBits = 32;
    mpz_class result(static_cast<long>(value >> halfBits));
    result <<= halfBits;
    result += static_cast<unsigned long>(value & 0xFFFFFFFF);
    return result;
}

std::optional<qint64> narrow(const mpz_class &value)
{
    constexpr size_t bits = 63;
    if (mpz_sizeinbase(value.get_mpz_t(), 2) > bits)
        return {};
    const mpz_class absolute = abs(value);
    quint64 result = 0;
    mpz_export(&result, nullptr, -1, sizeof result, 0, 0, absolute.get_mpz_t());
    return sgn(value) < 0 ? -static_cast<qint64>(result) : static_cast<qint64>(result);
}

mpz_class floorOf(const mpq_class &value)
{
    mpz_class result;
    mpz_fdiv_q(result.get_mpz_t(), value.get_num_mpz_t(), value.get_den_mpz_t());
    return result;
}

} // namespace

Rational::Rational(qint64 whole)
    : m_value(integer(whole))
{
}

Rational Rational::of(qint64 numerator, qint64 denominator)
{
    return Rational(numerator) / Rational(denominator);
}

std::optional<Rational> Rational::of(const Fraction &fraction)
{
    if (!fraction.isValid())
        return {};
    return of(fraction.numerator(), fraction.denominator());
}

std::optional<qint64> Rational::roundedDown() const
{
    return narrow(floorOf(m_value));
}

std::optional<qint64> Rational::roundedUp() const
{
    mpz_class result;
    mpz_cdiv_q(result.get_mpz_t(), m_value.get_num_mpz_t(), m_value.get_den_mpz_t());
    return narrow(result);
}

std::optional<qint64> Rational::scaled(int decimals) const
{
    if (decimals < 0 || decimals > MaxDecimals)
        return {};
    const mpq_class half(1, 2);
    const mpq_class absolute = abs(m_value) * mpq_class(integer(powerOfTen(decimals))) + half;
    const mpz_class rounded = floorOf(absolute);
    return narrow(sign() < 0 ? mpz_class(-rounded) : rounded);
}

Fraction Rational::toFraction() const
{
    const auto numerator = narrow(m_value.get_num());
    const auto denominator = narrow(m_value.get_den());
    return numerator && denominator ? Fraction::of(*numerator, *denominator) : Fraction::invalid();
}

QString Rational::toText(const QLocale &locale, int decimals, bool trimmed) const
{
    const auto value = scaled(decimals);
    return value ? formatScaled(*value, decimals, locale, trimmed) : QString();
}

QString Rational::plain(int decimals) const
{
    const auto value = scaled(decimals);
    return value ? plainScaled(*value, decimals) : QString();
}

QList<qint64> roundedTogether(const QList<Rational> &exact)
{
    QList<qint64> whole;
    QList<Rational> rests;
    Rational missing;
    for (const Rational &part : exact) {
        const qint64 down = part.roundedDown().value_or(0);
        whole.append(down);
        rests.append(part - Rational(down));
        missing = missing + rests.last();
    }
    QList<qsizetype> order(exact.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](qsizetype a, qsizetype b) { return rests.at(a) > rests.at(b); });
    const qint64 count = std::min<qint64>(missing.rounded().value_or(0), order.size());
    for (qint64 i = 0; i < count; ++i)
        ++whole[order.at(i)];
    return whole;
}

QList<qint64> sharesOf(qint64 total, const QList<Rational> &weights)
{
    Rational sum;
    for (const Rational &weight : weights)
        sum = sum + weight;
    if (sum.sign() <= 0)
        return {};
    QList<Rational> exact;
    for (const Rational &weight : weights)
        exact.append(Rational(total) * weight / sum);
    return roundedTogether(exact);
}
