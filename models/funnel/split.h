#pragma once

#include "models/funnel/funnel.h"

// The split of the funnel between the teams: a line lies under each stage after which the owner changes
// (see handoverPoints). Moving a line gives the stages it passes to the team on its other side.

// Under which stages the line under `from` can lie: it never passes another line, and the first and the
// last team keep a stage each. Moved onto its neighbour it takes the zone between them away.
struct SplitRange
{
    int first = 0, last = -1;
    bool contains(int after) const { return after >= first && after <= last; }
};
SplitRange splitRange(const QList<Stage> &stages, int from);

// The stages with their owners once the line under `from` lies under `to`.
QList<Stage> withSplitMoved(const QList<Stage> &stages, int from, int to);

// Something agreed that one team carries: a KPI, an answer of the SLA.
struct Carried
{
    QString table; // worksheet
    qint64 id = 0;
    QString title;
    Team owner = Team::None;
    QString text; // in which the names of stages are looked for

    bool operator==(const Carried &) const = default;
};

// Which of them follow a change of owners, with their new owner. The rule: it belongs to the owner of the
// stages it names, to both where those have several. What was agreed otherwise stays.
QList<Carried> followers(const QList<Carried> &all, const QList<Stage> &before, const QList<Stage> &after);
