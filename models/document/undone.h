#pragma once

#include "models/document/schema.h"

// What undone steps left in a workbook: their history, the deals and sums of their imports, their pictures.

// Deals whose import neither counts nor can be redone.
void forgetLostDeals(const Database &database);
// All of it, so that nothing can be redone. What can be undone stays. True where there was any.
bool forgetUndone(const Database &database, const Schema &schema);
