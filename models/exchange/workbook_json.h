#pragma once

#include "models/document/document.h"
#include "models/worksheet/catalogue.h"

#include <QJsonObject>

// A workbook, or sections of it, as JSON, written from the descriptions and free of any locale:
//
// {"format": "smarketing-workbook", "version": 1, "program": "0.1.0",
//  "worksheets": {"story_persona": [{"id": "1790…", "name": "Petra", …}, …], …},
//  "signatures": [{"subject": "tab:story", "row": "0", "team": "sales", "name": "…", "on": "2026-11-12",
//                  "outdated": false}, …]}
//
// Rows stand in their order, with the fields that are filled in: texts, choices and teams as their keys;
// dates "2026-11-12"; money "61000.00 EUR"; percentages "41.6700"; counts, scores and minutes as numbers;
// true and false; links as the id of the other row; pictures as their SHA-256. Ids are strings, as they do
// not fit the numbers of other programs. What one side has answered unseen and the other has not yet is
// "answered". A fact's source is "<field>_source".
QJsonObject workbookToJson(Document &document, const Catalogue &catalogue, const QStringList &sections = {});
