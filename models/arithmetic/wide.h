#pragma once

#include <QtGlobal>

#include <limits>
#include <optional>

// 128-bit intermediates, so that products of two 64-bit figures are exact.
__extension__ typedef __int128 Wide;

inline std::optional<qint64> narrowed(Wide value)
{
    // The most negative number is left out: its absolute value does not fit.
    constexpr qint64 limit = std::numeric_limits<qint64>::max();
    if (value > limit || value < -Wide(limit))
        return {};
    return static_cast<qint64>(value);
}

constexpr int MaxDecimals = 18;

// 10^exponent; exponents of 0 to 18.
constexpr qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

// Half away from zero: the rounding of the whole program. The denominator is positive.
inline Wide dividedRounding(Wide numerator, Wide denominator)
{
    const Wide whole = numerator / denominator;
    const Wide rest = numerator % denominator;
    const Wide absolute = rest < 0 ? -rest : rest;
    if (absolute < denominator - absolute)
        return whole;
    return numerator < 0 ? whole - 1 : whole + 1;
}
