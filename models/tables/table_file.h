#pragma once

#include "models/tables/table_source.h"

#include <QIODevice>

#include <memory>

QString allSheetsName(); // by which TableFormat::allSheets is asked for where only names can be given

// Opens a file with a table as it stands there, whichever kind it is: CSV and its relatives or a workbook of
// Excel. Decided from what is in it, whatever its name. Other kinds get a word on what to save them as.
Result<std::unique_ptr<TableSource>> openTable(const QString &path, const TableFormat &format = {});
Result<std::unique_ptr<TableSource>> openTable(std::unique_ptr<QIODevice> device,
                                               const TableFormat &format = {});
