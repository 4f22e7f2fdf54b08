#include "models/funnel/import/lead_list.h"

#include "models/funnel/import/decisions.h"
#include "models/funnel/import/named_columns.h"
#include "models/tables/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using StageTexts = QList<std::pair<QString, qint64>>;

// Persons at stages that only leads have, and nothing is called a deal.
bool arePersonsAlone(const TableProfile &profile, const StageTexts &texts)
{
    return listsPersons(profile)
        && std::none_of(profile.columns.begin(), profile.columns.end(),
                        [](const ColumnProfile &column) { return isNamedForDeals(column.name); })
        && std::none_of(texts.begin(), texts.end(), [](const auto &text) {
               return saysOpen(text.first) && !saysUnderWay(text.first)
                   && !text.first.contains(u"conver"_s, Qt::CaseInsensitive);
           });
}

// "Is Converted": only leads become something else.
bool tellsConversion(const TableProfile &profile)
{
    static const QStringList names = plainNames(
        u"converted|is converted|converted date|date converted|converted on|konvertiert|konvertiert am|"
        u"umgewandelt|umgewandelt am|converti|convertie|converti le|convertido|convertida|fecha de "
        u"conversion|"
        u"convertido em|convertito");
    return std::any_of(profile.columns.begin(), profile.columns.end(),
                       [](const ColumnProfile &column) { return names.contains(plainWords(column.name)); });
}

} // namespace

bool listsLeads(const TableProfile &profile, const ImportMapping &mapping)
{
    const QStringList values = mapping.columnsOf(ColumnRole::Value);
    if (!std::all_of(values.begin(), values.end(), isEstimatedValue)
        || !mapping.columnsOf(ColumnRole::IsWon).isEmpty())
        return false;
    const StageTexts texts = stageTexts(profile, mapping);
    const QStringList telling = mapping.columnsOf(ColumnRole::Key) + mapping.columnsOf(ColumnRole::Stage);
    if (std::none_of(telling.begin(), telling.end(), isNamedForLeads) && !tellsConversion(profile)
        && !arePersonsAlone(profile, texts))
        return false;
    return std::none_of(texts.begin(), texts.end(), [&mapping](const auto &text) {
        const auto kind = mapping.stages.value(text.first).kind;
        return kind == StageTarget::Kind::Won || kind == StageTarget::Kind::NotWon;
    });
}

bool saysUnqualified(const QString &text)
{
    static const QStringList words = plainNames(
        u"unqualified|disqualified|not qualified|unqualifiziert|disqualifiziert|nicht qualifiziert|"
        u"non qualifie|non qualifiee|disqualifie|no calificado|no cualificado|descalificado|"
        u"nao qualificado|desqualificado|non qualificato|junk|junk lead|spam|bad lead|lost lead|invalid|"
        u"do not contact|do not call");
    return holdsAny(plainWords(text), words);
}
