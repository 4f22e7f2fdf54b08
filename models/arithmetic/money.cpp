#include "models/arithmetic/money.h"

#include "models/arithmetic/wide.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {

// ISO 4217, without funds codes and metals; grouped by the number of decimals.
constexpr std::u16string_view twoDecimals = u"AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD "
                                            u"BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
                                            u"CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP "
                                            u"GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG "
                                            u"HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR "
                                            u"LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR "
                                            u"MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP "
                                            u"PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK "
                                            u"SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY "
                                            u"TTD TWD TZS UAH USD UYU UZS VES WST XCD YER "
                                            u"ZAR ZMW ZWG ";
constexpr std::u16string_view noDecimals
    = u"BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF ";
constexpr std::u16string_view threeDecimals = u"BHD IQD JOD KWD LYD OMR TND ";

struct Symbol
{
    std::u16string_view symbol;
    std::u16string_view codes; // the best known one first
};

constexpr std::array symbols = {
    Symbol{u"€", u"EUR"},
    Symbol{u"$", u"USD CAD AUD NZD MXN SGD HKD TWD ARS CLP COP"},
    Symbol{u"US$", u"USD"},
    Symbol{u"$US", u"USD"},
    Symbol{u"A$", u"AUD"},
    Symbol{u"AU$", u"AUD"},
    Symbol{u"CA$", u"CAD"},
    Symbol{u"C$", u"CAD"},
    Symbol{u"NZ$", u"NZD"},
    Symbol{u"HK$", u"HKD"},
    Symbol{u"S$", u"SGD"},
    Symbol{u"MX$", u"MXN"},
    Symbol{u"Mex$", u"MXN"},
    Symbol{u"NT$", u"TWD"},
    Symbol{u"AR$", u"ARS"},
    Symbol{u"CLP$", u"CLP"},
    Symbol{u"COL$", u"COP"},
    Symbol{u"R$", u"BRL"},
    Symbol{u"RD$", u"DOP"},
    Symbol{u"S/", u"PEN"},
    Symbol{u"S/.", u"PEN"},
    Symbol{u"£", u"GBP EGP"},
    Symbol{u"¥", u"JPY CNY"},
    Symbol{u"￥", u"JPY CNY"},
    Symbol{u"円", u"JPY"},
    Symbol{u"元", u"CNY"},
    Symbol{u"CN¥", u"CNY"},
    Symbol{u"RMB", u"CNY"},
    Symbol{u"₹", u"INR"},
    Symbol{u"Rs", u"INR PKR LKR NPR"},
    Symbol{u"Rs.", u"INR PKR LKR NPR"},
    Symbol{u"₽", u"RUB"},
    Symbol{u"руб.", u"RUB"},
    Symbol{u"руб", u"RUB"},
    Symbol{u"₴", u"UAH"},
    Symbol{u"грн", u"UAH"},
    Symbol{u"грн.", u"UAH"},
    Symbol{u"₸", u"KZT"},
    Symbol{u"₦", u"NGN"},
    Symbol{u"RM", u"MYR"},
    Symbol{u"Rp", u"IDR"},
    Symbol{u"₺", u"TRY"},
    Symbol{u"TL", u"TRY"},
    Symbol{u"₩", u"KRW"},
    Symbol{u"₪", u"ILS"},
    Symbol{u"฿", u"THB"},
    Symbol{u"₫", u"VND"},
    Symbol{u"₱", u"PHP"},
    Symbol{u"zł", u"PLN"},
    Symbol{u"Kč", u"CZK"},
    Symbol{u"Ft", u"HUF"},
    Symbol{u"lei", u"RON"},
    Symbol{u"лв.", u"BGN"},
    Symbol{u"лв", u"BGN"},
    Symbol{u"kr", u"SEK NOK DKK ISK"},
    Symbol{u"kr.", u"DKK SEK NOK ISK"},
    Symbol{u"Fr.", u"CHF"},
    Symbol{u"SFr.", u"CHF"},
    Symbol{u"R", u"ZAR"},
    // Names, as some CRMs write them.
    Symbol{u"euro", u"EUR"},
    Symbol{u"euros", u"EUR"},
    Symbol{u"US Dollar", u"USD"},
    Symbol{u"U.S. Dollar", u"USD"},
    Symbol{u"US-Dollar", u"USD"},
    Symbol{u"dollar US", u"USD"},
    Symbol{u"dólar estadounidense", u"USD"},
    Symbol{u"dólar americano", u"USD"},
    Symbol{u"British Pound", u"GBP"},
    Symbol{u"Pound Sterling", u"GBP"},
    Symbol{u"UK Pound", u"GBP"},
    Symbol{u"Swiss Franc", u"CHF"},
    Symbol{u"Schweizer Franken", u"CHF"},
    Symbol{u"franc suisse", u"CHF"},
    Symbol{u"Canadian Dollar", u"CAD"},
    Symbol{u"Australian Dollar", u"AUD"},
    Symbol{u"Japanese Yen", u"JPY"},
    Symbol{u"Chinese Yuan", u"CNY"},
    Symbol{u"Indian Rupee", u"INR"},
    Symbol{u"Brazilian Real", u"BRL"},
    Symbol{u"real brasileiro", u"BRL"},
    Symbol{u"Mexican Peso", u"MXN"},
    Symbol{u"peso mexicano", u"MXN"},
    Symbol{u"Turkish Lira", u"TRY"},
    Symbol{u"Türk Lirası", u"TRY"},
    Symbol{u"Polish Zloty", u"PLN"},
    Symbol{u"złoty", u"PLN"},
    Symbol{u"Danish Krone", u"DKK"},
    Symbol{u"Norwegian Krone", u"NOK"},
    Symbol{u"Swedish Krona", u"SEK"},
    Symbol{u"Czech Koruna", u"CZK"},
    Symbol{u"Russian Ruble", u"RUB"},
    Symbol{u"российский рубль", u"RUB"},
    Symbol{u"рубль", u"RUB"},
    Symbol{u"евро", u"EUR"},
    Symbol{u"доллар США", u"USD"},
    Symbol{u"人民币", u"CNY"},
    Symbol{u"人民幣", u"CNY"},
    Symbol{u"美元", u"USD"},
    Symbol{u"欧元", u"EUR"},
    Symbol{u"歐元", u"EUR"},
    Symbol{u"日元", u"JPY"},
    Symbol{u"港币", u"HKD"},
    Symbol{u"新台幣", u"TWD"},
    Symbol{u"원", u"KRW"},
    Symbol{u"달러", u"USD"},
    Symbol{u"유로", u"EUR"},
};

