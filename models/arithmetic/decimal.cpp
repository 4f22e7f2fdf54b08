#include "models/arithmetic/decimal.h"

#include "models/arithmetic/wide.h"

namespace {

bool isSpace(QChar c)
{
    return c.isSpace() || c.unicode() == 0x202f || c.unicode() == 0x2060;
}

bool isDirectionMark(QChar c)
{
    return c.unicode() == 0x200e || c.unicode() == 0x200f || c.unicode() == 0x061c;
}

bool isMinus(QChar c)
{
    return c == u'-' || c.unicode() == 0x2212;
}

bool isDash(QChar c)
{
    return isMinus(c) || c.unicode() == 0x2013 || c.unicode() == 0x2014;
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c.unicode() == 0x2019 || c.unicode() == 0x02bc;
}

int digitOf(QChar c)
{
    if (c.unicode() < 0x80)
        return c >= u'0' && c <= u'9' ? c.unicode() - u'0' : -1;
    return c.digitValue();
}

bool isGrouping(QChar c, NumberSigns signs)
{
    return (signs.grouping && c == signs.grouping) || isApostrophe(c)
        || (c.unicode() < 0x80 ? c == u' ' : isSpace(c));
}

// What surrounds the digits: signs, parentheses, and a unit.
class Surroundings
{
public:
    bool addBefore(QStringView text) { return add(text, false); }
    bool addAfter(QStringView text) { return add(text, true); }

    bool isSound() const { return m_opened == m_closed && m_minus + m_plus + m_opened <= 1; }
    bool isNegative() const { return m_minus + m_opened > 0; }
    QStringView unit() const { return m_unit; }

private:
    bool add(QStringView text, bool after)
    {
        qsizetype begin = -1;
        qsizetype end = -1;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            if (isSpace(c) || isDirectionMark(c))
                continue;
            if (isMinus(c))
                ++m_minus;
            else if (c == u'+' && !after)
                ++m_plus;
            else if (c == u'(' && !after)
                ++m_opened;
            else if (c == u')' && after)
                ++m_closed;
            else {
                if (begin >= 0 && end != i)
                    return false; // two words
                if (begin < 0)
                    begin = i;
                end = i + 1;
            }
        }
        if (begin < 0)
            return true;
        const bool second = !m_unit.isEmpty();
        m_unit = text.sliced(begin, end - begin);
        return !second;
    }

    int m_minus = 0;
    int m_plus = 0;
    int m_opened = 0;
    int m_closed = 0;
    QStringView m_unit;
};

// Digits are collected as a whole number; zeros at the end of the decimals do not count against 64 bits.
class Digits
{
public:
    bool addWhole(int digit) { return append(digit); }
    bool addDecimal(int digit)
    {
        if (digit == 0) {
            ++m_pendingZeros;
            return true;
        }
        for (; m_pendingZeros > 0; --m_pendingZeros)
            if (!append(0) || ++m_scale > MaxDecimals)
                return false;
        return append(digit) && ++m_scale <= MaxDecimals;
    }
    Decimal value(bool negative) const { return {negative ? -m_digits : m_digits, m_scale}; }

private:
    bool append(int digit)
    {
        const auto longer = narrowed(Wide(m_digits) * 10 + digit);
        if (longer)
            m_digits = *longer;
        return longer.has_value();
    }

    qint64 m_digits = 0;
    int m_scale = 0;
    int m_pendingZeros = 0;
};

// Groups of three; or, as in India, of two before the last three. The first does not begin with a zero:
// "0.750" is no number of thousands.
class Grouping
{
public:
    void digit(int digit)
    {
        if (m_groups == 0 && m_length == 0)
            m_beginsWithZero = digit == 0;
        ++m_length;
    }
    bool separator(QChar c)
    {
        if (m_groups > 0 && c != m_separator)
            return false;
        m_separator = c;
        return close(false);
    }
    bool end() { return m_groups == 0 || close(true); }

private:
    bool close(bool last)
    {
        const int length = m_length;
        m_length = 0;
        ++m_groups;
        if (last)
            return length == 3;
        if (m_groups == 1)
            return length >= 1 && length <= 3 && !m_beginsWithZero && (m_first = length) > 0;
        if (m_groups == 2)
            m_inner = length;
        return length == m_inner && (length == 3 || (length == 2 && m_first <= 2));
    }

    QChar m_separator;
    bool m_beginsWithZero = false;
    int m_groups = 0;
    int m_length = 0;
    int m_first = 0;
    int m_inner = 0;
};

