#pragma once

#include "models/worksheet/catalogue.h"

// What is wrong inside a workbook that can be opened all the same, one sentence each; empty where it is
// whole. Looks at the file's pages, at what points elsewhere, at every field's value, at pictures and at the
// history. Throws DatabaseError where the file cannot be read.
QStringList faultsOf(const Document &document, const Catalogue &catalogue);
