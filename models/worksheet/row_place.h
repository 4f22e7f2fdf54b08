#pragma once

#include "models/worksheet/sheet.h"

// "Goals", or with the row that is meant "Goals, “More leads”". `row`: as columns of the file.
QString placeOf(const Sheet &sheet, const QVariantMap &row);
// The same with one of its fields behind it.
QString placeOf(const Sheet &sheet, const QVariantMap &row, const Field &field);
