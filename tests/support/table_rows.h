#pragma once

#include "models/tables/table_source.h"

// All rows of a table from where it stands, as texts.
QList<QStringList> rowsOf(TableSource &source);
