#pragma once

#include "models/funnel/import/profile.h"

// How likely a deal is to be won, as a CRM writes it: "20", "20 %", "0.2", "33,3%". Of Deal::mostChance;
// nothing where it is no number from 0 to 1, or to 100 %. What says "%" is in percent in any case.
std::optional<qint64> readChance(QStringView text, bool isFraction);

// Whether the chances of the column are fractions of 1, rather than in percent.
bool areFractions(const ColumnProfile &column);
