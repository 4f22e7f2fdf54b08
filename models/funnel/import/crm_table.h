#pragma once

#include "models/tables/table_source.h"

#include <QIODevice>

#include <memory>

// Opens what a CRM exported, as one table: the names of groups carried down into the rows below them, of a
// history of all fields only the stages, and further files joined to the rows or put below them.
Result<std::unique_ptr<TableSource>> openCrmTable(const QString &path, const TableFormat &format = {});
Result<std::unique_ptr<TableSource>> openCrmTable(std::unique_ptr<QIODevice> device,
                                                  const TableFormat &format = {});
