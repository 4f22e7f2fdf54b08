#pragma once

#include "models/tables/table_source.h"
#include "models/tables/values/date_column.h"
#include "models/tables/values/number_column.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <functional>
#include <vector>

// Called now and then with how much is done (0 to 1); false stops.
using Progress = std::function<bool(double)>;

// What the cells of one column are like, over the whole table.
struct ColumnProfile
{
    static constexpr qsizetype manyTexts = 200;

    QString name;
    qint64 filled = 0; // cells that are neither empty nor a placeholder
    DateColumn dates;
    NumberColumn numbers;
    QHash<QString, qint64> texts; // different texts and how often each stands there; see `isVaried`
    QHash<QString, qint64> placeholders; // the texts that were taken as no answer, and how often
    bool isVaried = false; // there are more than `manyTexts`; the others were not counted
    qint64 withoutResult = 0; // empty cells with a formula that nobody has worked out
    bool isUnique = true; // none of the first texts stands there twice
    qint64 looked = 0; // how many these were
    qint64 repeated = 0; // of them, texts that stood there before
    QStringList samples; // the first few different texts
    // Of joined files, along the rows: 0 where nothing is told, n for the n-th of `numbered`, or `uncounted`.
    static constexpr quint8 uncounted = 255;
    std::vector<quint8> answers = {};
    QStringList numbered = {}; // the keys of `texts`, in the order in which they came
};

// A look at the whole table before anything is imported.
struct TableProfile
{
    QList<ColumnProfile> columns;
    qint64 rows = 0;
    QHash<QString, qsizetype> places = {}; // of the columns by name; of a profile made by hand not needed

    const ColumnProfile *column(const QString &name) const; // nullptr if there is none
};

// Texts that stand for "no answer": "-", "n/a", "(not set)".
const QStringList &usualPlaceholders();

Result<TableProfile> profileTable(TableSource &source, const QStringList &placeholders,
                                  const Progress &progress = {});
