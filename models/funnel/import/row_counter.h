#pragma once

#include "models/funnel/import/profile.h"

// "Lfd. Nr." with 1, 2, 3 from row to row: it numbers the rows of the file and not what they tell of, as the
// next export counts others so. An id of deals may begin like that in a young CRM; and where nothing else
// tells the rows apart, the counter has to.
bool isRowCounter(const TableProfile &profile, const ColumnProfile &column);
