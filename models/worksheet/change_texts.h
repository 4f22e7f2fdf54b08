#pragma once

#include "models/worksheet/catalogue.h"

#include <QLocale>

// What one step of the history changed, a line for each field: "Goals, “More leads”, Target: 100 → 160". Rows
// that came or went are named; what one side may not see yet, pictures and links are said to have changed.
// Tables that are no worksheet (signatures, imports) are left to the step's own name.
QStringList changeTexts(const Document &document, const Catalogue &catalogue,
                        const QList<Journal::RowChange> &changes, const QLocale &locale);
