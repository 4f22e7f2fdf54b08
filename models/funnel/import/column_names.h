#pragma once

#include "models/funnel/import/columns.h"

#include <QStringList>

// What columns of a role are called in CRMs and in spreadsheets, as plain words, the best known first.
const QStringList &namesOfRole(ColumnRole role);

const QStringList &namesOfEstimatedValue();
// Perhaps times its chance, and so the value only where there is no other.
const QStringList &namesOfExpectedValue();
const QStringList &namesOfExpectedClosing();

// Names of columns of a history that lists of deals have too.
const QStringList &namesThatSayNoChange();
// A name of StageBefore, StageEntered or EnteredOn that only a history has: "old status", "to stage".
bool namesStep(const QString &words, ColumnRole role);
