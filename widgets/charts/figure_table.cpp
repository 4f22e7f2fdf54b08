#include "widgets/charts/figure_table.h"

using namespace Qt::StringLiterals;

QString FigureTable::toText() const
{
    QString text = head.join(u'\t') + u'\n';
    for (const QStringList &row : rows)
        text += row.join(u'\t') + u'\n';
    // A spreadsheet reads a figure with the keyboard's minus, and without an arrow.
    return text.replace(QChar(0x2212), u'-').remove(u"▲ "_s).remove(u"▼ "_s);
}
