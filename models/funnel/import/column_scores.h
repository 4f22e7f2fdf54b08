#pragma once

#include "models/funnel/import/columns.h"

// How likely a column has a role: by its name, and by what stands in it.

constexpr int exactName = 100; // the score of a name that is known, less its place among those of the role
constexpr int partOfName = 50; // the most that a name has of which one that is known is only a part

int scoreOfName(const QString &words, const QStringList &names);
// Weaker than any name; only for what would otherwise be missing.
int scoreOfContent(ColumnRole role, const ColumnProfile &column, qint64 rows);

bool isNamed(ColumnRole role, const ColumnProfile &column);
bool mayBe(ColumnRole role, const ColumnProfile &column);
// Dates, of which some may not be readable: their rows are refused, and named.
bool holdsDates(const ColumnProfile &column);
bool mayBeStage(const ColumnProfile &column);
bool saysWhetherWon(const ColumnProfile &column); // "Won", with yes and no
bool looksLikeCodes(const ColumnProfile &column); // figures, as many in each: "10012"
bool looksLikeAmounts(const ColumnProfile &column); // of no currency, and called nothing else
// Names of which one that is known is only a part say something else where these stand beside it: "Stage
// Change Count", "Annual Revenue", "Contract End Date".
bool saysOtherThan(ColumnRole role, const QString &words);
