#include "models/worksheet/period_text.h"

#include "models/tables/values/month_names.h"
#include "models/worksheet/date_text.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Parts
{
    QStringList words, numbers; // in their order
};

// "第一季度": "第1季度"
QString withFigures(QString text)
{
    static const QString figures = u"一二三四"_s;
    const qsizetype at = text.indexOf(u'季');
    const qsizetype figure = at > 0 ? figures.indexOf(text.at(at - 1)) : -1;
    if (figure >= 0)
        text[at - 1] = QChar(char16_t(u'1' + figure));
    return text;
}

// "Q1'25": "q", "1", "25"
Parts partsOf(const QString &text)
{
    static const QRegularExpression run(u"\\d+|[^\\W\\d_]+"_s,
                                        QRegularExpression::UseUnicodePropertiesOption);
    static const QStringList fillers{u"de"_s, u"er"_s, u"º"_s,    u"o"_s,  u"st"_s, u"nd"_s, u"rd"_s,
                                     u"th"_s, u"年"_s, u"年第"_s, u"第"_s, u"년"_s, u"제"_s};
    Parts parts;
    for (auto runs = run.globalMatch(withFigures(text.toLower())); runs.hasNext();) {
        const QString part = runs.next().captured();
        if (part.at(0).isDigit())
            parts.numbers.append(part);
        else if (!fillers.contains(part))
            parts.words.append(part);
    }
    return parts;
}

int yearOf(const QString &number)
{
    constexpr int first = 1900, last = 2199, century = 2000;
    const int year = number.toInt();
    if (number.size() == 4)
        return year >= first && year <= last ? year : 0;
    return number.size() == 2 ? century + year : 0;
}

// Which of two numbers is the year shows by its digits; of two alike, it is the second.
Period ofNumbers(Grain grain, const QStringList &numbers)
{
    if (numbers.size() != 2)
        return {};
    const bool yearFirst = numbers.first().size() == 4;
    const int year = yearOf(numbers.at(yearFirst ? 0 : 1)), number = numbers.at(yearFirst ? 1 : 0).toInt();
    if (year == 0)
        return {};
    const QString mark = grain == Grain::Quarter ? u"Q"_s : grain == Grain::Week ? u"W"_s : QString();
    const QString digits = QString::number(number).rightJustified(grain == Grain::Quarter ? 1 : 2, u'0');
    const Period period = Period::fromKey(u"%1-%2%3"_s.arg(year).arg(mark, digits));
    return number > 0 ? period : Period();
}

Period ofWord(const Parts &parts, const QLocale &locale)
{
    static const QStringList quarters{u"q"_s,       u"t"_s,       u"k"_s,         u"kv"_s,   u"qtr"_s,
                                      u"quarter"_s, u"quartal"_s, u"trimestre"_s, u"trim"_s, u"kwartaal"_s,
                                      u"kwartał"_s, u"kvartal"_s, u"квартал"_s,   u"кв"_s,   u"çeyrek"_s,
                                      u"季度"_s,    u"季"_s,      u"四半期"_s,    u"분기"_s};
    static const QStringList weeks{u"w"_s,   u"wk"_s,      u"week"_s,   u"kw"_s,    u"woche"_s,
                                   u"sem"_s, u"semaine"_s, u"semana"_s, u"vecka"_s, u"uge"_s,
                                   u"周"_s,  u"週"_s,      u"주"_s};
    static const QStringList months{u"月"_s, u"월"_s};
    const QString &word = parts.words.first();
    if (quarters.contains(word))
        return ofNumbers(Grain::Quarter, parts.numbers);
    if (weeks.contains(word))
        return ofNumbers(Grain::Week, parts.numbers);
    if (months.contains(word))
        return ofNumbers(Grain::Month, parts.numbers);
    const int named = monthNamed(word, locale);
    const int month = named > 0 ? named : monthOf(word);
    return month > 0 && parts.numbers.size() == 1
        ? ofNumbers(Grain::Month, {QString::number(month), parts.numbers.first()})
        : Period();
}

Period ofDate(const QString &text, Grain grain, const QLocale &locale)
{
    QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        date = locale.toDate(text, shortDateFormat(locale));
    if (!date.isValid())
        date = dateWithMonthName(text, locale, {});
    const Period period = Period::containing(date, grain);
    return period.isValid() && (period.start == date || period.end() == date) ? period : Period();
}

} // namespace

Period periodFromText(const QString &text, Grain grain, const QLocale &locale)
{
    constexpr qsizetype longest = 40;
    const QString heading = text.simplified();
    if (heading.size() > longest)
        return {};
    const Parts parts = partsOf(heading);
    const bool saysYear = heading.endsWith(u'年') || heading.endsWith(u'년');
    const QString year = saysYear ? heading.chopped(1) : heading;
    if (parts.words.size() == 1)
        if (const Period period = ofWord(parts, locale); period.isValid())
            return period;
    if (parts.words.isEmpty() && parts.numbers.size() == 1)
        return Period::fromKey(yearOf(year) > 0 && year.size() == 4 ? year : QString());
    if (parts.words.isEmpty() && parts.numbers.size() == 2
        && std::any_of(parts.numbers.begin(), parts.numbers.end(),
                       [](const QString &number) { return number.size() == 4; }))
        return ofNumbers(Grain::Month, parts.numbers);
    return ofDate(heading, grain, locale);
}
