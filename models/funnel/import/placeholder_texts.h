#pragma once

#include "models/funnel/import/mapping.h"

// Texts of the imported columns that may stand for no answer, and how often: "-", "Select", "unknown". Those
// that the mapping already takes as none are among them also where the table has none.
struct PlaceholderText
{
    QString text;
    qint64 cells = 0;
    bool isTaken = false; // as no answer
    bool isAtLeast = false; // there may be more cells: not all texts of a column with very many were counted
    QString column = {}; // only there; empty: in all others

    bool operator==(const PlaceholderText &) const = default;
};
QList<PlaceholderText> findPlaceholders(const TableProfile &profile, const ImportMapping &mapping);

// The columns in which “NA” seems to be a code: of regions or countries, or of segments or products that are
// short codes.
QStringList columnsWithCodeNA(const TableProfile &profile, const ImportMapping &mapping);

// How often each of the texts that count as no answer stands in a column, the most frequent first.
QList<std::pair<QString, qint64>> textsTakenAsNone(const ColumnProfile &column, const ImportMapping &mapping);

void takeAsNoAnswer(const QString &text, bool taken, QStringList &placeholders);

// The texts of a column that are an answer, and how often each stands there.
QHash<QString, qint64> answersIn(const ColumnProfile &column, const QStringList &placeholders);
