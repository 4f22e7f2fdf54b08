#pragma once

#include "models/funnel/import/mapping.h"

// "¥" and "kr" are signs of several currencies. Which one amounts are in, the language of their table tells.

// The sign, where most amounts have such a one and no column names their currency; otherwise empty.
QString sharedSignOf(const TableProfile &profile, const ColumnRoles &roles);
bool hasSharedSign(const QString &column); // in its name

// That of the workbook, unless the amounts have a sign that is never its own.
QString currencyBySign(const TableProfile &profile, const ColumnRoles &roles, const QString &ofWorkbook);

// By the language of columns and texts; empty where that tells nothing.
QString currencyByLanguage(const TableProfile &profile, const QString &sign);
