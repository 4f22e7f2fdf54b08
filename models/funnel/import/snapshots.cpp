#include "models/funnel/import/snapshots.h"

#include "models/funnel/import/column_scores.h"

#include <algorithm>

namespace {

QString columnOfSnapshots(const TableProfile &profile, const QString &key)
{
    const ColumnProfile *id = profile.column(key);
    if (!id || id->repeated == 0)
        return {};
    const auto found
        = std::find_if(profile.columns.begin(), profile.columns.end(), [](const ColumnProfile &column) {
              return column.filled > 0 && isNamed(ColumnRole::SnapshotOn, column) && holdsDates(column);
          });
    return found == profile.columns.end() ? QString() : found->name;
}

} // namespace

void giveSnapshots(const TableProfile &profile, ColumnRoles &roles)
{
    const QString name = columnOfSnapshots(profile, roles.key(ColumnRole::Key));
    if (name.isEmpty())
        return;
    if (const auto role = roles.constFind(name); role != roles.constEnd()) {
        TableProfile rest{profile.columns, profile.rows};
        rest.columns.removeIf([&name](const ColumnProfile &column) { return column.name == name; });
        const QString instead = recogniseColumns(rest).key(*role);
        if (!instead.isEmpty() && !roles.contains(instead))
            roles.insert(instead, *role);
    }
    roles.insert(name, ColumnRole::SnapshotOn);
}
