#pragma once

#include "models/document/document.h"
#include "models/worksheet/catalogue.h"

// A place in the workbook where a text stands.
struct SearchHit
{
    QString table;
    qint64 id = 0;
    QString key; // of the field
    QString field; // its label, with its heading
    QString title; // of the row
    QString excerpt; // the text around the place, on one line
};

// Every field of every worksheet that contains `needle`, upper or lower case alike, in the order of the tabs.
// At most `limit` hits.
QList<SearchHit> search(const Document &document, const Catalogue &catalogue, const QString &needle,
                        int limit);
