#include "models/worksheet/date_text.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

QDate nearest(int month, int day, QDate today)
{
    QDate best;
    for (const int year : {today.year() - 1, today.year(), today.year() + 1}) {
        const QDate date(year, month, day);
        if (date.isValid()
            && (!best.isValid() || std::abs(date.daysTo(today)) < std::abs(best.daysTo(today))))
            best = date;
    }
    return best;
}

} // namespace

int monthNamed(const QString &word, const QLocale &locale)
{
    constexpr int months = 12;
    constexpr qsizetype shortest = 3;
    for (const QLocale &language : {locale, QLocale::c()})
        for (int month = 1; month <= months; ++month)
            for (const QString &name : {language.monthName(month), language.standaloneMonthName(month)})
                if (word.size() >= std::min(shortest, name.size())
                    && name.startsWith(word, Qt::CaseInsensitive))
                    return month;
    return 0;
}

QString shortDateFormat(const QLocale &locale)
{
    return locale.dateFormat(QLocale::ShortFormat).replace(u"yyyy"_s, u"yy"_s).replace(u"yy"_s, u"yyyy"_s);
}

QString shortDate(QDate date, const QLocale &locale)
{
    return locale.toString(date, shortDateFormat(locale));
}

QDate dateWithMonthName(const QString &text, const QLocale &locale, QDate today)
{
    static const QRegularExpression dayFirst(u"^(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s*(?:de\\s+)?"
                                             "([^\\W\\d_]+)\\.?,?\\s*(?:de\\s+)?(\\d{4})?$"_s,
                                             QRegularExpression::UseUnicodePropertiesOption
                                                 | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression monthFirst(u"^([^\\W\\d_]+)\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?"
                                               "(?:,?\\s+(\\d{4}))?$"_s,
                                               QRegularExpression::UseUnicodePropertiesOption
                                                   | QRegularExpression::CaseInsensitiveOption);
    const auto inOrder = dayFirst.match(text);
    const auto found = inOrder.hasMatch() ? inOrder : monthFirst.match(text);
    if (!found.hasMatch())
        return {};
    const int dayAt = inOrder.hasMatch() ? 1 : 2;
    const int day = found.capturedView(dayAt).toInt();
    const int month = monthNamed(found.captured(3 - dayAt), locale);
    if (month == 0)
        return {};
    const QString year = found.captured(3);
    return year.isEmpty() ? nearest(month, day, today) : QDate(year.toInt(), month, day);
}
