#pragma once

#include "models/worksheet/sheet.h"

// A column of a worksheet's table, as its description demands it.
struct Column
{
    QString name;
    QString type; // "INTEGER" or "TEXT"
    QString references = {}; // table a Link points to
    bool goesWithReferenced = false; // see Field::goesWithLinked
    bool notNull = false;
};

QList<Column> columnsOf(const Field &field);
// All but the id: the position where rows are ordered, and every field's columns.
QList<Column> columnsOf(const Sheet &sheet);
// What a migration must say for this sheet. Migrations are written once and kept; a test compares them.
QString createStatement(const Sheet &sheet);