bool lists(std::u16string_view codes, QStringView code)
{
    if (code.size() != 3)
        return false;
    for (size_t i = 0; i + 3 <= codes.size(); i += 4)
        if (code[0] == codes[i] && code[1] == codes[i + 1] && code[2] == codes[i + 2])
            return true;
    return false;
}

// The symbol people of this locale know the currency by; its code otherwise.
QString symbolOf(const QString &currency, const QLocale &locale)
{
    if (locale.currencySymbol(QLocale::CurrencyIsoCode) == currency)
        return locale.currencySymbol();
    if (currency == u"EUR")
        return u"€"_s;
    return currency == u"GBP" ? u"£"_s : currency;
}

Error notRead(const QString &text, const QLocale &locale, const QString &currency)
{
    constexpr qint64 example = 61'000;
    const QString known = isCurrency(currency) ? currency : u"EUR"_s;
    const Money money{example * powerOfTen(currencyDigits(known)), known};
    return {
        Error::Code::Refused,
        QCoreApplication::translate("Money", "“%1” cannot be read as an amount of money. Write it like %2.")
            .arg(text, money.toText(locale))};
}

std::optional<Money> combined(const Money &a, const Money &b, Wide minor)
{
    const auto sum = narrowed(minor);
    if (a.currency != b.currency || !sum)
        return {};
    return Money{*sum, a.currency};
}

} // namespace

std::optional<Money> Money::of(const Decimal &amount, const QString &currency)
{
    const auto minor = amount.scaled(currencyDigits(currency));
    if (!minor)
        return {};
    return Money{*minor, currency};
}

Result<Money> Money::fromText(const QString &text, const QLocale &locale, const QString &currency)
{
    const auto number = readNumber(text, NumberSigns::of(locale));
    if (!number)
        return notRead(text, locale, currency);
    const QString code = number->unit.isEmpty() ? currency : currencyFromText(number->unit, currency);
    if (code.isEmpty())
        return notRead(text, locale, currency);
    const int digits = currencyDigits(code);
    if (number->value.scale > digits)
        return Error{
            Error::Code::Refused,
            QCoreApplication::translate(
                "Money", "“%1” has more than %n decimal(s), which is all that %2 has.", nullptr, digits)
                .arg(text, code)};
    const auto money = of(number->value, code);
    if (!money)
        return notRead(text, locale, currency);
    return *money;
}

