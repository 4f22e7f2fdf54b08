#include "widgets/controls/sheet_clipboard.h"

#include "widgets/controls/cell_text.h"
#include "widgets/controls/sheet_proxy.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SheetClipboard)
};

// The columns that a line of headings names, each once; none if it is no such line.
QList<int> namedColumns(const SheetProxy &proxy, const QStringList &line)
{
    QList<int> named;
    for (const QString &cell : line) {
        int column = 0;
        while (column < proxy.columnCount()
               && (named.contains(column)
                   || proxy.fieldAt(column).label.compare(cell.simplified(), Qt::CaseInsensitive) != 0))
            ++column;
        if (column == proxy.columnCount())
            return {};
        named.append(column);
    }
    return named;
}

QList<int> inModel(const SheetProxy &proxy, const QList<int> &columns)
{
    QList<int> all;
    for (const int column : columns)
        all.append(proxy.sheetModel().columnOf(proxy.fieldAt(column).key));
    return all;
}

int titleColumn(const SheetProxy &proxy)
{
    for (int column = 0; column < proxy.columnCount(); ++column)
        if (proxy.fieldAt(column).key == proxy.sheetModel().sheet().title().key)
            return column;
    return 0;
}

qsizetype widest(const QList<QStringList> &cells)
{
    qsizetype most = 0;
    for (const QStringList &row : cells)
        most = std::max(most, row.size());
    return most;
}

} // namespace

QString SheetClipboard::write(const SheetProxy &proxy, const QList<int> &rows, const QList<int> &columns,
                              Headings headings)
{
    QList<QStringList> lines;
    if (headings == Headings::With) {
        QStringList labels;
        for (const int column : columns)
            labels.append(proxy.fieldAt(column).label);
        lines.append(labels);
    }
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells.append(proxy.index(row, column).data().toString());
        lines.append(cells);
    }
    return CellText::write(lines);
}

Result<SheetClipboard::Block> SheetClipboard::read(const SheetProxy &proxy, const QString &text, int left)
{
    Block block{CellText::read(text), {}};
    const qsizetype width = widest(block.cells);
    QList<int> wanted(width);
    std::iota(wanted.begin(), wanted.end(), left);
    if (block.cells.size() > 1) {
        const QList<int> named = namedColumns(proxy, block.cells.first());
        // One word alone may be a heading by chance, unless it stands over its own column.
        if (named == wanted || (named.size() > 1 && named.size() == width)) {
            block.cells.removeFirst();
            block.columns = inModel(proxy, named);
            return block;
        }
    }
    const int room = proxy.columnCount() - left;
    if (width > room) {
        return Error{Error::Code::Refused,
                     Texts::tr("What you copied has %1 columns; from this cell on the table has %2. Choose a "
                               "cell further to the left and paste again. Nothing was pasted.")
                         .arg(width)
                         .arg(room)};
    }
    block.columns = inModel(proxy, wanted);
    return block;
}

Result<SheetClipboard::Block> SheetClipboard::readRows(const SheetProxy &proxy, const QString &text)
{
    const qsizetype width = widest(CellText::read(text));
    if (width > proxy.columnCount()) {
        return Error{Error::Code::Refused,
                     Texts::tr("What you copied has %1 columns; a row here has %2. Nothing was pasted.")
                         .arg(width)
                         .arg(proxy.columnCount())};
    }
    return read(proxy, text, width == 1 ? titleColumn(proxy) : 0);
}