std::optional<Decimal> readDigits(QStringView text, NumberSigns signs, bool negative)
{
    Digits digits;
    Grouping grouping;
    bool decimals = false;
    for (const QChar c : text) {
        const int digit = digitOf(c);
        if (digit >= 0) {
            if (!(decimals ? digits.addDecimal(digit) : digits.addWhole(digit)))
                return {};
            if (!decimals)
                grouping.digit(digit);
        } else if (c == signs.decimal && !decimals) {
            decimals = true;
            if (!grouping.end())
                return {};
        } else if (decimals || !isGrouping(c, signs) || !grouping.separator(c)) {
            return {};
        }
    }
    if (!decimals && !grouping.end())
        return {};
    return digits.value(negative);
}

QString grouped(quint64 whole, const QLocale &locale)
{
    QString text = locale.toString(static_cast<qulonglong>(whole));
    // Where four digits stay together (Spanish, Polish), Qt leaves four together in longer numbers as well.
    const qsizetype separator = text.indexOf(locale.groupSeparator());
    if (separator > 3 && locale.zeroDigit().size() == 1)
        text.insert(separator - 3, locale.groupSeparator());
    return text;
}

// Plain digits, as most numbers in a file are.
std::optional<qint64> readWhole(QStringView text)
{
    if (text.isEmpty() || text.size() > MaxDecimals)
        return {};
    qint64 value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return {};
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

// "5,-" and "5.–" say that there are no cents; the dash is not a minus.
qsizetype lengthOfNoCents(QStringView after, NumberSigns signs)
{
    if (after.size() < 2 || (after[0] != u'.' && after[0] != u',' && after[0] != signs.decimal)
        || !isDash(after[1]))
        return 0;
    return after.size() > 2 && isDash(after[2]) ? 3 : 2;
}

} // namespace

NumberSigns NumberSigns::of(const QLocale &locale)
{
    const QString decimal = locale.decimalPoint();
    const QString grouping = locale.groupSeparator();
    NumberSigns signs;
    signs.decimal = decimal.isEmpty() ? u'.' : decimal.at(0).unicode();
    signs.grouping = grouping.isEmpty() ? u'\0' : grouping.at(0).unicode();
    return signs;
}

std::optional<qint64> Decimal::scaled(int places) const
{
    if (places < 0 || places > MaxDecimals || scale < 0 || scale > MaxDecimals)
        return {};
    return narrowed(dividedRounding(Wide(digits) * powerOfTen(places), powerOfTen(scale)));
}

std::optional<WrittenNumber> readNumber(QStringView text, NumberSigns signs)
{
    if (const auto whole = readWhole(text))
        return WrittenNumber{{*whole, 0}, {}};
    qsizetype first = 0;
    while (first < text.size() && digitOf(text[first]) < 0)
        ++first;
    if (first == text.size())
        return {};
    qsizetype last = text.size() - 1;
    while (digitOf(text[last]) < 0)
        --last;
    if (first > 0 && text[first - 1] == signs.decimal)
        --first; // ".5"

    Surroundings surroundings;
    QStringView after = text.sliced(last + 1);
    after = after.sliced(lengthOfNoCents(after, signs));
    if (!surroundings.addBefore(text.first(first)) || !surroundings.addAfter(after)
        || !surroundings.isSound())
        return {};
    const auto value = readDigits(text.sliced(first, last + 1 - first), signs, surroundings.isNegative());
    if (!value)
        return {};
    return WrittenNumber{*value, surroundings.unit()};
}

QString plainScaled(qint64 scaled, int decimals)
{
    const bool negative = scaled < 0;
    // Also right for the most negative number, whose absolute value does not fit a qint64.
    const quint64 absolute = negative ? 0 - static_cast<quint64>(scaled) : static_cast<quint64>(scaled);
    QString digits = QString::number(absolute).rightJustified(decimals + 1, u'0');
    if (decimals > 0)
        digits.insert(digits.size() - decimals, u'.');
    return negative ? QString(u'-' + digits) : digits;
}

QString formatScaled(qint64 scaled, int decimals, const QLocale &locale, bool trimmed)
{
    const quint64 absolute = scaled < 0 ? 0 - static_cast<quint64>(scaled) : static_cast<quint64>(scaled);
    const auto power = static_cast<quint64>(powerOfTen(decimals));
    QString text = grouped(absolute / power, locale);
    QString places
        = decimals > 0 ? QString::number(absolute % power).rightJustified(decimals, u'0') : QString();
    while (trimmed && places.endsWith(u'0'))
        places.chop(1);
    if (!places.isEmpty())
        text += locale.decimalPoint();
    for (const QChar digit : std::as_const(places))
        text += locale.toString(digit.unicode() - u'0');
    return scaled < 0 ? QString(minusSign(locale) + text) : text;
}

QString minusSign(const QLocale &locale)
{
    return locale.negativeSign().replace(u'-', QChar(0x2212));
}
