#include "models/document/row_edits.h"

#include "models/document/ids.h"

using namespace Qt::StringLiterals;

qint64 appendRow(const Database &database, const QString &table, QVariantMap columns)
{
    const qint64 id = newId();
    const qint64 last = database.scalar(u"SELECT max(position) FROM "_s + table).toLongLong();
    columns.insert(u"id"_s, id);
    columns.insert(u"position"_s, last + positionGap);
    database.insert(table, columns);
    return id;
}

void writeRow(const Database &database, const QString &table, qint64 id, QVariantMap columns)
{
    if (id == 0)
        id = database.scalar(u"SELECT id FROM "_s + table).toLongLong();
    if (id != 0)
        return database.update(table, id, columns);
    columns.insert(u"id"_s, newId());
    database.insert(table, columns);
}
