#pragma once

#include "models/document/database.h"

// Both throw DatabaseError.

// Inserts a row with a new id behind all others of a table whose rows have an order; its id.
qint64 appendRow(const Database &database, const QString &table, QVariantMap columns);
// Changes the row with this id. 0 stands for the only row of a table, which is made where there is none yet.
void writeRow(const Database &database, const QString &table, qint64 id, QVariantMap columns);