std::optional<Money> Money::fromPlain(const QString &text)
{
    const auto number = readNumber(text, {u'.', u'\0'});
    if (!number || !isCurrency(number->unit) || number->value.scale > currencyDigits(number->unit))
        return {};
    return of(number->value, number->unit.toString());
}

QString Money::plain() const
{
    return plainAmount() + u' ' + currency;
}

QString Money::plainAmount() const
{
    return plainScaled(minor, currencyDigits(currency));
}

QString Money::amountText(const QLocale &locale, Decimals decimals) const
{
    const int digits = currencyDigits(currency);
    if (decimals == Decimals::None)
        return formatScaled(amount().scaled(0).value_or(0), 0, locale);
    const bool whole = minor % powerOfTen(digits) == 0;
    return formatScaled(minor, digits, locale, whole && decimals == Decimals::WhereNeeded);
}

QString Money::toText(const QLocale &locale, Decimals decimals) const
{
    QString number = amountText(locale, decimals);
    const QString minus = minusSign(locale);
    if (currency.isEmpty())
        return number;
    const QString sign = number.startsWith(minus) ? minus : QString(); // −0.30 € is 0 €
    number.remove(0, sign.size());

    // Qt formats money as double only; it is asked for the place of the symbol, with an exact number put in.
    const QString symbol = symbolOf(currency, locale);
    const QString pattern = locale.toCurrencyString(1, u"¤"_s);
    const bool before = pattern.indexOf(u'¤') < pattern.indexOf(locale.toString(1));
    const bool spaced = !before || pattern.size() > 2 || symbol.back().isLetter();
    const QString space = spaced ? QString(QChar(QChar::Nbsp)) : QString();
    return sign + (before ? QString(symbol + space + number) : QString(number + space + symbol));
}

Fraction Money::amount() const
{
    return Fraction::of(minor, powerOfTen(currencyDigits(currency)));
}

bool isCurrency(QStringView code)
{
    return code.size() == 3
        && (lists(twoDecimals, code) || lists(noDecimals, code) || lists(threeDecimals, code));
}

int currencyDigits(QStringView code)
{
    if (lists(noDecimals, code))
        return 0;
    return lists(threeDecimals, code) ? 3 : 2;
}

QString currencyFromText(QStringView text, const QString &preferred)
{
    const QString upper = text.toString().toUpper();
    if (isCurrency(upper))
        return upper;
    for (const Symbol &symbol : symbols) {
        if (text.size() != qsizetype(symbol.symbol.size())
            || text.compare(QStringView(symbol.symbol), Qt::CaseInsensitive) != 0)
            continue;
        const QString codes = QStringView(symbol.codes).toString();
        return codes.contains(preferred) && isCurrency(preferred) ? preferred : codes.first(3);
    }
    return {};
}

QString currencyOfSign(QStringView text)
{
    const Symbol *longest = nullptr;
    for (const Symbol &symbol : symbols) {
        const QStringView sign = symbol.symbol;
        const bool hasSign = std::any_of(sign.begin(), sign.end(),
                                         [](QChar c) { return c.category() == QChar::Symbol_Currency; });
        const qsizetype at = hasSign ? text.indexOf(sign, 0, Qt::CaseInsensitive) : -1;
        const bool isPartOfWord = at > 0 && sign.front().isLetter() && text[at - 1].isLetter();
        if (at >= 0 && !isPartOfWord && (!longest || symbol.symbol.size() > longest->symbol.size()))
            longest = &symbol;
    }
    return longest ? QStringView(longest->codes).first(3).toString() : QString();
}

QString currencyWithin(QStringView text)
{
    if (const QString whole = currencyFromText(text, {}); !whole.isEmpty())
        return whole;
    QString found;
    static const QRegularExpression between(u"[\\s()\\[\\]/,;:–-]+"_s);
    for (const QString &word : text.toString().split(between, Qt::SkipEmptyParts)) {
        const bool hasSmallLetters = word.size() > 1 && word != word.toUpper(); // “try” is not TRY
        const QString currency = hasSmallLetters ? QString() : currencyFromText(word, found);
        if (!currency.isEmpty() && !found.isEmpty() && currency != found)
            return {};
        found = currency.isEmpty() ? found : currency;
    }
    return found;
}

std::optional<Money> sum(const Money &a, const Money &b)
{
    return combined(a, b, Wide(a.minor) + b.minor);
}

std::optional<Money> difference(const Money &a, const Money &b)
{
    return combined(a, b, Wide(a.minor) - b.minor);
}
