#include "models/funnel/step_origins.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(StepOrigins)
};

const QString originKey = u"from_stage"_s;

QHash<qint64, QVariantMap> rowsById(const Document &document, const QString &table)
{
    QHash<qint64, QVariantMap> rows;
    for (const QVariantMap &row : document.rows(table))
        rows.insert(row.value(u"id"_s).toLongLong(), row);
    return rows;
}

} // namespace

QString nameBefore(const QList<Stage> &stages, qint64 id)
{
    const int at = indexOfStage(stages, id);
    return at > 0 ? stages.at(at - 1).name : QString();
}

Consequences keepingOrigin(const QString &table, const QStringList &keys)
{
    const auto edit = [table, keys](Document &document, const QString &label, const Document::Work &work,
                                    const Document::EditOptions &options) -> Result<QString> {
        const auto done = document.edit(
            label,
            [&](const Database &database) {
                const QHash<qint64, QVariantMap> before = rowsById(document, table);
                work(database);
                const QList<Stage> stages = readStages(document);
                for (const QVariantMap &row : document.rows(table)) {
                    const qint64 id = row.value(u"id"_s).toLongLong();
                    const QVariantMap old = before.value(id);
                    const auto isOther = [&](const QString &key) { return old.value(key) != row.value(key); };
                    const QString origin = nameBefore(stages, row.value(u"stage"_s).toLongLong());
                    const bool isTyped = !row.value(originKey).isNull() && isOther(originKey);
                    if (!isTyped && !origin.isEmpty() && std::any_of(keys.begin(), keys.end(), isOther))
                        database.update(table, id, {{originKey, origin}});
                }
            },
            options);
        return done ? Result<QString>(QString()) : Result<QString>(done.error());
    };
    return {.edit = edit};
}

void renameOrigins(const Database &database, const QList<Stage> &before, const QList<Stage> &after)
{
    for (const Stage &stage : before) {
        const int now = indexOfStage(after, stage.id);
        if (now < 0 || stage.name.isEmpty() || after.at(now).name == stage.name)
            continue;
        for (const QString &table : {u"funnel_plan_rate"_s, u"funnel_scenario_rate"_s, u"funnel_estimate"_s})
            for (const QVariantMap &row :
                 database.rows(u"SELECT id FROM %1 WHERE from_stage = ?"_s.arg(table), {stage.name}))
                database.update(table, row.value(u"id"_s).toLongLong(), {{originKey, after.at(now).name}});
    }
}

bool isOfOtherStep(const FunnelPlan &plan, int stage)
{
    const QString &from = plan.rates.value(stage).from;
    return stage > 0 && plan.rates.at(stage).likely && !from.isEmpty()
        && from.compare(plan.stages.at(stage - 1).name, Qt::CaseInsensitive) != 0;
}

QString otherStepRemark(const FunnelPlan &plan, int stage)
{
    return isOfOtherStep(plan, stage)
        ? Texts::tr("The rate was agreed for %1 of %2, and the step is %1 of %3 now: check it, and type it "
                    "anew or correct where it leads out of. Until then it counts as it is.")
              .arg(plan.stages.at(stage).name, plan.rates.at(stage).from, plan.stages.at(stage - 1).name)
        : QString();
}

QStringList otherStepRemarks(const FunnelPlan &plan)
{
    QStringList remarks;
    for (int stage = 1; stage < plan.stages.size(); ++stage)
        if (const QString remark = otherStepRemark(plan, stage); !remark.isEmpty())
            remarks.append(remark);
    return remarks;
}
