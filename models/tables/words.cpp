#include "models/tables/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

QString plainWords(const QString &text)
{
    QString words;
    QChar before;
    QString decomposed = text.left(longestName).normalized(QString::NormalizationForm_D);
    if (decomposed.endsWith(u"__c")) // a field that somebody added to Salesforce
        decomposed.chop(3);
    for (const QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        if (c.isUpper() && before.isLower())
            words += u' '; // camelCase
        if (c == u'ß')
            words += u"ss"_s;
        else if (c == u'ı')
            words += u'i'; // as Turkish capitals become in lower case
        else
            words += c.isLetterOrNumber() ? c.toLower() : QChar(u' ');
        before = c;
    }
    return words.simplified();
}

QStringList plainNames(QStringView names)
{
    QStringList list;
    for (const QStringView name : names.split(u'|'))
        list.append(plainWords(name.toString()));
    return list;
}

bool holdsAny(const QString &words, const QStringList &phrases)
{
    return std::any_of(phrases.begin(), phrases.end(),
                       [&words](const QString &phrase) { return holdsWords(words, phrase); });
}

bool holdsWords(const QString &words, const QString &phrase)
{
    return indexOfWords(words, phrase) >= 0;
}

qsizetype indexOfWords(const QString &words, const QString &phrase)
{
    for (qsizetype at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1)) {
        const qsizetype end = at + phrase.size();
        if ((at == 0 || words.at(at - 1) == u' ') && (end == words.size() || words.at(end) == u' '))
            return at;
    }
    return -1;
}

QString shortened(QStringView text, qsizetype letters)
{
    if (text.size() <= letters)
        return text.toString();
    const qsizetype whole = text[letters - 1].isHighSurrogate() ? letters - 1 : letters;
    return text.first(whole) + u'…';
}

QString withoutId(const QString &words)
{
    return words.endsWith(u" id") ? words.chopped(3) : words;
}
