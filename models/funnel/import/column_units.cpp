#include "models/funnel/import/column_units.h"

#include "models/arithmetic/money.h"
#include "models/funnel/import/shared_signs.h"
#include "models/tables/words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

struct NamedUnit
{
    int zeros; // that the amounts lack
    QString pattern; // of names, in any of which it may stand
};

// Currencies that are put behind a letter: "TEUR", "K USD", "MSEK".
const QString codes
    = u"(?:EUR|USD|CHF|GBP|SEK|NOK|DKK|PLN|CZK|HUF|RON|RUB|TRY|JPY|CNY|RMB|INR|BRL|MXN|CAD|AUD|"
      "NZD|SGD|HKD|ZAR|AED|KRW)"_s;

// Those of larger units first, as "1.000.000" holds "1.000", and "millones" is none of "mil".
const QList<NamedUnit> &namedUnits()
{
    static const QList<NamedUnit> all{
        {9, u"(?i)\\b(?:billions?|bn|mrd|milliarden|milliards?|miliard\\w*|miljard\\w*|mld)\\b|млрд"_s},
        {8, u"[億亿]"_s},
        {6,
         u"百万|백만|\\bM" % codes
             % u"\\b|\\bM[M ]? ?[€$£]|[€$£] ?[Mm]{1,2}\\b|[(\\[](?:in )?MM?[)\\]]|"
               u"\\bM "
             % codes
             % u"\\b|1([.,'’ ]?)000\\g{-1}000(?!\\d)|"
               u"(?i)\\b(?:millions?|mio|mill|mln|mn|millionen|mill[oó]n(?:es)?|milh(?:ão|ao|ões|oes)|mili?"
               u"oni|"
               u"miljoen(?:en)?|miljon(?:er)?|milion\\w*|milyon|mkr|tr\\.? đ)\\b|R\\$ ?mi\\b|\\bмлн|миллион"_s},
        {4, u"[万萬]|만 ?원"_s},
        {3,
         u"千|천 ?원|\\b[TKk]" % codes % u"\\b|\\b[Kk] " % codes
             % u"\\b|\\bT€|\\b[kK] ?[€$£]|[€$£] ?[kK]\\b|"
               u"[(\\[](?:in )?[kK][)\\]]|[(\\[][kK] ?kr\\.?[)\\]]|['’]000|[€$£] ?000|[(\\[]000|"
               // "x 1000", "(1.000 €)", "in 1'000", but no number of the deal or its buyer
               u"(?:(?<!\\p{L})x|[×*(\\[]|\\b(?i:in|en|em))\\s*(?:[€$£]|"
             % codes
             % u")?\\s*1[.,'’ \u00a0\u202f]?000(?!\\d|[.,'’ ]\\d)|"
               u"(?i)\\b(?:thousands?|tsd|tausend|milliers?|miles|millares|milhares|migliaia|mila|duizend(?:"
               u"en|tallen)?|"
               u"dzd|tys|tysi[aą]c\\w*|tkr|ksek|tusental|tusen|tusind|t\\.kr|tis|tisíc\\w*|ezer)\\b|"
               u"(?i)\\b(?:em|en) mil\\b|\\bmil (?:R\\$|reais|euros|pesos)|R\\$ ?mil\\b|[(\\[]bin\\b|\\bbin "
               u"(?:TL|₺)|"
               u"\\bтыс"_s},
        {-2, u"(?i)\\b(?:cents?|centimes|centavos)\\b"_s},
    };
    return all;
}

// What stands in brackets or behind all other words: "Kwota (zł)", "Tutar TL". Within others the same letters
// may be a word of their own.
QString currencyAtEnd(const QString &column)
{
    static const QRegularExpression within(u"[(\\[]([^()\\[\\]]+)[)\\]]"_s), between(u"[\\s,;:/]+"_s);
    const QString inside = within.match(column).captured(1);
    QStringList words = inside.split(between, Qt::SkipEmptyParts);
    const QStringList all = column.split(between, Qt::SkipEmptyParts);
    static const QStringList alsoOutside{u"zł"_s, u"Kč"_s, u"TL"_s, u"лв"_s, u"лв."_s};
    if (all.size() > 1 && alsoOutside.contains(all.last()))
        words.append(all.last());
    for (const QString &word : std::as_const(words))
        if (const QString currency = currencyFromText(word, {});
            !currency.isEmpty() && word.size() > 1 && !isCurrency(word.toUpper())) // codes were looked for
            return currency;
    return {};
}

} // namespace

int zerosInName(const QString &column)
{
    static const QList<std::pair<int, QRegularExpression>> patterns = [] {
        QList<std::pair<int, QRegularExpression>> made;
        for (const NamedUnit &unit : namedUnits())
            made.append({unit.zeros,
                         QRegularExpression(unit.pattern, QRegularExpression::UseUnicodePropertiesOption)});
        return made;
    }();
    const QString name = QString(column).replace(u'_', u' ');
    for (const auto &[zeros, pattern] : patterns)
        if (name.contains(pattern))
            return zeros;
    return 0;
}

QString withoutCurrency(const QString &words)
{
    const qsizetype last = words.lastIndexOf(u' ');
    return last > 0 && isCurrency(words.sliced(last + 1).toUpper()) ? words.first(last) : words;
}

QString currencyInName(const QString &column)
{
    for (QString word : plainWords(column).toUpper().split(u' ')) {
        if (word.size() == 4 && zerosInName(column) > 0)
            word.remove(0, 1); // "TEUR"
        if (isCurrency(word) && word != u"ALL" && word != u"TOP" && word != u"TRY" && word != u"CUP")
            return word;
        const bool isLatin = word.isEmpty() || word.at(0).script() == QChar::Script_Latin;
        if (const QString named = isLatin ? QString() : currencyFromText(word, {}); !named.isEmpty())
            return named; // "Сумма, руб.", "金額（円）"
    }
    if (const QString atEnd = hasSharedSign(column) ? QString() : currencyAtEnd(column); !atEnd.isEmpty())
        return atEnd;
    if (const QString ofSign = currencyOfSign(column); !ofSign.isEmpty() && !hasSharedSign(column))
        return ofSign;
    static const QRegularExpression lira(u"(^|[^\\p{L}])TRY([^\\p{L}]|$)|_try$"_s);
    return column.contains(lira) ? u"TRY"_s : QString(); // no English verb
}
