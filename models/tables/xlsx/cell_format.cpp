#include "models/tables/xlsx/cell_format.h"

#include "models/arithmetic/day.h"
#include "models/arithmetic/money.h"

#include <QDate>
#include <QTime>

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {

constexpr double lastDay = 2'958'466; // the day after 31 December 9999
constexpr int digitsKept = 15;

// Walks along a format code and notes what its first section, that of positive numbers, shows.
class FormatScanner
{
public:
    explicit FormatScanner(QStringView code)
        : m_code(code)
    {
        while (m_at < m_code.size() && m_code[m_at] != u';')
            scanOne();
    }

    CellFormat format() const
    {
        if (m_general)
            return {};
        if (m_elapsed)
            return {CellFormat::Kind::Duration, {}};
        if (m_day || (m_month && !m_clock))
            return {CellFormat::Kind::Date, {}};
        if (m_clock)
            return {CellFormat::Kind::Time, {}};
        const QString unit = m_literal.trimmed();
        if (m_percent)
            return {CellFormat::Kind::Percent, {}};
        return {CellFormat::Kind::Number, currencyFromText(unit, {}).isEmpty() ? QString() : unit};
    }

private:
    void scanOne()
    {
        const QChar c = m_code[m_at++];
        switch (c.toLower().unicode()) {
        case u'"':
            while (m_at < m_code.size() && m_code[m_at] != u'"')
                m_literal += m_code[m_at++];
            ++m_at;
            return;
        case u'\\':
            if (m_at < m_code.size())
                m_literal += m_code[m_at++];
            return;
        case u'_':
        case u'*': // a space as wide as, or filled with, the next letter
            ++m_at;
            return;
        case u'[':
            return scanBracket();
        case u'%':
            m_percent = true;
            return;
        default:
            scanLetter(c);
        }
    }

    void scanLetter(QChar c)
    {
        switch (c.toLower().unicode()) {
        case u'y':
        case u'd':
            m_day = true;
            return;
        case u'm':
            m_month = true;
            return;
        case u'h':
        case u's':
            m_clock = true;
            return;
        case u'g': // "General"; in other codes an era
            m_general = m_code.sliced(m_at - 1).startsWith(u"general", Qt::CaseInsensitive);
            m_at += m_general ? 6 : 0;
            return;
        case u'a': // "AM/PM"
            m_clock = m_clock || m_code.sliced(m_at - 1).startsWith(u"am/pm", Qt::CaseInsensitive);
            m_at += m_code.sliced(m_at - 1).startsWith(u"am/pm", Qt::CaseInsensitive) ? 4 : 0;
            return;
        default:
            if (c.isLetter() ? c.toLower() != u'e' : c.category() == QChar::Symbol_Currency)
                m_literal += c;
        }
    }

    void scanBracket()
    {
        const qsizetype end = m_code.indexOf(u']', m_at);
        const QStringView inside = m_code.sliced(m_at, (end < 0 ? m_code.size() : end) - m_at);
        m_at = end < 0 ? m_code.size() : end + 1;
        if (inside.startsWith(u'$')) { // "[$€-407]": the currency, then the language
            const qsizetype dash = inside.indexOf(u'-');
            m_literal += inside.sliced(1, (dash < 0 ? inside.size() : dash) - 1);
        } else if (!inside.isEmpty()
                   && std::all_of(inside.begin(), inside.end(),
                                  [&](QChar c) { return c.toLower() == inside[0].toLower(); })
                   && QStringView(u"hms").contains(inside[0], Qt::CaseInsensitive)) {
            m_elapsed = true;
        }
    }

    QStringView m_code;
    qsizetype m_at = 0;
    QString m_literal;
    bool m_general = false, m_day = false, m_month = false, m_clock = false, m_elapsed = false,
         m_percent = false;
};

// The digits of a number and where its point stands: 0.ddd × 10^point.
struct Digits
{
    std::string_view digits;
    int point = 0;
    bool negative = false;
};

void appendDigits(QString &text, const Digits &number)
{
    const auto count = static_cast<int>(number.digits.size());
    if (number.negative)
        text += u'-';
    const auto add = [&](int from, int to) {
        for (int i = from; i < to; ++i)
            text += i >= 0 && i < count ? QLatin1Char(number.digits[static_cast<size_t>(i)])
                                        : QLatin1Char('0');
    };
    if (number.point > 0)
        add(0, number.point);
    else
        text += u'0';
    if (number.point >= count)
        return;
    text += u'.';
    add(number.point, count);
    if (count - number.point == 3)
        text += u'0';
}

void appendDecimal(QString &text, double value, int shift)
{
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                   std::chars_format::scientific, digitsKept - 1)
                         .ptr;
    const std::string_view written(buffer.data(), static_cast<size_t>(end - buffer.data()));
    const size_t e = written.find('e');
    int exponent = 0;
    const size_t exponentAt = e + (written[e + 1] == '+' ? 2 : 1);
    std::from_chars(written.data() + exponentAt, written.data() + written.size(), exponent);
    buffer[1] = buffer[0]; // over the point, so that the digits stand together
    std::string_view digits = written.substr(1, e - 1);
    while (digits.size() > 1 && digits.back() == '0')
        digits.remove_suffix(1);
    if (digits == "0")
        text += u'0';
    else
        appendDigits(text, {digits, exponent + 1 + shift, value < 0});
}

