#include "models/funnel/funnel_edits.h"

#include "models/document/ids.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/step_origins.h"
#include "models/worksheet/catalogue.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FunnelEdits)
};

QString labelOf(Team team)
{
    return team == Team::None ? Texts::tr("nobody") : teamName(team);
}

QList<Carried> readCarried(const Document &document)
{
    QList<Carried> all;
    for (const QVariantMap &row : document.rows(u"feedback_kpi"_s)) {
        const QString name = row.value(u"name"_s).toString().simplified();
        all.append({.table = u"feedback_kpi"_s,
                    .id = row.value(u"id"_s).toLongLong(),
                    .title = Texts::tr("KPI “%1”").arg(name),
                    .owner = teamFromKey(row.value(u"carried_by"_s).toString()),
                    .text = name});
    }
    for (const QVariantMap &row : document.rows(u"feedback_sla"_s)) {
        const QString question = row.value(u"question"_s).toString().simplified();
        const QString measure = row.value(u"measure"_s).toString();
        all.append({.table = u"feedback_sla"_s,
                    .id = row.value(u"id"_s).toLongLong(),
                    .title = Texts::tr("SLA answer “%1”").arg(question),
                    .owner = teamFromKey(row.value(u"owner"_s).toString()),
                    .text = question + u'\n' + measure});
    }
    return all;
}

OwnerChange changeOf(const Document &document, const QList<Stage> &before, const QList<Stage> &after)
{
    return {.before = before, .after = after, .followers = followers(readCarried(document), before, after)};
}

// Id of the contract for the handover after a stage; 0: none is written.
qint64 contractAfter(const Document &document, qint64 stage)
{
    for (const QVariantMap &row : document.rows(u"funnel_handover"_s))
        if (row.value(u"after_stage"_s).toLongLong() == stage)
            return row.value(u"id"_s).toLongLong();
    return 0;
}

// These stages as they are after an edit; as they were where they are gone.
QList<Stage> nowOf(const QList<Stage> &before, const QList<Stage> &all)
{
    QList<Stage> now = before;
    for (Stage &stage : now)
        for (const Stage &other : all)
            if (other.id == stage.id)
                stage = other;
    return now;
}

QString namesOf(const QList<Carried> &followers)
{
    QStringList titles;
    for (const Carried &item : followers)
        titles.append(Texts::tr("%1 to %2", "KPI or SLA answer, team").arg(item.title, labelOf(item.owner)));
    return titles.join(u", "_s);
}

QList<qint64> idsOf(const QList<Stage> &stages)
{
    QList<qint64> ids;
    for (const Stage &stage : stages)
        ids.append(stage.id);
    return ids;
}

void setOrder(const Database &database, const QList<qint64> &ids)
{
    for (qsizetype i = 0; i < ids.size(); ++i)
        database.update(u"funnel_stage"_s, ids.at(i), {{u"position"_s, (i + 1) * positionGap}});
}

} // namespace

QString OwnerChange::stagesText() const
{
    QStringList parts;
    for (qsizetype i = 0; i < before.size(); ++i)
        if (before.at(i).owner != after.at(i).owner)
            parts.append(
                Texts::tr("%1 to %2", "stage, team").arg(after.at(i).name, labelOf(after.at(i).owner)));
    return parts.join(u", "_s);
}

QString OwnerChange::text() const
{
    const QString text = stagesText();
    if (followers.isEmpty())
        return text;
    return Texts::tr("%1; also %2", "stages, KPIs and SLA answers").arg(text, namesOf(followers));
}

Result<QString> editStages(Document &document, const QString &label, const Document::Work &work,
                           const Document::EditOptions &options)
{
    QList<Carried> moved;
    const auto done = document.edit(
        label,
        [&](const Database &database) {
            const QList<Stage> before = readStages(document);
            work(database);
            const QList<Stage> after = readStages(document);
            renameOrigins(database, before, after);
            moved = changeOf(document, before, nowOf(before, after)).followers;
            for (const Carried &item : moved)
                database.update(
                    item.table, item.id,
                    {{item.table == u"feedback_kpi"_s ? u"carried_by"_s : u"owner"_s, teamKey(item.owner)}});
        },
        options);
    if (!done)
        return done.error();
    return moved.isEmpty() ? QString() : Texts::tr("Also changed owner: %1.").arg(namesOf(moved));
}

OwnerChange splitMoved(const Document &document, const QList<Stage> &stages, int from, int to)
{
    OwnerChange change = changeOf(document, stages, withSplitMoved(stages, from, to));
    if (!change.isChange())
        return change;
    // Where the line comes to lie on another one, that one's contract holds.
    const qint64 contract = contractAfter(document, stages.at(from).id);
    if (contract != 0 && contractAfter(document, stages.at(to).id) == 0) {
        change.contract = contract;
        change.contractTo = stages.at(to).id;
    }
    return change;
}

OwnerChange ownerSet(const Document &document, const QList<Stage> &stages, int stage, Team owner)
{
    QList<Stage> after = stages;
    after[stage].owner = owner;
    return changeOf(document, stages, after);
}

Result<QString> apply(Document &document, const OwnerChange &change)
{
    if (!change.isChange())
        return QString();
    const QString label = Texts::tr("Move the split: %1").arg(change.text());
    return editStages(document, label, [&](const Database &database) {
        for (qsizetype i = 0; i < change.before.size(); ++i)
            if (change.before.at(i).owner != change.after.at(i).owner)
                database.update(u"funnel_stage"_s, change.after.at(i).id,
                                {{u"owner"_s, teamKey(change.after.at(i).owner)}});
        if (change.contract != 0)
            database.update(u"funnel_handover"_s, change.contract, {{u"after_stage"_s, change.contractTo}});
    });
}

Result<void> moveStage(Document &document, const QList<Stage> &stages, int stage, int before)
{
    if (before == stage || before == stage + 1)
        return {};
    QList<qint64> ids = idsOf(stages);
    ids.move(stage, before > stage ? before - 1 : before);
    return document.edit(Texts::tr("Move %1").arg(stages.at(stage).name),
                         [&](const Database &database) { setOrder(database, ids); });
}

QString movedText(const QList<Stage> &stages, int stage, int before)
{
    const QString name = stages.at(stage).name;
    return before < stages.size() ? Texts::tr("Moved “%1” before “%2”.").arg(name, stages.at(before).name)
                                  : Texts::tr("Moved “%1” to the end.").arg(name);
}

Result<qint64> addStageAfter(Document &document, const QList<Stage> &stages, int stage)
{
    const qint64 id = newId();
    QList<qint64> ids = idsOf(stages);
    ids.insert(stage + 1, id);
    const auto done = document.edit(Texts::tr("Add stage"), [&](const Database &database) {
        database.insert(u"funnel_stage"_s,
                        {{u"id"_s, id}, {u"position"_s, 0}, {u"owner"_s, teamKey(stages.at(stage).owner)}});
        setOrder(database, ids);
    });
    return done ? Result<qint64>(id) : Result<qint64>(done.error());
}
