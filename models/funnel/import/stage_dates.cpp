#include "models/funnel/import/stage_dates.h"

#include "models/funnel/import/column_scores.h"
#include "models/funnel/import/named_columns.h"
#include "models/funnel/import/stages.h"
#include "models/tables/words.h"

void giveStageDates(const TableProfile &profile, ColumnRoles &roles)
{
    if (!roles.key(ColumnRole::Stage).isEmpty() || !roles.key(ColumnRole::Status).isEmpty())
        return;
    const auto isFree = [&roles](const QString &name) {
        const auto role = roles.constFind(name);
        return role == roles.constEnd()
            || (*role == ColumnRole::Created && !isRecognisedByName(name, ColumnRole::Created));
    };
    QList<qsizetype> known;
    for (qsizetype i = 0; i < profile.columns.size(); ++i) {
        const ColumnProfile &column = profile.columns.at(i);
        if (isFree(column.name) && column.dates.isDates() && mostAreStages({column.name}))
            known.append(i);
    }
    if (known.size() < 2)
        return;
    for (qsizetype i = known.first(); i <= known.last(); ++i) {
        const ColumnProfile &column = profile.columns.at(i);
        if (known.contains(i)
            || (isFree(column.name) && column.dates.isDates() && !isNamedForDates(column.name)
                && !saysOtherThan(ColumnRole::Created, plainWords(column.name))))
            roles.insert(column.name, ColumnRole::EnteredOn);
    }
}
