#pragma once

#include "models/funnel/import/columns.h"

// Texts of the columns of a role that may well mean the same, as they differ only in case, spaces and
// accents: "Google", "google", "Café", "Cafe".
struct SpellingGroup
{
    ColumnRole role = ColumnRole::Source;
    QList<std::pair<QString, qint64>> texts; // and their rows, the most frequent first
};

// Of owners, sources, regions and products; in the order of the roles, then of the rows.
QList<SpellingGroup> findSpellings(const TableProfile &profile, const ColumnRoles &columns);

// Whether figures take the texts as one as they are: of sources, regions and products, case does not matter.
bool areOneInFigures(const SpellingGroup &group);

// What each text of a role counts as; texts that are not there count as themselves.
using Spellings = QMap<ColumnRole, QMap<QString, QString>>;

// Takes all texts of the group as the one given, or apart from each other where that is empty.
void merge(const SpellingGroup &group, const QString &as, Spellings &spellings);
// What all texts of the group are taken as; empty where they are apart, nothing where only some are not.
std::optional<QString> mergedAs(const SpellingGroup &group, const Spellings &spellings);
