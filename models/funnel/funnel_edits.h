#pragma once

#include "models/document/document.h"
#include "models/funnel/split.h"

// Changes of the funnel's shape. Each is planned first, so that it can be shown before it is made, and is
// then one undo step.

// Other owners for some stages, with what follows them.
struct OwnerChange
{
    QList<Stage> before, after;
    QList<Carried> followers;
    qint64 contract = 0; // that moves along; 0: none
    qint64 contractTo = 0; // id of the stage

    bool isChange() const { return before != after; }
    // "MQL to Marketing; with it KPI “…”".
    QString text() const;
};

OwnerChange splitMoved(const Document &document, const QList<Stage> &stages, int from, int to);
OwnerChange ownerSet(const Document &document, const QList<Stage> &stages, int stage, Team owner);
Result<void> apply(Document &document, const OwnerChange &change);

// What goes with a stage that is deleted: what says nothing without it. The rest stays, without the stage.
struct StageRemoval
{
    qint64 stage = 0;
    QString name;
    qint64 numbers = 0, targets = 0, rates = 0, criteria = 0, contracts = 0;

    bool holdsAnything() const { return numbers + targets + rates + criteria + contracts > 0; }
    QString text() const; // what happens, in sentences
};

StageRemoval stageRemoval(const Document &document, const Stage &stage);
Result<void> apply(Document &document, const StageRemoval &removal);

// Puts a stage before another one; `before` may be the number of stages.
Result<void> moveStage(Document &document, const QList<Stage> &stages, int stage, int before);
// A new stage after this one, with its owner; its id.
Result<qint64> addStageAfter(Document &document, const QList<Stage> &stages, int stage);
