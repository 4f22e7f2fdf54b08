#pragma once

#include "models/document/result.h"

// Tells from its first bytes whether a file is a workbook this program can open, without opening it
// as a database and so without changing it. `version` is the newest schema this program knows.
Result<void> checkHeader(const QString &path, int version);
bool isWorkbook(const QString &path); // of whatever version
