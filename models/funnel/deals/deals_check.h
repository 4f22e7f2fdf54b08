#pragma once

#include "models/document/document.h"

// What is wrong with the imported deals of a workbook that can be opened all the same, one sentence each;
// empty where nothing is. Reads every deal. Throws DatabaseError.
QStringList faultsOfDeals(const Document &document);