QString twoDigits(qint64 n)
{
    return QString::number(n).rightJustified(2, u'0');
}

QString clockText(qint64 seconds)
{
    return twoDigits(seconds / 3600) + u':' + twoDigits(seconds / 60 % 60) + u':' + twoDigits(seconds % 60);
}

QString dayText(qint64 day, bool from1904)
{
    if (from1904)
        return QDate(1904, 1, 1).addDays(day).toString(Qt::ISODate);
    // Spreadsheets count 29 February 1900, a day that never was.
    if (day == 60)
        return u"1900-02-29"_s;
    return QDate(1899, 12, day < 60 ? 31 : 30).addDays(day).toString(Qt::ISODate);
}

// Whether it could be read as one.
bool appendDate(QString &text, double value, CellFormat::Kind kind, bool from1904)
{
    if (!(value >= 0 && value < lastDay))
        return false;
    const qint64 seconds = std::llround(value * double(secondsOfDay));
    const qint64 day = seconds / secondsOfDay;
    const qint64 clock = seconds % secondsOfDay;
    if (kind == CellFormat::Kind::Duration)
        text += clockText(seconds);
    else if (kind == CellFormat::Kind::Time && day == 0)
        text += clockText(clock);
    else if (day == 0 && !from1904 && clock > 0)
        text += clockText(clock); // before the first day that is counted
    else
        text += dayText(day, from1904) + (clock > 0 ? u' ' + clockText(clock) : QString());
    return true;
}

} // namespace

CellFormat CellFormat::of(QStringView code)
{
    return FormatScanner(code).format();
}

CellFormat CellFormat::builtIn(int id)
{
    if (id == 9 || id == 10)
        return {Kind::Percent, {}};
    if (id == 46)
        return {Kind::Duration, {}};
    if ((id >= 18 && id <= 21) || id == 45 || id == 47 || (id >= 32 && id <= 35))
        return {Kind::Time, {}};
    // 27 to 36 and 50 to 58 are dates in the languages of East Asia, and not used elsewhere.
    if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
        return {Kind::Date, {}};
    return {};
}

void appendNumber(QString &text, QStringView stored, const CellFormat &format, bool from1904)
{
    const bool isPlain = format.kind == CellFormat::Kind::Number || format.kind == CellFormat::Kind::Percent;
    const bool isWhole
        = std::all_of(stored.begin(), stored.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool ok = true;
    const double value = isPlain && isWhole ? 0 : stored.toDouble(&ok);
    if (!ok || !std::isfinite(value)) {
        text += stored;
    } else if (!isPlain && appendDate(text, value, format.kind, from1904)) {
        return;
    } else if (format.kind == CellFormat::Kind::Percent) {
        appendDecimal(text, stored.toDouble(), 2);
        text += u'%';
        return;
    } else if (isWhole) {
        text += stored; // ids of any length
    } else {
        appendDecimal(text, value, 0);
    }
    if (!format.currency.isEmpty())
        text += u' ' + format.currency;
}

QString plainDate(QStringView stored)
{
    QString text = stored.toString();
    text.replace(u'T', u' ');
    for (const QStringView midnight : {u" 00:00:00.000", u" 00:00:00", u" 00:00"})
        if (text.endsWith(midnight))
            text.chop(midnight.size());
    return text;
}
