#include "models/tables/values/date_column.h"

#include "models/arithmetic/day.h"
#include "models/tables/values/date_periods.h"
#include "models/tables/values/date_scanner.h"
#include "models/tables/values/date_signs.h"
#include "models/tables/values/month_names.h"

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {

constexpr int firstYear = 1900;
constexpr int lastYear = 2199;
// Counts outside are no dates that a CRM would tell: 1990 to 2099 in seconds, and in days of Excel 1954 to
// 2064.
constexpr qint64 firstSecond = 631'152'000;
constexpr qint64 lastSecond = 4'102'444'799;
constexpr qint64 firstLikelyDay = 20'000;
constexpr qint64 lastLikelyDay = 60'000;

// Figures as they stand; `year` 0 where it is yet to be told which is the day.
struct DateParts
{
    int first = 0;
    int second = 0;
    int year = 0;
    int third = 0; // and the year, where that stood first: "26/01/05"
    int yearInFront = 0;
    bool isPeriod = false; // which begins on that day: a month, a quarter or a week
    enum class Kind {
        None,
        YearFirst,
        Open,
        Named
    } kind
        = Kind::None; // Named: first is the day, second the month
};

constexpr std::u16string_view spaces = u" \u00a0\u202f";

// "um 10:00", "a las 10:15", "г., 10:15": what stands between a day and its time.
void skipWordsBeforeTime(DateScanner &scanner)
{
    for (bool found = true; found;) {
        scanner.skip(u" ,\u00a0\u202f");
        found = false;
        for (const QStringView word :
             {u"г.",  u"г ", u"at ",   u"um ", u"à ",   u"a las ", u"às ",  u"kl. ", u"klo ", u"alle ",
              u"om ", u"o ", u"saat ", u"в ",  u"上午", u"下午",   u"午前", u"午後", u"오전", u"오후"})
            found = found || scanner.skipText(word);
    }
}

// "+0100", "GMT+01:00", "Z", "GMT+0100 (CET)", "+01:00[Europe/Berlin]"
bool isZone(QStringView zone)
{
    for (const auto &[open, close] : {std::pair(u'(', u')'), std::pair(u'[', u']')})
        if (const qsizetype at = zone.indexOf(open); at >= 0 && zone.endsWith(close))
            zone = zone.first(at).trimmed();
    return zone.size() <= 9 && std::all_of(zone.begin(), zone.end(), [](QChar c) {
               return c.isLetterOrNumber() || c == u'+' || c == u'-' || c == u':' || c == u'.';
           });
}

// "10:00", "T10:00:00.000Z", " 2:30 PM", "10:00 +01:00", "10h30": nothing but a time of day.
bool isTime(QStringView text)
{
    DateScanner scanner(text);
    if (scanner.atEnd())
        return true;
    if (!scanner.skip(u" T,\u00a0\u202f"))
        return false;
    skipWordsBeforeTime(scanner);
    if (scanner.atEnd())
        return true;
    const auto [hour, hourLength] = scanner.number();
    if (!isOneOrTwo(hourLength) || hour > 24 || !scanner.skip(u":h."))
        return false;
    const auto [minute, minuteLength] = scanner.number();
    if (minuteLength != 2 || minute > 59)
        return false;
    if (scanner.skip(u":")) {
        const auto [second, length] = scanner.number();
        if (length != 2 || second > 60)
            return false;
        if (scanner.skip(u".,"))
            scanner.number();
    }
    scanner.skip(spaces);
    for (const QStringView half : {u"am", u"pm", u"a.m.", u"p.m.", u"a. m.", u"p. m."})
        if (scanner.skipText(half))
            scanner.skip(spaces);
    return isZone(scanner.rest());
}

// "10:00:00 CET " between the day and the year, as C and Java write it.
void skipTimeBeforeYear(DateScanner &scanner)
{
    if (scanner.peek() != u':')
        return;
    scanner.skip(u"0123456789:");
    scanner.skip(u" ");
    scanner.word();
    scanner.skip(u" ");
}

// "1 March 2017", "1. März 2017", "1 de marzo de 2017", "Mar 1, 2017"; a weekday may stand in front, and may
// begin like a month, as French "mardi" does: then the month comes later.
DateParts named(DateScanner &scanner, int day)
{
    DateParts parts;
    parts.first = day;
    for (int words = 0; words < 4 && !scanner.atEnd(); ++words) {
        scanner.skip(u" .,-/\u00a0\u202f");
        if (scanner.isDigit()) {
            auto number = scanner.number();
            if (parts.first == 0 && isOneOrTwo(number.second)) {
                parts.first = number.first;
                scanner.skip(u".");
                scanner.word(); // 1st
                continue;
            }
            if (parts.second > 0 && scanner.peek() == u':') {
                skipTimeBeforeYear(scanner);
                number = scanner.number();
            }
            parts.year = fullYear(number);
            if (parts.second > 0 && parts.first > 0)
                parts.kind = DateParts::Kind::Named;
            return parts;
        }
        const QStringView word = scanner.word();
        if (word.isEmpty())
            return parts;
        const bool filler = word.compare(u"de", Qt::CaseInsensitive) == 0
            || word.compare(u"del", Qt::CaseInsensitive) == 0
            || word.compare(u"of", Qt::CaseInsensitive) == 0;
        if (filler)
            --words;
        else if (const int month = monthOf(word); month > 0)
            parts.second = month;
        else if (parts.first > 0 || parts.second > 0)
            return parts; // only a weekday in front may be something else
    }
    return parts;
}

DateParts yearFirst(int year, int month, int day)
{
    return {month, day, year, 0, 0, false, DateParts::Kind::YearFirst};
}

// "1er janvier", "3rd March", "1º de enero"
void skipOrdinal(DateScanner &scanner)
{
    for (const QStringView ending : {u"er", u"re", u"st", u"nd", u"rd", u"th", u"º", u"ª"})
        if (scanner.skipText(ending))
            return;
}

// "3.11.2025", "2025-11-03": what follows the first number, after the sign behind that.
DateParts threeNumbers(DateScanner &scanner, const std::pair<int, int> &a, char16_t separator)
{
    if (separator != u'-' && separator != u'/' && separator != u'.')
        return {};
    const auto b = scanner.number();
    if (!isOneOrTwo(b.second) || scanner.take() != separator)
        return {};
    scanner.skip(separator == u'.' ? u" " : u"");
    const auto c = scanner.number();
    if (separator == u'.')
        scanner.skip(u"."); // "2025. 11. 3."
    if (!isTime(scanner.rest()))
        return {};
    if (a.second == 4 && isOneOrTwo(c.second))
        return yearFirst(a.first, b.first, c.first);
    constexpr int noDay = 1000; // "0001" is a year, be it none that counts
    if (isOneOrTwo(a.second))
        return {a.first,     b.first, fullYear(c),          isOneOrTwo(c.second) ? c.first : noDay,
                fullYear(a), false,   DateParts::Kind::Open};
    return {};
}

DateParts partsOfPlain(QStringView text)
{
    DateScanner scanner(text);
    if (!scanner.isDigit()) {
        const DateParts parts = named(scanner, 0);
        if (parts.kind != DateParts::Kind::None)
            return isTime(scanner.rest()) ? parts : DateParts{};
        scanner = DateScanner(text);
        // "Mo, 03.11.2025"; what stands right before the figures is no weekday, but perhaps an era.
        scanner.word();
        if (!scanner.skip(u"., ") || !scanner.isDigit())
            return {};
    }
    const auto a = scanner.number();
    if (a.second == 8 && isTime(scanner.rest()))
        return yearFirst(a.first / 10000, a.first / 100 % 100, a.first % 100);
    if (isOneOrTwo(a.second))
        skipOrdinal(scanner);
    const char16_t separator = scanner.take();
    scanner.skip(separator == u'.' || separator == u' ' ? u" ." : u"");
    if (scanner.isDigit())
        return threeNumbers(scanner, a, separator);
    if (!isOneOrTwo(a.second) || a.first < 1
        || std::u16string_view(u" .-/").find(separator) == std::u16string_view::npos)
        return {};
    const DateParts parts = named(scanner, a.first);
    return isTime(scanner.rest()) ? parts : DateParts{};
}

// "2025. jan. 5.", "2025-Jan-05"
DateParts yearThenMonthName(QStringView text)
{
    constexpr std::u16string_view between = u" .-/,";
    DateScanner scanner(text);
    const auto year = scanner.number();
    if (year.second != 4 || !scanner.skip(between))
        return {};
    const int month = monthOf(scanner.word());
    if (month == 0 || !scanner.skip(between))
        return {};
    const auto day = scanner.number();
    scanner.skip(u".");
    return isOneOrTwo(day.second) && isTime(scanner.rest()) ? yearFirst(year.first, month, day.first)
                                                            : DateParts{};
}

DateParts partsOfAny(QStringView text)
{
    DateParts parts = partsOfPlain(text);
    if (parts.kind == DateParts::Kind::None)
        parts = yearThenMonthName(text);
    if (parts.kind != DateParts::Kind::None)
        return parts;
    if (const QDate first = firstDayOfPeriod(text); first.isValid()) {
        parts = yearFirst(first.year(), first.month(), first.day());
        parts.isPeriod = true;
    }
    return parts;
}

DateParts partsOf(QStringView text)
{
    if (const QString common = inCommonYears(text); !common.isEmpty())
        return partsOfAny(inPlainSigns(common));
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c < u'\u0080'; }))
        return partsOfAny(text);
    return partsOfAny(inPlainSigns(text));
}

