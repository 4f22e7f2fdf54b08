#include "models/tables/values/date_signs.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace {

struct Era
{
    QStringView name;
    int yearBefore; // its first
};

constexpr std::array<Era, 11> eras{{{u"令和", 2018},
                                    {u"平成", 1988},
                                    {u"昭和", 1925},
                                    {u"大正", 1911},
                                    {u"㋿", 2018},
                                    {u"㍻", 1988},
                                    {u"㍼", 1925},
                                    {u"㍽", 1911},
                                    {u"R", 2018},
                                    {u"H", 1988},
                                    {u"S", 1925}}};

constexpr int mostYears = 64; // of an era so far

} // namespace

// Digits of any script, without marks that say in which direction they run, and the signs with which years,
// months and days are written in Chinese, Japanese and Korean as lines: "2026年1月3日", "2026년 1월 3일".
QString inPlainSigns(QStringView text)
{
    QString plain;
    for (const QChar c : text) {
        if (c.digitValue() >= 0)
            plain += QChar(u'0' + static_cast<char16_t>(c.digitValue()));
        else if (c == u'年' || c == u'月' || c == u'년' || c == u'월')
            plain += u'-';
        else if (c == u'日' || c == u'일')
            plain += u' ';
        else if (c.isSpace() ? !plain.endsWith(u'-') : c.category() != QChar::Other_Format)
            plain += c.isSpace() ? QChar(u' ') : c;
    }
    return plain.trimmed();
}

QString inCommonYears(QStringView text)
{
    if (text.isEmpty() || text[0].isDigit())
        return {};
    const auto era = std::find_if(eras.begin(), eras.end(),
                                  [text](const Era &each) { return text.startsWith(each.name); });
    if (era == eras.end())
        return {};
    const QStringView counted = text.sliced(era->name.size()).trimmed();
    qsizetype digits = 0;
    int year = 0;
    for (; digits < std::min<qsizetype>(counted.size(), 2) && counted[digits].isDigit(); ++digits)
        year = year * 10 + counted[digits].digitValue();
    if (digits == 0 && counted.startsWith(u'元')) // the first
        year = digits = 1;
    const QStringView rest = counted.sliced(digits);
    constexpr std::u16string_view behindYear = u"年.-/";
    if (year < 1 || year > mostYears || rest.isEmpty()
        || behindYear.find(rest[0].unicode()) == std::u16string_view::npos)
        return {};
    return QString::number(era->yearBefore + year) + rest;
}
