#include "models/document/journal.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

// A null string would be bound as NULL.
QString text(const QString &string)
{
    return string.isNull() ? u""_s : string;
}

Journal::Entry entryOf(const QList<QVariantMap> &rows)
{
    if (rows.isEmpty())
        return {};
    const QVariantMap &row = rows.first();
    return {row[u"id"_s].toLongLong(), row[u"at"_s].toString(), row[u"who"_s].toString(),
            row[u"label"_s].toString(), row[u"merge_key"_s].toString()};
}

} // namespace

Journal::Journal(const Database &database, const Schema &schema)
    : m_database(database)
    , m_schema(schema)
    , m_unprepared(schema.journalledTables())
{
    // One row: the entry being written, or nothing while no edit is under way.
    m_database.execute(u"CREATE TEMP TABLE journal_state AS SELECT NULL AS entry"_s);
}

void Journal::prepare()
{
    if (m_unprepared.isEmpty())
        return;
    Transaction transaction(m_database); // one for all is much quicker, and leaves all or none
    for (const QString &table : std::as_const(m_unprepared))
        installTriggers(table);
    transaction.commit();
    m_unprepared.clear();
}

bool Journal::prepareNext()
{
    if (m_unprepared.isEmpty())
        return false;
    installTriggers(m_unprepared.constLast());
    m_unprepared.removeLast();
    return true;
}

QString Journal::imageOf(const QString &table, const QString &alias) const
{
    QStringList pairs;
    for (const QString &column : m_schema.columns(table))
        pairs.append(u"'%1', %2.\"%1\""_s.arg(column, alias));
    return u"json_object(%1)"_s.arg(pairs.join(u", "));
}

void Journal::installTriggers(const QString &table) const
{
    const QString trigger = u"CREATE TEMP TRIGGER IF NOT EXISTS journal_%1_%2 AFTER %2 ON main.\"%1\" "
                            "WHEN (SELECT entry FROM journal_state) IS NOT NULL BEGIN "
                            "INSERT INTO journal_row (entry, table_name, row_id, before, after) "
                            "VALUES ((SELECT entry FROM journal_state), '%1', %3.id, %4, %5); END"_s;
    const QString before = imageOf(table, u"OLD"_s);
    const QString after = imageOf(table, u"NEW"_s);
    m_database.execute(trigger.arg(table, u"INSERT"_s, u"NEW"_s, u"NULL"_s, after));
    m_database.execute(trigger.arg(table, u"UPDATE"_s, u"NEW"_s, before, after));
    m_database.execute(trigger.arg(table, u"DELETE"_s, u"OLD"_s, before, u"NULL"_s));
}

void Journal::begin(const QString &mergeKey)
{
    const Entry last = undoable();
    const bool joins = !mergeKey.isEmpty() && last.mergeKey == mergeKey && redoable().id == 0;
    m_current
        = joins ? last.id : m_database.scalar(u"SELECT coalesce(max(id), 0) + 1 FROM journal"_s).toLongLong();
    m_database.execute(u"UPDATE temp.journal_state SET entry = ?"_s, {m_current});
}

QSet<QString> Journal::end(const QString &who, const QString &label, const QString &mergeKey)
{
    m_database.execute(u"UPDATE temp.journal_state SET entry = NULL"_s);
    QSet<QString> tables;
    const auto rows = m_database.rows(
        u"SELECT DISTINCT table_name FROM journal_row WHERE entry = ? AND before IS NOT after"_s,
        {m_current});
    for (const QVariantMap &row : rows)
        tables.insert(row[u"table_name"_s].toString());
    if (tables.isEmpty()) {
        m_database.execute(u"DELETE FROM journal_row WHERE entry = ?"_s, {m_current});
        return tables;
    }
    m_database.execute(u"DELETE FROM journal_row WHERE entry IN (SELECT id FROM journal WHERE undone)"_s);
    m_database.execute(u"DELETE FROM journal WHERE undone"_s);
    m_database.execute(
        u"INSERT INTO journal (id, at, who, label, merge_key, undone) VALUES (?, ?, ?, ?, ?, 0) "
        "ON CONFLICT (id) DO UPDATE SET at = excluded.at, label = excluded.label"_s,
        {m_current, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), text(who), text(label),
         text(mergeKey)});
    return tables;
}

Journal::Entry Journal::undoable() const
{
    return entryOf(m_database.rows(u"SELECT * FROM journal WHERE NOT undone ORDER BY id DESC LIMIT 1"_s));
}

Journal::Entry Journal::redoable() const
{
    return entryOf(m_database.rows(u"SELECT * FROM journal WHERE undone ORDER BY id LIMIT 1"_s));
}

