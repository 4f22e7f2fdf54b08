#pragma once

#include <QByteArray>
#include <QStringList>

// Adds a row as RFC 4180 wants it, in UTF-8. Values are written as they are.
void addCsvRow(QByteArray &csv, const QStringList &cells);
