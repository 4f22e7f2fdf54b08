#pragma once

#include <QLocale>
#include <QString>

#include <compare>
#include <optional>

// An exact rational number, and the one place where the program rounds: half away from zero.
// What cannot be worked out (division by zero, a result beyond 64 bits) is not valid, and stays so
// through all further arithmetic; it never turns into a wrong figure.
class Fraction
{
public:
    Fraction(qint64 whole = 0);
    static Fraction of(qint64 numerator, qint64 denominator);
    static Fraction invalid();

    bool isValid() const { return m_denominator != 0; }
    bool isWhole() const { return m_denominator == 1; }
    // In lowest terms; the denominator is positive, the sign is the numerator's.
    qint64 numerator() const { return m_numerator; }
    qint64 denominator() const { return m_denominator; }

    // The value × 10^decimals, rounded half away from zero. None where not valid or too large.
    std::optional<qint64> scaled(int decimals) const;
    std::optional<qint64> rounded() const { return scaled(0); }
    std::optional<qint64> roundedUp() const; // smallest whole number that is not less

    // Rounded half away from zero; empty where not valid. `trimmed` leaves out trailing zeros.
    QString toText(const QLocale &locale, int decimals, bool trimmed = false) const;
    QString plain(int decimals) const; // for files: "-1234.50"
    // "41.67 %". What is not 0 is never called 0: it gets as many decimals as that takes.
    QString toPercent(const QLocale &locale, int decimals = 2, bool trimmed = true) const;
    int decimalsToTell(int usual) const; // from 0, where the usual number of them would make it 0

    // For positions on screen and for charts, never for figures that are shown. NaN where not valid.
    double toDouble() const;

    friend Fraction operator+(const Fraction &a, const Fraction &b);
    friend Fraction operator-(const Fraction &a, const Fraction &b);
    friend Fraction operator*(const Fraction &a, const Fraction &b);
    friend Fraction operator/(const Fraction &a, const Fraction &b);
    Fraction operator-() const { return Fraction(0) - *this; }

    // Fractions that are not valid equal nothing, not even each other.
    friend bool operator==(const Fraction &a, const Fraction &b) { return (a <=> b) == 0; }
    friend std::partial_ordering operator<=>(const Fraction &a, const Fraction &b);

private:
    struct Parts;
    explicit Fraction(const Parts &parts);

    qint64 m_numerator = 0;
    qint64 m_denominator = 1; // 0: not valid
};
