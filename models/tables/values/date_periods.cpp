#include "models/tables/values/date_periods.h"

#include "models/arithmetic/period.h"
#include "models/tables/values/date_scanner.h"
#include "models/tables/values/month_names.h"

#include <algorithm>

namespace {

constexpr std::u16string_view betweenParts = u" ./-,'’";

// Weeks as ISO 8601 counts them.
QDate mondayOf(int year, int week)
{
    constexpr int daysOfWeek = 7, lastWeek = 53;
    const QDate ofFirst(year, 1, 4);
    return week >= 1 && week <= lastWeek
        ? ofFirst.addDays(1 - ofFirst.dayOfWeek() + qint64(week - 1) * daysOfWeek)
        : QDate();
}

// "Q2", "T2" and "W07", "KW 7" of a year; 'q' or 'w', or none of them.
std::pair<char, int> partOfYear(DateScanner &scanner)
{
    const QStringView word = scanner.word();
    scanner.skip(u" .");
    const auto number = scanner.number();
    const auto isAny = [&word](std::initializer_list<QStringView> names) {
        return std::any_of(names.begin(), names.end(), [&word](QStringView name) {
            return word.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    if (number.second == 1 && isAny({u"Q", u"T", u"Quarter", u"Quartal", u"Trimestre", u"K", u"Kv"}))
        return {'q', number.first};
    if (isOneOrTwo(number.second) && isAny({u"W", u"KW", u"CW", u"Week", u"Woche"}))
        return {'w', number.first};
    return {'-', 0};
}

QDate firstDayOf(int year, const std::pair<char, int> &part)
{
    constexpr int quarters = monthsOfYear / monthsOfQuarter;
    if (part.first == 'w')
        return mondayOf(year, part.second);
    return part.first == 'q' && part.second >= 1 && part.second <= quarters
        ? QDate(year, (part.second - 1) * monthsOfQuarter + 1, 1)
        : QDate();
}

QDate firstOfMonth(int year, int month)
{
    return year > 0 ? QDate(year, month, 1) : QDate();
}

// "Feb 25" may be a day of any year; "Feb-25" and "Feb '25" are what spreadsheets make of months.
bool mayBeYear(const std::pair<int, int> &number, QStringView between)
{
    return number.second == 4 || between.contains(u'-') || between.contains(u'\'') || between.contains(u'’');
}

// `year` 0: it stands behind.
QDate periodNamedIn(DateScanner scanner, int year)
{
    DateScanner ofMonth = scanner;
    const auto part = partOfYear(scanner);
    const int month = part.first == '-' ? monthOf(ofMonth.word()) : 0;
    DateScanner &behind = month > 0 ? ofMonth : scanner;
    if (part.first == '-' && month == 0)
        return {};
    if (year == 0) {
        const QStringView rest = behind.rest();
        behind.skip(betweenParts);
        const auto number = behind.number();
        if (month > 0 && !mayBeYear(number, rest.first(rest.size() - behind.rest().size())))
            return {};
        year = fullYear(number);
    }
    if (!behind.atEnd() || year == 0)
        return {};
    return month > 0 ? firstOfMonth(year, month) : firstDayOf(year, part);
}

} // namespace

QDate firstDayOfPeriod(QStringView text)
{
    DateScanner scanner(text);
    if (!scanner.isDigit())
        return periodNamedIn(scanner, 0);
    const auto first = scanner.number();
    const bool isYearInFront = first.second == 4;
    if (!isYearInFront && !isOneOrTwo(first.second))
        return {};
    const bool isParted = scanner.skip(betweenParts);
    if (!scanner.isDigit())
        return isYearInFront ? periodNamedIn(scanner, first.first) : QDate();
    const auto second = scanner.number();
    scanner.skip(u"-"); // "2025年2月", as inPlainSigns() has it
    if (!isParted || !scanner.atEnd() || (isYearInFront ? !isOneOrTwo(second.second) : second.second != 4))
        return {};
    return isYearInFront ? firstOfMonth(first.first, second.first) : firstOfMonth(second.first, first.first);
}
