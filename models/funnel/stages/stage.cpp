#include "models/funnel/stages/stage.h"

#include "models/worksheet/catalogue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The names that a CRM has for a stage stand in one field, separated by commas.
QStringList namesOf(const QString &text)
{
    QStringList names;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts))
        if (!name.trimmed().isEmpty())
            names.append(name.trimmed());
    return names;
}

} // namespace

int indexOfStage(const QList<Stage> &stages, qint64 id)
{
    const auto found
        = std::find_if(stages.begin(), stages.end(), [id](const Stage &s) { return s.id == id; });
    return found == stages.end() ? -1 : static_cast<int>(found - stages.begin());
}

QList<int> handoverPoints(const QList<Stage> &stages)
{
    QList<int> points;
    Team owner = Team::None;
    for (int i = 0; i < stages.size(); ++i) {
        const Team next = stages.at(i).owner;
        if (next == Team::None)
            continue;
        if (owner != Team::None && next != owner)
            points.append(i - 1);
        owner = next;
    }
    return points;
}

Team giverAt(const QList<Stage> &stages, int i)
{
    while (i > 0 && stages.at(i).owner == Team::None)
        --i;
    return i < 0 ? Team::None : stages.at(i).owner;
}

QList<Stage> readStages(const Document &document)
{
    QList<Stage> stages;
    for (const QVariantMap &row : document.rows(u"funnel_stage"_s))
        stages.append({.id = row.value(u"id"_s).toLongLong(),
                       .name = row.value(u"name"_s).toString().simplified(),
                       .owner = teamFromKey(row.value(u"owner"_s).toString()),
                       .crmNames = namesOf(row.value(u"crm_names"_s).toString()),
                       .recycleTo = row.value(u"recycle_to"_s).toLongLong()});
    return stages;
}
