#pragma once

#include "models/funnel/import/mapping.h"

// What somebody should know of how the columns of a table were taken: those that could not be read as what
// they are named for, dates that are numbers, amounts without a currency.
QList<TableRemark> remarksOnColumns(const TableProfile &profile, const ImportMapping &mapping);

// That amounts are taken to be in the mapping's currency though neither a column nor a sign names one, or one
// that others have too; empty where that is not so.
QString assumedCurrencyText(const TableProfile &profile, const ImportMapping &mapping);

// Of a mapping that was saved under the name.
QString missingColumnsText(const QString &name, const QStringList &missing);
QString withoutIdText(const ImportMapping &mapping); // where no column is the id of the deals

QString dateOrderLabel(DateOrder order); // "Day first", "Seconds since 1970"