std::optional<QDate> checked(int year, int month, int day)
{
    const QDate date(year, month, day);
    if (!date.isValid() || year < firstYear || year > lastYear)
        return {};
    return date;
}

std::optional<QDate> dateOf(const DateParts &parts, DateOrder order)
{
    switch (parts.kind) {
    case DateParts::Kind::YearFirst:
        return checked(parts.year, parts.first, parts.second);
    case DateParts::Kind::Named:
        return checked(parts.year, parts.second, parts.first);
    case DateParts::Kind::Open:
        switch (order) {
        case DateOrder::DayMonthYear:
            return checked(parts.year, parts.second, parts.first);
        case DateOrder::MonthDayYear:
            return checked(parts.year, parts.first, parts.second);
        case DateOrder::YearMonthDay:
            return checked(parts.yearInFront, parts.second, parts.third);
        default:
            return {};
        }
    case DateParts::Kind::None:
        break;
    }
    return {};
}

// "1767225600000", "45658", "45658.375"; what follows the sign is a time of day.
std::optional<qint64> wholeOf(QStringView text)
{
    constexpr qsizetype longest = 15;
    qint64 whole = 0;
    qsizetype at = 0;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    for (; at < text.size() && isDigit(text[at]); ++at)
        if (at < longest)
            whole = whole * 10 + (text[at].unicode() - u'0');
    if (at == 0 || at > longest)
        return {};
    const QStringView rest = text.sliced(at);
    const bool isWhole = rest.isEmpty()
        || (rest.size() > 1 && (rest[0] == u'.' || rest[0] == u',')
            && std::all_of(rest.begin() + 1, rest.end(), isDigit));
    return isWhole ? std::optional(whole) : std::nullopt;
}

