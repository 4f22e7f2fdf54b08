#pragma once

#include "models/arithmetic/decimal.h"

// An amount as somebody wrote it, with what stands beside it but for thousands and millions.
struct WrittenAmount
{
    Decimal value;
    QString unit; // "€", "USD", not yet understood
};

inline constexpr NumberSigns decimalPoint{u'.', u','};
inline constexpr NumberSigns decimalComma{u',', u'.'};
// Each as its own signs tell, as in lists that several people keep: "1.234" and "1,234" are thousands both.
inline constexpr NumberSigns asWritten{0, 0};

// As readNumber(), and "1.5k", "2M", "1,2 Mio. EUR", "15 TEUR", "1.5E+06".
std::optional<WrittenAmount> readAmount(QStringView text, NumberSigns signs);

bool isLarger(const Decimal &a, const Decimal &b); // whatever their signs

// The value with so many zeros more, or less; nothing where that is too large.
std::optional<Decimal> timesTen(const Decimal &value, int zeros);
