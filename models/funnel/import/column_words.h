#pragma once

#include <QStringList>

// Words in names of columns by which these are something else than they seem, as plain words.

// Of dates and numbers that say nothing of a deal's beginning, end or worth.
const QStringList &unrelatedWords();

// Of dates and amounts that are expected only.
const QStringList &plannedWords();

const QStringList &wordsOfOtherAmounts(); // than what a deal is worth
const QStringList &wordsOfOtherDates(); // than when a deal was created or closed
// Whose status says nothing of the deal: "payment status", "account status".
const QStringList &wordsOfOtherStates();
// What makes of a company or a deal another thing: "company size", "account manager", "deal type".
const QStringList &wordsOfTraits();