std::optional<QDate> dateOfSeconds(qint64 seconds)
{
    if (seconds < firstSecond || seconds > lastSecond)
        return {};
    return QDate(1970, 1, 1).addDays(seconds / secondsOfDay);
}

std::optional<QDate> dateOfCount(qint64 count, DateOrder order)
{
    constexpr qint64 lastDay = 73'050; // 1 January 2100
    switch (order) {
    case DateOrder::EpochSeconds:
        return dateOfSeconds(count);
    case DateOrder::EpochMilliseconds:
        return dateOfSeconds(count / 1000);
    case DateOrder::ExcelDays:
    case DateOrder::ExcelDays1904:
        if (count < 1 || count > lastDay)
            return {};
        return (order == DateOrder::ExcelDays ? QDate(1899, 12, 30) : QDate(1904, 1, 1)).addDays(count);
    default:
        return {};
    }
}

} // namespace

const QList<DateOrder> &allDateOrders()
{
    using enum DateOrder;
    static const QList<DateOrder> all{DayMonthYear,      MonthDayYear, YearMonthDay, EpochSeconds,
                                      EpochMilliseconds, ExcelDays,    ExcelDays1904};
    return all;
}

QString dateOrderKey(DateOrder order)
{
    static const QStringList keys{
        u"dmy"_s, u"mdy"_s, u"ymd"_s, u"epoch_s"_s, u"epoch_ms"_s, u"excel_days"_s, u"excel_days_1904"_s};
    return keys.at(static_cast<int>(order));
}

std::optional<DateOrder> dateOrderFromKey(const QString &key)
{
    for (const DateOrder order : allDateOrders())
        if (dateOrderKey(order) == key)
            return order;
    return {};
}

bool isCount(DateOrder order)
{
    return order >= DateOrder::EpochSeconds;
}

std::optional<QDate> readDate(QStringView text, DateOrder order)
{
    const QStringView trimmed = text.trimmed();
    const auto count = isCount(order) ? wholeOf(trimmed) : std::nullopt;
    if (const auto date = count ? dateOfCount(*count, order) : std::nullopt)
        return date;
    return dateOf(partsOf(trimmed), order);
}

