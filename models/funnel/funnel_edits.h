#pragma once

#include "models/document/document.h"
#include "models/funnel/split.h"

// Changes of the funnel's shape. Each is planned first, so that it can be shown before it is made, and is
// then one undo step.

// Changes stages in whatever way, and with each stage that gets another owner the KPIs and SLA answers that
// follow it. What followed, as a sentence; empty where nothing did.
Result<QString> editStages(Document &document, const QString &label, const Document::Work &work,
                           const Document::EditOptions &options = Document::EditOptions());

// Other owners for some stages, with what follows them.
struct OwnerChange
{
    QList<Stage> before, after;
    QList<Carried> followers;
    qint64 contract = 0; // that moves along; 0: none
    qint64 contractTo = 0; // id of the stage

    bool isChange() const { return before != after; }
    QString stagesText() const; // "MQL to Marketing"
    QString text() const; // with what follows them
};

OwnerChange splitMoved(const Document &document, const QList<Stage> &stages, int from, int to);
OwnerChange ownerSet(const Document &document, const QList<Stage> &stages, int stage, Team owner);
// What followed, as editStages() tells it.
Result<QString> apply(Document &document, const OwnerChange &change);

// Puts a stage before another one; `before` may be the number of stages.
Result<void> moveStage(Document &document, const QList<Stage> &stages, int stage, int before);
// What it does, in words: "Moved “SQL” before “MQL”.".
QString movedText(const QList<Stage> &stages, int stage, int before);
// A new stage after this one, with its owner; its id.
Result<qint64> addStageAfter(Document &document, const QList<Stage> &stages, int stage);
