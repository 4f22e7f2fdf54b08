#pragma once

#include "models/document/result.h"

#include <QList>
#include <QStringList>

class SheetProxy;

// A worksheet's rows on their way to a spreadsheet and back, for its table and its list alike.
namespace SheetClipboard {

enum class Headings { Without, With };

// Rows and columns as they stand in the proxy.
QString write(const SheetProxy &proxy, const QList<int> &rows, const QList<int> &columns,
              Headings headings = Headings::Without);

// What is to be pasted: texts, and the columns of the model that they belong in.
struct Block
{
    QList<QStringList> cells;
    QList<int> columns;
};

// For the columns of the proxy from `left` on. A first line of headings is left out and says which columns
// are meant.
Result<Block> read(const SheetProxy &proxy, const QString &text, int left);
// For rows of their own: from the first column on, and a single column as their titles.
Result<Block> readRows(const SheetProxy &proxy, const QString &text);

} // namespace SheetClipboard
