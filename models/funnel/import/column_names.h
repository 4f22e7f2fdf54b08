#pragma once

#include "models/funnel/import/columns.h"

#include <QStringList>

// What columns of a role are called in CRMs and in spreadsheets, as plain words, the best known first.
const QStringList &namesOfRole(ColumnRole role);

const QStringList &namesOfEstimatedValue();
// Perhaps times its chance, and so the value only where there is no other.
const QStringList &namesOfExpectedValue();
const QStringList &namesOfExpectedClosing();

// Words in names of dates and numbers that say nothing of a deal's beginning, end or worth.
const QStringList &unrelatedWords();

// Words in names of dates and amounts that are expected only.
const QStringList &plannedWords();

// Names of columns of a history that lists of deals have too.
const QStringList &namesThatSayNoChange();
// A name of StageBefore, StageEntered or EnteredOn that only a history has: "old status", "to stage".
bool namesStep(const QString &words, ColumnRole role);

const QStringList &wordsOfOtherAmounts(); // than what a deal is worth
const QStringList &wordsOfOtherDates();
// Whose status says nothing of the deal: "payment status", "account status".
const QStringList &wordsOfOtherStates();
// What makes of a company or a deal another thing: "company size", "account manager", "deal type".
const QStringList &wordsOfTraits(); // than when a deal was created or closed