QList<Journal::Entry> Journal::entries(int limit) const
{
    QList<Entry> result;
    const auto rows
        = m_database.rows(u"SELECT * FROM journal WHERE NOT undone ORDER BY id DESC LIMIT ?"_s, {limit});
    for (const QVariantMap &row : rows)
        result.append(entryOf({row}));
    return result;
}

QList<Journal::RowChange> Journal::changes(const Entry &entry) const
{
    const auto image = [](const QVariant &json) {
        return QJsonDocument::fromJson(json.toString().toUtf8()).object().toVariantMap();
    };
    QList<RowChange> changes;
    const auto rows = m_database.rows(u"SELECT * FROM journal_row WHERE entry = ? ORDER BY id"_s, {entry.id});
    for (const QVariantMap &row : rows)
        changes.append({row[u"table_name"_s].toString(), row[u"row_id"_s].toLongLong(),
                        image(row[u"before"_s]), image(row[u"after"_s])});
    return changes;
}

QSet<QString> Journal::undo(const Entry &entry) const
{
    QSet<QString> tables;
    const auto rows
        = m_database.rows(u"SELECT * FROM journal_row WHERE entry = ? ORDER BY id DESC"_s, {entry.id});
    for (const QVariantMap &row : rows) {
        const QString table = row[u"table_name"_s].toString();
        apply(table, row[u"row_id"_s].toLongLong(), row[u"after"_s], row[u"before"_s]);
        tables.insert(table);
    }
    m_database.execute(u"UPDATE journal SET undone = 1 WHERE id = ?"_s, {entry.id});
    checkForeignKeys(tables);
    return tables;
}

QSet<QString> Journal::redo(const Entry &entry) const
{
    QSet<QString> tables;
    const auto rows = m_database.rows(u"SELECT * FROM journal_row WHERE entry = ? ORDER BY id"_s, {entry.id});
    for (const QVariantMap &row : rows) {
        const QString table = row[u"table_name"_s].toString();
        apply(table, row[u"row_id"_s].toLongLong(), row[u"before"_s], row[u"after"_s]);
        tables.insert(table);
    }
    m_database.execute(u"UPDATE journal SET undone = 0 WHERE id = ?"_s, {entry.id});
    checkForeignKeys(tables);
    return tables;
}

void Journal::apply(const QString &table, qint64 row, const QVariant &expected, const QVariant &wanted) const
{
    if (!m_schema.journalledTables().contains(table))
        throw DatabaseError({Error::Code::Damaged, Texts::tr("The history in this file is damaged."), table});
    const QVariant current = m_database.scalar(
        u"SELECT %1 FROM \"%2\" AS t WHERE id = ?"_s.arg(imageOf(table, u"t"_s), table), {row});
    if (current.toString() != expected.toString()) {
        throw DatabaseError({Error::Code::Conflict,
                             Texts::tr("This was changed elsewhere since, so the step was left as it is."),
                             table});
    }
    const QStringList &columns = m_schema.columns(table);
    QStringList names;
    QStringList extracts;
    for (const QString &column : columns) {
        names.append(u'"' % column % u'"');
        extracts.append(u"json_extract(image, '$.\"%1\"')"_s.arg(column));
    }
    if (wanted.isNull()) {
        m_database.remove(table, row);
    } else if (expected.isNull()) {
        m_database.execute(u"INSERT INTO \"%1\" (%2) SELECT %3 FROM (SELECT ? AS image)"_s.arg(
                               table, names.join(u", "), extracts.join(u", ")),
                           {wanted});
    } else {
        m_database.execute(
            u"UPDATE \"%1\" SET (%2) = (SELECT %3 FROM (SELECT ? AS image)) WHERE id = ?"_s.arg(
                table, names.join(u", "), extracts.join(u", ")),
            {wanted, row});
    }
}

void Journal::checkForeignKeys(const QSet<QString> &tables) const
{
    // A row may have been referred to from any table, so all are checked; they are small but for the
    // deals, which refer only to their import.
    for (const QString &table : tables.isEmpty() ? QStringList{} : m_schema.journalledTables()) {
        if (!m_database.rows(u"SELECT * FROM pragma_foreign_key_check(?)"_s, {table}).isEmpty()) {
            throw DatabaseError(
                {Error::Code::Conflict,
                 Texts::tr("Something that was added since depends on this, so the step was left as it is."),
                 table});
        }
    }
}

void Journal::prune(int keep) const
{
    const QVariant oldest
        = m_database.scalar(u"SELECT id FROM journal ORDER BY id DESC LIMIT 1 OFFSET ?"_s, {keep});
    if (oldest.isNull())
        return;
    m_database.execute(u"DELETE FROM journal_row WHERE entry <= ?"_s, {oldest});
    m_database.execute(u"DELETE FROM journal WHERE id <= ?"_s, {oldest});
}
