#pragma once

#include "models/document/document.h"
#include "models/worksheet/catalogue.h"

// Fills a workbook beyond what anybody means to write: words that cannot be broken, amounts in billions, and
// thousands of rows where a worksheet takes them.
void overfill(Document &document, const Catalogue &catalogue);