void DateColumn::add(QStringView cell)
{
    ++m_cells;
    if (const auto count = m_isNamedForDates ? wholeOf(cell.trimmed()) : std::nullopt) {
        m_seconds += dateOfSeconds(*count) ? 1 : 0;
        m_milliseconds += dateOfSeconds(*count / 1000) ? 1 : 0;
        m_days += *count >= firstLikelyDay && *count <= lastLikelyDay ? 1 : 0;
    }
    const DateParts parts = partsOf(cell.trimmed());
    if (parts.isPeriod && !m_isNamedForDates)
        return; // "2025-01" may be an id as well
    m_periods += parts.isPeriod ? 1 : 0;
    const auto dayFirst = dateOf(parts, DateOrder::DayMonthYear);
    const auto monthFirst
        = parts.kind == DateParts::Kind::Open ? dateOf(parts, DateOrder::MonthDayYear) : dayFirst;
    const bool hasShortYear = parts.kind == DateParts::Kind::Open && parts.yearInFront > 0;
    m_open += parts.kind == DateParts::Kind::Open ? 1 : 0;
    if (hasShortYear)
        addLikely(cell.trimmed());
    if (hasShortYear && parts.year > 0 && parts.third < yearsOfCentury) {
        m_firsts.set(static_cast<size_t>(parts.first));
        m_lasts.set(static_cast<size_t>(parts.third));
        m_turned += parts.first != parts.third ? 1 : 0;
    }
    if (!dayFirst && !monthFirst) {
        m_dates += hasShortYear && dateOf(parts, DateOrder::YearMonthDay) ? 1 : 0;
        return;
    }
    ++m_dates;
    if (parts.kind == DateParts::Kind::YearFirst) {
        ++m_yearFirst;
        m_yearFirstUpTo12 += dayFirst->day() <= 12 ? 1 : 0;
        m_daysYearFirst.set(static_cast<size_t>(dayFirst->day()));
    }
    if (!monthFirst)
        ++m_onlyDayFirst;
    else if (!dayFirst)
        ++m_onlyMonthFirst;
    else if (dayFirst != monthFirst)
        ++m_either;
}

// "24-03-31" is a day of March 2024 rather than of 2031: deals lie behind us, or not far ahead.
void DateColumn::addLikely(QStringView cell)
{
    constexpr int firstLikelyYear = 1990, yearsAhead = 3;
    const int lastLikelyYear = QDate::currentDate().year() + yearsAhead;
    const auto isLikely = [&](DateOrder order) {
        const auto date = readDate(cell, order);
        return date && date->year() >= firstLikelyYear && date->year() <= lastLikelyYear;
    };
    m_likelyDayFirst += isLikely(DateOrder::DayMonthYear) ? 1 : 0;
    m_likelyMonthFirst += isLikely(DateOrder::MonthDayYear) ? 1 : 0;
    m_likelyYearFirst += isLikely(DateOrder::YearMonthDay) ? 1 : 0;
}

// "24/01/15", "24/02/16": the year may stand first or last. In a list of deals years vary less than days, and
// are closer to the present.
bool DateColumn::isYearOrDay() const
{
    const auto farthest = [](const std::bitset<yearsOfCentury> &years) {
        int distance = 0;
        for (int year = 0; year < yearsOfCentury; ++year)
            if (years.test(static_cast<size_t>(year)))
                distance = std::max(distance, std::abs(fullYear({year, 2}) - QDate::currentDate().year()));
        return distance;
    };
    return m_turned > 0 && m_likelyYearFirst == m_open
        && m_likelyYearFirst == std::max(m_likelyDayFirst, m_likelyMonthFirst)
        && m_firsts.count() <= m_lasts.count() && farthest(m_firsts) <= farthest(m_lasts);
}

bool DateColumn::isYearFirst() const
{
    constexpr size_t times = 4;
    return m_likelyYearFirst > std::max(m_likelyDayFirst, m_likelyMonthFirst)
        || (isYearOrDay() && m_lasts.count() >= times * m_firsts.count());
}

std::optional<DateOrder> DateColumn::counted() const
{
    for (const auto &[cells, order] :
         {std::pair(m_seconds, DateOrder::EpochSeconds),
          std::pair(m_milliseconds, DateOrder::EpochMilliseconds), std::pair(m_days, DateOrder::ExcelDays)})
        if (isMost(cells))
            return order;
    return {};
}

DateOrder DateColumn::order(DateOrder usual) const
{
    if (const auto count = counted())
        return *count;
    if ((m_dates > 0 && m_yearFirst == m_dates) || isYearFirst())
        return DateOrder::YearMonthDay;
    if (m_onlyDayFirst == m_onlyMonthFirst)
        return usual;
    return m_onlyDayFirst > m_onlyMonthFirst ? DateOrder::DayMonthYear : DateOrder::MonthDayYear;
}
