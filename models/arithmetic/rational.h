#pragma once

#include "models/arithmetic/fraction.h"

#include <QList>

#include <gmpxx.h>

// An exact rational number of any length, for sums and products that leave the 64 bits of a Fraction.
// It has no value for what cannot be worked out: look before you divide.
class Rational
{
public:
    Rational(qint64 whole = 0);
    static Rational of(qint64 numerator, qint64 denominator);
    static std::optional<Rational> of(const Fraction &fraction); // none where not valid

    bool isZero() const { return sgn(m_value) == 0; }
    int sign() const { return sgn(m_value); }

    // None where beyond 64 bits.
    std::optional<qint64> roundedDown() const;
    std::optional<qint64> roundedUp() const;
    std::optional<qint64> rounded() const { return scaled(0); }
    // The value × 10^decimals, rounded half away from zero.
    std::optional<qint64> scaled(int decimals) const;
    // Exact where it fits into 64 bits, not valid otherwise.
    Fraction toFraction() const;
    // Rounded half away from zero; empty where beyond 64 bits. `plain` is for files: "-1234.50".
    QString toText(const QLocale &locale, int decimals, bool trimmed = true) const;
    QString plain(int decimals) const;
    double toDouble() const { return m_value.get_d(); } // for positions, never for figures that are shown

    friend Rational operator+(const Rational &a, const Rational &b)
    {
        return Rational(a.m_value + b.m_value);
    }
    friend Rational operator-(const Rational &a, const Rational &b)
    {
        return Rational(a.m_value - b.m_value);
    }
    friend Rational operator*(const Rational &a, const Rational &b)
    {
        return Rational(a.m_value * b.m_value);
    }
    // `b` is not 0.
    friend Rational operator/(const Rational &a, const Rational &b)
    {
        return Rational(a.m_value / b.m_value);
    }
    friend bool operator==(const Rational &a, const Rational &b) { return a.m_value == b.m_value; }
    friend std::strong_ordering operator<=>(const Rational &a, const Rational &b)
    {
        return cmp(a.m_value, b.m_value) <=> 0;
    }

private:
    explicit Rational(mpq_class value)
        : m_value(std::move(value))
    {
    }

    mpq_class m_value;
};

// Shares of `total` in proportion to the weights that add up to it exactly, by largest remainder: each is its
// exact share rounded down or up, and of equal remainders the earlier one gets more. Weights are not
// negative; where all are 0, or there are none, the list is empty.
QList<qint64> sharesOf(qint64 total, const QList<Rational> &weights);
// Whole numbers whose sum is that of the exact ones, which must be whole; by largest remainder.
QList<qint64> roundedTogether(const QList<Rational> &exact);
