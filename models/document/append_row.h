#pragma once

#include "models/document/database.h"

// Inserts a row with a new id behind all others of a table whose rows have an order; its id. Throws
// DatabaseError.
qint64 appendRow(const Database &database, const QString &table, QVariantMap columns);
