#pragma once

#include "models/funnel/stages/stage.h"

// Indexes of the stages that are called so, in small or capital letters.
QList<int> stagesNamed(const QList<Stage> &stages, const QString &name);
// Says where they stand when there are several, as it is for nobody to guess which one is meant; else empty.
QString severalNamedRemark(const QList<Stage> &stages, const QString &name);
