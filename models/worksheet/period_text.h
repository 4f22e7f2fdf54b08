#pragma once

#include "models/arithmetic/period.h"

// The period that a heading of a spreadsheet names: "Q1 2025", "2025-Q1", "1. Quartal 2025", "T1 25",
// "Jan-25", "March 2025", "2025-03", "03/2025", "KW 7 2026", "2025". A whole date names the period of this
// grain that begins or ends with it, in the locale's order of day and month. Not valid where it is none.
Period periodFromText(const QString &text, Grain grain, const QLocale &locale);
