#pragma once

#include "models/document/document.h"
#include "models/worksheet/field.h"

#include <QList>
#include <QString>
#include <QStringList>

// A step of the funnel with the team that owns it.
struct Stage
{
    qint64 id = 0;
    QString name;
    Team owner = Team::None;
    QStringList crmNames = {}; // what the CRM calls it
    qint64 recycleTo = 0; // id of the stage that those who are not ready are sent back to; 0: none

    bool operator==(const Stage &) const = default;
};

int indexOfStage(const QList<Stage> &stages, qint64 id); // -1 where there is none

// Indexes of the stages after which the owner changes. A stage without owner stays with the one before.
QList<int> handoverPoints(const QList<Stage> &stages);
// Whose this stage is, and so who hands over after it: its owner or, where it has none, that before it.
Team giverAt(const QList<Stage> &stages, int i);

QList<Stage> readStages(const Document &document);
