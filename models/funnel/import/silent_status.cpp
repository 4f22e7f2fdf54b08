#include "models/funnel/import/silent_status.h"

#include "models/funnel/import/column_scores.h"
#include "models/funnel/import/named_columns.h"
#include "models/funnel/stages/stage_target.h"

#include <algorithm>

namespace {

bool isStage(const ColumnProfile &column)
{
    return column.filled > 0 && mayBe(ColumnRole::Stage, column) && !isNamed(ColumnRole::Status, column)
        && (isNamed(ColumnRole::Stage, column) || mostAreStages(column.texts.keys()));
}

} // namespace

bool isSilentStatus(const TableProfile &profile, const ColumnProfile &column)
{
    constexpr qsizetype oneOf = 4; // of the texts, at most
    const QStringList texts = column.texts.keys();
    if (column.filled == 0 || !isNamed(ColumnRole::Status, column) || isReasonOfLosing(column.name)
        || isFlagOfWinning(column.name) || saysYesOrNo(texts))
        return false;
    const auto known = std::count_if(texts.begin(), texts.end(), [](const QString &text) {
        return mostAreStages({text}) || saysUnderWay(text);
    });
    return known * oneOf <= texts.size()
        && std::any_of(profile.columns.begin(), profile.columns.end(),
                       [&column](const ColumnProfile &other) { return &other != &column && isStage(other); });
}

QString statusToLeaveOut(const TableProfile &profile, const ImportMapping &mapping, const QString &text)
{
    const auto saysEnd = [&mapping](const QString &each) {
        const auto kind = mapping.stages.value(each).kind;
        return kind == StageTarget::Kind::Won || kind == StageTarget::Kind::Lost;
    };
    for (const QString &name : mapping.columnsOf(ColumnRole::Status))
        if (const ColumnProfile *column = profile.column(name); column && column->texts.contains(text)
            && std::none_of(column->texts.keyBegin(), column->texts.keyEnd(), saysEnd))
            return name;
    return {};
}
