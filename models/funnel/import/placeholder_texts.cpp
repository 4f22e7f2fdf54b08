#include "models/funnel/import/placeholder_texts.h"

#include "models/funnel/import/named_columns.h"
#include "models/funnel/import/placeholders.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Often no answer, and sometimes one: only the user knows.
const QStringList &possiblePlaceholders()
{
    static const QStringList texts{u"unknown"_s,
                                   u"not known"_s,
                                   u"tbd"_s,
                                   u"tba"_s,
                                   u"to be defined"_s,
                                   u"not specified"_s,
                                   u"not available"_s,
                                   u"not provided"_s,
                                   u"no answer"_s,
                                   u"undefined"_s,
                                   u"unassigned"_s,
                                   u"unspecified"_s,
                                   u"missing"_s,
                                   u"n.a."_s,
                                   u"n. a."_s,
                                   u"nan"_s,
                                   u"x"_s,
                                   u"xx"_s,
                                   u"xxx"_s,
                                   u"."_s,
                                   u".."_s,
                                   u"..."_s,
                                   u"_"_s,
                                   u"0"_s,
                                   u"choose"_s,
                                   u"choose one"_s,
                                   u"please choose"_s,
                                   u"select one"_s,
                                   u"- select -"_s,
                                   u"--select--"_s,
                                   u"unbekannt"_s,
                                   u"keine angabe"_s,
                                   u"nicht angegeben"_s,
                                   u"nicht zugewiesen"_s,
                                   u"offen"_s,
                                   u"bitte wählen"_s,
                                   u"inconnu"_s,
                                   u"non renseigné"_s,
                                   u"non précisé"_s,
                                   u"à définir"_s,
                                   u"choisir"_s,
                                   u"sélectionner"_s,
                                   u"desconocido"_s,
                                   u"sin asignar"_s,
                                   u"sin especificar"_s,
                                   u"seleccionar"_s,
                                   u"desconhecido"_s,
                                   u"não informado"_s,
                                   u"sem informação"_s,
                                   u"selecione"_s};
    return texts;
}

// "EMEA", "DE"
bool isCode(const QString &text)
{
    constexpr qsizetype longest = 5;
    return text.size() >= 2 && text.size() <= longest
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isUpper(); });
}

bool mostAreCodes(const QHash<QString, qint64> &texts)
{
    const auto codes = std::count_if(texts.keyBegin(), texts.keyEnd(), isCode);
    return codes * 2 > texts.size();
}

bool isAmong(const QStringList &texts, const QString &text)
{
    return texts.contains(text, Qt::CaseInsensitive);
}

} // namespace

QList<PlaceholderText> findPlaceholders(const TableProfile &profile, const ImportMapping &mapping)
{
    const Placeholders possible(possiblePlaceholders());
    const Placeholders taken(mapping.placeholders);
    QHash<QString, qint64> cells; // by text in lower case
    QHash<QString, QString> written;
    QSet<QString> incomplete;
    const QStringList codes = columnsWithCodeNA(profile, mapping) + mapping.columnsWithNA;
    const auto count = [&](const QString &text, qint64 times) {
        cells[text.toLower()] += times;
        written.insert(text.toLower(), written.value(text.toLower(), text));
    };
    for (const ColumnProfile &column : profile.columns) {
        if (!mapping.columns.contains(column.name))
            continue;
        for (const auto &[text, times] : column.placeholders.asKeyValueRange())
            if (text != codeNA || !codes.contains(column.name))
                count(text, times);
        for (const auto &[text, times] : column.texts.asKeyValueRange())
            if (possible.contains(text) || taken.contains(text)) {
                count(text, times);
                if (column.isVaried)
                    incomplete.insert(text.toLower());
            }
    }
    for (const QString &own : mapping.placeholders)
        if (!isAmong(usualPlaceholders(), own) && !isAmong(possiblePlaceholders(), own))
            count(own, 0);
    QList<PlaceholderText> found;
    for (const auto &[lower, times] : cells.asKeyValueRange())
        found.append({written.value(lower), times, taken.contains(lower), incomplete.contains(lower)});
    for (const ColumnProfile &column : profile.columns)
        if (const qint64 times = column.placeholders.value(codeNA.toString());
            times > 0 && codes.contains(column.name))
            found.append({codeNA.toString(), times,
                          taken.contains(codeNA) && !mapping.columnsWithNA.contains(column.name), false,
                          column.name});
    std::sort(found.begin(), found.end(), [](const PlaceholderText &a, const PlaceholderText &b) {
        return a.cells != b.cells ? a.cells > b.cells : a.text + a.column < b.text + b.column;
    });
    return found;
}

QStringList columnsWithCodeNA(const TableProfile &profile, const ImportMapping &mapping)
{
    const QStringList segments
        = mapping.columnsOf(ColumnRole::Segment) + mapping.columnsOf(ColumnRole::Product);
    QStringList names;
    for (const ColumnProfile &column : profile.columns)
        if (column.placeholders.contains(codeNA.toString()) && segments.contains(column.name)
            && (isNamedForRegions(column.name) || mostAreCodes(column.texts)))
            names.append(column.name);
    return names;
}

QList<std::pair<QString, qint64>> textsTakenAsNone(const ColumnProfile &column, const ImportMapping &mapping)
{
    const Placeholders taken(mapping.placeholders);
    const bool hasCode = mapping.columnsWithNA.contains(column.name);
    QList<std::pair<QString, qint64>> texts;
    for (const auto *all : {&column.placeholders, &column.texts})
        for (const auto &[text, times] : all->asKeyValueRange())
            if (taken.contains(text) && !(hasCode && text == codeNA))
                texts.append({text, times});
    std::sort(texts.begin(), texts.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return texts;
}

void takeAsNoAnswer(const QString &text, bool taken, QStringList &placeholders)
{
    placeholders.removeIf(
        [&text](const QString &known) { return known.compare(text, Qt::CaseInsensitive) == 0; });
    if (taken && !text.isEmpty())
        placeholders.append(text);
}

QHash<QString, qint64> answersIn(const ColumnProfile &column, const QStringList &placeholders)
{
    const Placeholders taken(placeholders);
    QHash<QString, qint64> answers = column.texts;
    answers.insert(column.placeholders);
    answers.removeIf([&taken](const auto &item) { return taken.contains(item.key()); });
    return answers;
}
