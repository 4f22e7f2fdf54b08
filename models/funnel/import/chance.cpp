#include "models/funnel/import/chance.h"

#include "models/funnel/deals/deals.h"
#include "models/tables/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int digitsOfFraction = 12; // of Deal::mostChance
constexpr int digitsOfPercent = 10;

// Nothing up to a hundred has groups, so that either sign can only be that of decimals.
std::optional<WrittenNumber> numberIn(QStringView text)
{
    const auto number = readNumber(text, {u'.', u'\0'});
    return number ? number : readNumber(text, {u',', u'\0'});
}

} // namespace

std::optional<qint64> readChance(QStringView text, bool isFraction)
{
    const auto number = numberIn(text);
    if (!number || (!number->unit.isEmpty() && number->unit != u"%"))
        return {};
    const bool isPart = isFraction && number->unit.isEmpty();
    const auto chance = number->value.scaled(isPart ? digitsOfFraction : digitsOfPercent);
    return chance && *chance >= 0 && *chance <= Deal::mostChance ? chance : std::nullopt;
}

bool areFractions(const ColumnProfile &column)
{
    static const QStringList percent{u"percent"_s,     u"percentage"_s, u"prozent"_s,    u"pourcent"_s,
                                     u"pourcentage"_s, u"porcentaje"_s, u"porcentagem"_s};
    if (column.name.contains(u'%') || holdsAny(plainWords(column.name), percent))
        return false;
    const auto hasSign = [](const QString &text) { return text.contains(u'%'); };
    if (std::all_of(column.texts.keyBegin(), column.texts.keyEnd(), hasSign))
        return false;
    return std::all_of(column.texts.keyBegin(), column.texts.keyEnd(), [](const QString &text) {
        return readChance(text, true).has_value() || !readChance(text, false);
    });
}
