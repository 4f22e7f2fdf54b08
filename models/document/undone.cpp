#include "models/document/undone.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace {

void addTo(QSet<QString> &found, const Database &database, const QString &sql)
{
    for (const QVariantMap &row : database.rows(sql))
        found.insert(row[u"found"_s].toString());
}

QSet<QString> picturesOfRows(const Database &database, const Schema &schema)
{
    QSet<QString> found;
    for (const QString &table : schema.journalledTables()) {
        // Asked of the file, which may be of an earlier version.
        const auto columns = database.rows(u"SELECT name FROM pragma_table_info(?)"_s, {table});
        for (const QVariantMap &column : columns)
            addTo(found, database,
                  u"SELECT \"%1\" AS found FROM \"%2\" WHERE \"%1\" IN (SELECT sha256 FROM attachment)"_s.arg(
                      column[u"name"_s].toString(), table));
    }
    return found;
}

QSet<QString> picturesOfHistory(const Database &database)
{
    QSet<QString> found;
    for (const QString &image : {u"before"_s, u"after"_s})
        addTo(found, database,
              u"SELECT value AS found FROM journal_row, json_each(CASE WHEN json_valid(%1) THEN %1 END) "
              "WHERE value IN (SELECT sha256 FROM attachment)"_s.arg(image));
    return found;
}

// Those that no row shows, and none can show again.
void forgetUnusedPictures(const Database &database, const Schema &schema)
{
    QSet<QString> unused;
    addTo(unused, database, u"SELECT sha256 AS found FROM attachment"_s);
    if (!unused.isEmpty())
        unused -= picturesOfRows(database, schema);
    if (!unused.isEmpty())
        unused -= picturesOfHistory(database);
    for (const QString &picture : std::as_const(unused))
        database.execute(u"DELETE FROM attachment WHERE sha256 = ?"_s, {picture});
}

// Named by their imports, and where it matters by the stages behind a slash.
void forgetSumsOfOtherImports(const Database &database)
{
    database.execute(
        u"DELETE FROM funnel_counts WHERE rtrim(substr(imports || '/', 1, instr(imports || '/', '/') "
        "- 1)) IS NOT (SELECT coalesce(group_concat(id, ' '), '') FROM (SELECT id FROM "
        "funnel_import ORDER BY id))"_s);
}

} // namespace

void forgetLostDeals(const Database &database)
{
    database.execute(u"DELETE FROM funnel_deal WHERE import NOT IN (SELECT id FROM funnel_import "
                     "UNION SELECT row_id FROM journal_row WHERE table_name = 'funnel_import')"_s);
}

bool forgetUndone(const Database &database, const Schema &schema)
{
    const auto changes = [&database] { return database.scalar(u"SELECT total_changes()"_s).toLongLong(); };
    const qint64 before = changes();
    Transaction transaction(database);
    database.execute(u"DELETE FROM journal_row WHERE entry IN (SELECT id FROM journal WHERE undone)"_s);
    database.execute(u"DELETE FROM journal WHERE undone"_s);
    forgetLostDeals(database);
    forgetSumsOfOtherImports(database);
    forgetUnusedPictures(database, schema);
    transaction.commit();
    return changes() != before;
}
