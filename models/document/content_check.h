#pragma once

#include "models/document/schema.h"

bool isWritable(const QString &path); // with the folder that its journal lies in
Error damaged(const QString &path, const QString &detail = {});

// Whether the pages of a workbook are whole and its tables ours. Read without being able to change anything,
// but for what a killed process left behind: that is taken back where this process holds the lock, as far as
// it gives a workbook.
Result<void> checkContent(const QString &path, const Schema &schema, bool isLocked);
