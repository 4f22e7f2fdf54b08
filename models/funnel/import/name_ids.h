#pragma once

#include "models/funnel/import/profile.h"

// "Deal Name.id" beside "Deal Name": the id of the deal that is named there, once or in several rows.
bool isIdBesideName(const TableProfile &profile, const QString &column);
