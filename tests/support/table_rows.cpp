#include "tests/support/table_rows.h"

QList<QStringList> rowsOf(TableSource &source)
{
    QList<QStringList> rows;
    while (source.next()) {
        QStringList row;
        for (qsizetype i = 0; i < source.columns().size(); ++i)
            row.append(source.cell(i).toString());
        rows.append(row);
    }
    return rows;
}
