#include "models/funnel/import/shared_signs.h"

#include "models/arithmetic/money.h"
#include "models/tables/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// As such a sign stands beside an amount or in brackets; empty where none does.
QString signIn(const QString &text)
{
    static const QRegularExpression krona(u"(^|[^\\p{L}])[tmkTMK]?kr\\.?($|[^\\p{L}])"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression yen(u"(^|[^\\p{L}])[¥￥]"_s);
    return text.contains(yen) ? u"¥"_s : text.contains(krona) ? u"kr"_s : QString();
}

// Letters that only simplified Chinese has: those of Japan are others.
bool isSimplifiedChinese(const QString &text)
{
    static const QString letters
        = u"额阶创称赢单闭负责员预计销联机结报产时间开发电话邮签约进转议项订审录户"_s;
    return std::any_of(text.begin(), text.end(), [](QChar c) { return letters.contains(c); });
}

bool isKana(QChar c)
{
    return c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana;
}

// What columns are called and their texts.
QStringList textsOf(const TableProfile &profile)
{
    QStringList texts;
    for (const ColumnProfile &column : profile.columns) {
        texts.append(column.name);
        texts.append(column.texts.keys());
    }
    return texts;
}

// Words that the neighbours write otherwise.
struct Language
{
    QString currency;
    QStringList words;
};

const QList<Language> &languages()
{
    static const QList<Language> all{
        {u"NOK"_s,
         plainNames(u"beløp|opprettet|opprettet dato|opprettelsesdato|verdi|eier|selger|salgsmulighet|avtale|"
                    u"avtaleverdi|vunnet|tapt|lukket dato|avsluttet|avsluttet dato|kunde nr|sannsynlighet|"
                    u"salgsfase|salgssum|selskap|fylke|kilde til lead|avtalenavn")},
        {u"DKK"_s,
         plainNames(u"beløb|oprettet|oprettelsesdato|oprettet dato|værdi|ejer|sælger|salgsmulighed|aftale|"
                    u"aftaleværdi|vundet|tabt|lukkedato|afsluttet|lukket den|sandsynlighed|salgsfase|"
                    u"virksomhed|region|aftalenavn|kundenavn")},
        {u"SEK"_s,
         plainNames(
             u"belopp|skapad|skapad datum|skapat|värde|ägare|säljare|affär|affärsmöjlighet|affärsvärde|"
             u"vunnen|vunnet|förlorad|stängd|stängt|avslutad|stängningsdatum|sannolikhet|säljfas|företag|"
             u"källa|fas|affärsnamn|kund|kundnamn|ansvarig säljare")},
    };
    return all;
}

QString currencyOfNorth(const QStringList &texts)
{
    QStringList words;
    for (const QString &text : texts)
        words.append(plainWords(text));
    QString best;
    qsizetype most = 0;
    for (const Language &language : languages()) {
        const auto known = std::count_if(words.begin(), words.end(), [&language](const QString &word) {
            return language.words.contains(word);
        });
        best = known > most ? language.currency : known == most ? QString() : best;
        most = std::max(most, qsizetype(known));
    }
    return best;
}

} // namespace

bool hasSharedSign(const QString &column)
{
    return !signIn(column).isEmpty();
}

QString sharedSignOf(const TableProfile &profile, const ColumnRoles &roles)
{
    if (!roles.key(ColumnRole::Currency).isEmpty())
        return {};
    const QStringList names = roles.keys(ColumnRole::Value);
    for (const QString &name : names) {
        const ColumnProfile *column = profile.column(name);
        if (!column || column->filled == 0)
            continue;
        if (hasSharedSign(name))
            return signIn(name);
        // One amount in "kr" among others says nothing of those.
        const QStringList texts = column->texts.isEmpty() ? column->samples : column->texts.keys();
        const auto found = std::find_if(texts.begin(), texts.end(), hasSharedSign);
        if (std::count_if(texts.begin(), texts.end(), hasSharedSign) * 2 > texts.size())
            return signIn(*found);
    }
    return {};
}

QString currencyByLanguage(const TableProfile &profile, const QString &sign)
{
    const QStringList texts = textsOf(profile);
    if (sign == u"kr")
        return currencyOfNorth(texts);
    const auto hasKana = [](const QString &text) { return std::any_of(text.begin(), text.end(), isKana); };
    if (std::any_of(texts.begin(), texts.end(), hasKana))
        return u"JPY"_s;
    return std::any_of(texts.begin(), texts.end(), isSimplifiedChinese) ? u"CNY"_s : QString();
}

QString currencyBySign(const TableProfile &profile, const ColumnRoles &roles, const QString &ofWorkbook)
{
    const QString sign = sharedSignOf(profile, roles);
    if (sign.isEmpty() || currencyFromText(sign, ofWorkbook) == ofWorkbook)
        return ofWorkbook;
    const QString told = currencyByLanguage(profile, sign);
    return told.isEmpty() ? currencyFromText(sign, {}) : told;
}
