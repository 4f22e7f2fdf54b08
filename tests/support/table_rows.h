#pragma once

#include "models/exchange/table_file.h"

// All rows of a table from where it stands, as texts.
QList<QStringList> rowsOf(TableSource &source);
