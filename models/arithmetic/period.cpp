#include "models/arithmetic/period.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

int quarterOf(QDate date)
{
    return (date.month() - 1) / monthsOfQuarter + 1;
}

QString twoDigits(int number)
{
    return QString::number(number).rightJustified(2, u'0');
}

QString fourDigits(int number)
{
    return QString::number(number).rightJustified(4, u'0');
}

// Exactly `length` digits of ASCII, or -1.
int digits(QStringView text, qsizetype length)
{
    if (text.size() != length)
        return -1;
    int number = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

QDate startOfWeek(QDate date)
{
    return date.addDays(1 - date.dayOfWeek());
}

} // namespace

QString grainKey(Grain grain)
{
    switch (grain) {
    case Grain::Week:
        return u"week"_s;
    case Grain::Month:
        return u"month"_s;
    case Grain::Quarter:
        return u"quarter"_s;
    case Grain::Year:
        break;
    }
    return u"year"_s;
}

std::optional<Grain> grainFromKey(const QString &key)
{
    for (const Grain grain : {Grain::Week, Grain::Month, Grain::Quarter, Grain::Year})
        if (grainKey(grain) == key)
            return grain;
    return {};
}

QString grainLabel(Grain grain)
{
    switch (grain) {
    case Grain::Week:
        return QCoreApplication::translate("Period", "Week");
    case Grain::Month:
        return QCoreApplication::translate("Period", "Month");
    case Grain::Quarter:
        return QCoreApplication::translate("Period", "Quarter");
    case Grain::Year:
        break;
    }
    return QCoreApplication::translate("Period", "Year");
}

Period Period::containing(QDate date, Grain grain)
{
    if (!date.isValid())
        return {grain, {}};
    switch (grain) {
    case Grain::Week:
        return {grain, startOfWeek(date)};
    case Grain::Month:
        return {grain, QDate(date.year(), date.month(), 1)};
    case Grain::Quarter:
        return {grain, QDate(date.year(), (quarterOf(date) - 1) * monthsOfQuarter + 1, 1)};
    case Grain::Year:
        break;
    }
    return {grain, QDate(date.year(), 1, 1)};
}

Period Period::fromKey(const QString &key)
{
    const QStringView text = key;
    const int year = digits(text.first(std::min<qsizetype>(4, text.size())), 4);
    if (year < 1)
        return {};
    if (text.size() == 4)
        return {Grain::Year, QDate(year, 1, 1)};
    if (text[4] != u'-')
        return {};
    const QStringView rest = text.sliced(5);
    if (rest.startsWith(u'Q')) {
        const int quarter = digits(rest.sliced(1), 1);
        return {Grain::Quarter, QDate(year, (quarter - 1) * monthsOfQuarter + 1, 1)};
    }
    if (!rest.startsWith(u'W'))
        return {Grain::Month, QDate(year, digits(rest, 2), 1)};
    const int week = digits(rest.sliced(1), 2);
    if (week < 1)
        return {};
    // The 4th of January is always in the first week.
    const QDate start = startOfWeek(QDate(year, 1, 4)).addDays(7 * (week - 1));
    const Period period{Grain::Week, start};
    return period.key() == key ? period : Period{};
}

QDate Period::end() const
{
    return next().start.addDays(-1);
}

Period Period::plus(int periods) const
{
    switch (grain) {
    case Grain::Week:
        return {grain, start.addDays(7 * qint64(periods))};
    case Grain::Month:
        return {grain, start.addMonths(periods)};
    case Grain::Quarter:
        return {grain, start.addMonths(monthsOfQuarter * periods)};
    case Grain::Year:
        break;
    }
    return {grain, start.addYears(periods)};
}

QString Period::key() const
{
    if (!isValid())
        return {};
    const QString year = fourDigits(start.year());
    switch (grain) {
    case Grain::Week: {
        int yearOfWeek = 0;
        const int week = start.weekNumber(&yearOfWeek);
        return fourDigits(yearOfWeek) + u"-W" + twoDigits(week);
    }
    case Grain::Month:
        return year + u'-' + twoDigits(start.month());
    case Grain::Quarter:
        return year + u"-Q" + QString::number(quarterOf(start));
    case Grain::Year:
        break;
    }
    return year;
}

QString Period::label(const QLocale &locale) const
{
    if (!isValid())
        return {};
    switch (grain) {
    case Grain::Week: {
        int year = 0;
        const int week = start.weekNumber(&year);
        return QCoreApplication::translate("Period", "Week %1, %2").arg(week).arg(year);
    }
    case Grain::Month:
        return locale.standaloneMonthName(start.month()) + u' ' + QString::number(start.year());
    case Grain::Quarter:
        return QCoreApplication::translate("Period", "Q%1 %2").arg(quarterOf(start)).arg(start.year());
    case Grain::Year:
        break;
    }
    return QString::number(start.year());
}

Period newestFull(const QList<Period> &periods, QDate today)
{
    Period newest, begun, full;
    const auto take
        = [](Period &best, const Period &period) { best = best.isValid() ? std::max(best, period) : period; };
    for (const Period &period : periods) {
        take(newest, period);
        if (period.start <= today)
            take(begun, period);
        if (period.end() <= today)
            take(full, period);
    }
    return full.isValid() ? full : begun.isValid() ? begun : newest;
}

QString Period::labelOn(QDate today, const QLocale &locale) const
{
    if (!isRunning(today))
        return label(locale);
    //: %1 is a period that is not over yet, such as "Q3 2026".
    return QCoreApplication::translate("Period", "%1 (running)").arg(label(locale));
}

QString Period::shortLabel(const QLocale &locale) const
{
    const QString year = isValid() ? twoDigits(start.year() % 100) : QString();
    switch (isValid() ? grain : Grain::Year) {
    case Grain::Week:
        return QCoreApplication::translate("Period", "W%1 %2").arg(start.weekNumber()).arg(year);
    case Grain::Month:
        return locale.standaloneMonthName(start.month(), QLocale::ShortFormat) + u' ' + year;
    case Grain::Quarter:
    case Grain::Year:
        break;
    }
    return label(locale);
}

std::strong_ordering operator<=>(const Period &a, const Period &b)
{
    if (const auto byStart = a.start.toJulianDay() <=> b.start.toJulianDay(); byStart != 0)
        return byStart;
    return a.grain <=> b.grain;
}

QList<Period> periodsBetween(const Period &first, const Period &last)
{
    QList<Period> periods;
    if (!first.isValid() || !last.isValid() || first.grain != last.grain)
        return periods;
    for (Period period = first; period.start <= last.start; period = period.next())
        periods.append(period);
    return periods;
}
