#pragma once

#include <QList>
#include <QStringList>

// Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, line breaks between rows,
// quotes around a cell that itself holds any of these.
namespace CellText {

QList<QStringList> read(const QString &text);
QString write(const QList<QStringList> &rows);

} // namespace CellText
