#include "models/funnel/import/stage_dates.h"

#include "models/funnel/import/column_scores.h"
#include "models/funnel/import/named_columns.h"
#include "models/funnel/stages/stage_target.h"
#include "models/tables/words.h"

using namespace Qt::StringLiterals;

namespace {

// A demo or an offer may have a day for other reasons: it is planned, or was held again.
bool isStageOfFunnelAlone(const QString &column)
{
    static const QStringList names
        = plainNames(u"mql|mqls|sal|sals|sql|sqls|opportunity|marketing qualified|sales accepted|sales "
                     u"qualified|marketing qualifiziert|vertriebsqualifiziert|qualifie marketing|qualifie "
                     u"ventes|cualificado marketing|qualificado marketing");
    return holdsAny(plainWords(column), names);
}

} // namespace

bool isStageFlag(const ColumnProfile &column)
{
    return column.filled > 0 && !column.isVaried && saysYesOrNo(column.texts.keys())
        && mostAreStages({column.name}) && !isFlagOfWinning(column.name) && !isDateOfLosing(column.name)
        && !isNamed(ColumnRole::IsClosed, column) && !isNamed(ColumnRole::IsActive, column);
}

void giveStageFlags(const TableProfile &profile, ColumnRoles &roles)
{
    const ColumnProfile *stage = profile.column(roles.key(ColumnRole::Stage));
    const bool isStageKnown = stage && !saysWhetherWon(*stage);
    QStringList flags;
    for (const ColumnProfile &column : profile.columns) {
        const auto role = roles.constFind(column.name);
        const bool isFree = role == roles.constEnd() || *role == ColumnRole::Value; // 1 and 0
        if (isFree && isStageFlag(column) && (!isStageKnown || isStageOfFunnelAlone(column.name)))
            flags.append(column.name);
    }
    for (const QString &name : std::as_const(flags))
        if (flags.size() > 1)
            roles.insert(name, ColumnRole::EnteredOn);
}

void giveStageDates(const TableProfile &profile, ColumnRoles &roles)
{
    const bool isStageKnown
        = !roles.key(ColumnRole::Stage).isEmpty() || !roles.key(ColumnRole::Status).isEmpty();
    const auto isFree = [&roles](const QString &name) {
        const auto role = roles.constFind(name);
        return role == roles.constEnd()
            || (*role == ColumnRole::Created && !isRecognisedByName(name, ColumnRole::Created));
    };
    QList<qsizetype> known;
    for (qsizetype i = 0; i < profile.columns.size(); ++i) {
        const ColumnProfile &column = profile.columns.at(i);
        if (isFree(column.name) && column.dates.isDates() && mostAreStages({column.name})
            && (!isStageKnown || isStageOfFunnelAlone(column.name)))
            known.append(i);
    }
    if (known.size() < 2)
        return;
    for (qsizetype i = known.first(); i <= known.last(); ++i) {
        const ColumnProfile &column = profile.columns.at(i);
        if (known.contains(i)
            || (!isStageKnown && isFree(column.name) && column.dates.isDates()
                && !isNamedForDates(column.name)
                && !saysOtherThan(ColumnRole::Created, plainWords(column.name))))
            roles.insert(column.name, ColumnRole::EnteredOn);
    }
}
