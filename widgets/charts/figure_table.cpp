#include "widgets/charts/figure_table.h"

using namespace Qt::StringLiterals;

QString FigureTable::toText() const
{
    QString text = head.join(u'\t') + u'\n';
    for (const QStringList &row : rows)
        text += row.join(u'\t') + u'\n';
    return text;
}
