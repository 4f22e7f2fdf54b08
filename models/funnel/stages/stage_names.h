#pragma once

#include <QStringList>

// What stages and states are called in CRMs.

// The usual way of a customer, from the first to the last.
// Asked: "almost won" is nothing that we could tell.
enum class StageConcept { Visitor, Lead, Mql, Sal, Sql, Opportunity, Won, Lost, NotWon, Deleted, Asked };

struct StageNames
{
    StageConcept meaning;
    QStringList names; // as plain words
};

// The ends stand first, and then the way.
const QList<StageNames> &usualStageNames();
