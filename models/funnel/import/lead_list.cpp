#include "models/funnel/import/lead_list.h"

#include "models/funnel/import/decisions.h"
#include "models/funnel/import/joined_stages.h"
#include "models/funnel/import/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using StageTexts = QList<std::pair<QString, qint64>>;

// Persons at stages that only leads have, and nothing is called a deal.
bool arePersonsAlone(const TableProfile &profile, const StageTexts &texts)
{
    static const QStringList deals
        = plainNames(u"deal|opportunity|potential|verkaufschance|opportunite|affaire|oportunidad|negocio|"
                     u"oportunidade|trattativa|opportunita|szansa|verkoopkans|сделка");
    return listsPersons(profile)
        && std::none_of(profile.columns.begin(), profile.columns.end(),
                        [](const ColumnProfile &column) { return holdsAny(plainWords(column.name), deals); })
        && std::none_of(texts.begin(), texts.end(), [](const auto &text) {
               return saysOpen(text.first) && !saysUnderWay(text.first)
                   && !text.first.contains(u"conver"_s, Qt::CaseInsensitive);
           });
}

} // namespace

bool listsLeads(const TableProfile &profile, const ImportMapping &mapping)
{
    if (!mapping.columnsOf(ColumnRole::Value).isEmpty() || !mapping.columnsOf(ColumnRole::IsWon).isEmpty())
        return false;
    const StageTexts texts = stageTexts(profile, mapping);
    const QStringList telling = mapping.columnsOf(ColumnRole::Key) + mapping.columnsOf(ColumnRole::Stage);
    if (std::none_of(telling.begin(), telling.end(), isNamedForLeads) && !arePersonsAlone(profile, texts))
        return false;
    return std::none_of(texts.begin(), texts.end(), [&mapping](const auto &text) {
        const auto kind = mapping.stages.value(text.first).kind;
        return kind == StageTarget::Kind::Won || kind == StageTarget::Kind::NotWon;
    });
}
