#pragma once

#include "models/arithmetic/decimal.h"
#include "models/arithmetic/fraction.h"
#include "models/document/result.h"

#include <QLocale>
#include <QString>

#include <optional>

// An amount of money in minor units (cents) with its ISO 4217 currency.
struct Money
{
    qint64 minor = 0;
    QString currency;

    enum class Decimals { Always, WhereNeeded, None }; // WhereNeeded: 61,000 but 61,000.50; None: 61,001

    // Rounded half away from zero to the currency's digits; none where too large.
    static std::optional<Money> of(const Decimal &amount, const QString &currency);
    // As typed in `locale`; without a currency it is in `currency`. Refused with a plain message where it
    // cannot be read as a whole, or has more decimals than the currency.
    static Result<Money> fromText(const QString &text, const QLocale &locale, const QString &currency);
    static std::optional<Money> fromPlain(const QString &text); // "61000.00 EUR" or "61000 EUR"

    QString plain() const; // "61000.00 EUR", as it stands in files
    QString plainAmount() const; // "61000.00"
    QString toText(const QLocale &locale, Decimals decimals = Decimals::WhereNeeded) const; // with the symbol
    QString amountText(const QLocale &locale, Decimals decimals = Decimals::WhereNeeded) const;
    Fraction amount() const; // in major units

    bool operator==(const Money &) const = default;
};

bool isCurrency(QStringView code); // a code of ISO 4217, upper case
int currencyDigits(QStringView code); // decimals of the currency: 0, 2 or 3
// The code for a symbol or code in any case ("€", "US$", "chf"). A symbol of several currencies ("$", "kr")
// is `preferred` where that is one of them, else the best known. Empty where not understood.
QString currencyFromText(QStringView text, const QString &preferred);
// Of a text in which a currency stands among other words: "USD - US Dollar", "Euro (€)". Empty where none
// does, or several do.
QString currencyWithin(QStringView text);
// Of the longest sign such as "€" or "R$" somewhere in the text; empty where there is none.
QString currencyOfSign(QStringView text);
// None where the currencies differ or the sum is too large.
std::optional<Money> sum(const Money &a, const Money &b);
std::optional<Money> difference(const Money &a, const Money &b);
