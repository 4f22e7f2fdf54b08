#pragma once

#include "models/document/document.h"
#include "models/worksheet/catalogue.h"

// A workbook, or sections of it, as one CSV table (RFC 4180, UTF-8) with a line for every filled-in field:
//
// worksheet,row,field,value,source,worksheet label,field label
//
// `worksheet`, `row` and `field` are the names and ids of the file and the same in every language; `value`
// is free of any locale, as in JSON (see workbook_json.h): dates 2026-11-12, money 61000.00 EUR, percentages
// 41.6700, lengths of time in minutes, yes and no, "answered" for what is unseen yet. `source` says where a
// fact comes from. A text that a spreadsheet would take for a formula, as it begins with = + - or @, has an
// apostrophe before it, which the program leaves out where it imports or pastes it again; numbers have none.
// The labels are in the user's language. Worksheets and fields come in the order of the tabs, rows in their
// own.
QByteArray workbookToCsv(const Document &document, const Catalogue &catalogue,
                         const QStringList &sections = {});
