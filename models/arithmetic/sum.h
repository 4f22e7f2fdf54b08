#pragma once

#include <QtNumeric>

#include <optional>

// None where one of them is not known or the sum is too large.
inline std::optional<qint64> sumOf(std::optional<qint64> a, std::optional<qint64> b)
{
    qint64 result = 0;
    if (!a || !b || qAddOverflow(*a, *b, &result))
        return {};
    return result;
}
