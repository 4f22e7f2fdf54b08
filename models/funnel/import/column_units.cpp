#include "models/funnel/import/column_units.h"

#include "models/arithmetic/money.h"
#include "models/funnel/import/shared_signs.h"
#include "models/tables/words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

int zerosInName(const QString &column)
{
    const auto pattern = [](const QString &text) {
        return QRegularExpression(text, QRegularExpression::UseUnicodePropertiesOption);
    };
    static const QRegularExpression thousands = pattern(
        u"\\b[TKk](EUR|USD|CHF|GBP)\\b|\\bT€|\\b[kK] ?[€$£]|[€$£] ?[kK]\\b|\\b(?i:thousands?|tsd|tausend)\\b|\\(000s?\\)"_s);
    static const QRegularExpression millions
        = pattern(u"\\bM(EUR|USD|CHF|GBP)\\b|\\bM ?[€$£]|[€$£] ?M\\b|\\b(?i:millions?|mio)\\b"_s);
    static const QRegularExpression cents = pattern(u"\\b(?i:cents?|centimes|centavos)\\b"_s);
    const QString name = QString(column).replace(u'_', u' ');
    return name.contains(thousands) ? 3 : name.contains(millions) ? 6 : name.contains(cents) ? -2 : 0;
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
    if (const QString ofSign = currencyOfSign(column); !ofSign.isEmpty() && !hasSharedSign(column))
        return ofSign;
    static const QRegularExpression lira(u"(^|[^\\p{L}])TRY([^\\p{L}]|$)|_try$"_s);
    return column.contains(lira) ? u"TRY"_s : QString(); // no English verb
}
