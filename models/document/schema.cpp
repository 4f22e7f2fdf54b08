#include "models/document/schema.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

// Attachments are content-addressed; imported deals are switched on and off as a batch.
const QStringList &unjournalled()
{
    static const QStringList tables{u"journal"_s, u"journal_row"_s, u"attachment"_s, u"funnel_deal"_s};
    return tables;
}

// Migrations are ours: a statement ends where a line ends with a semicolon.
QStringList statements(const QString &sql)
{
    QStringList result;
    QString current;
    for (const QString &line : sql.split(u'\n')) {
        if (line.trimmed().isEmpty() || line.startsWith(u"--"))
            continue;
        current += line % u'\n';
        if (line.endsWith(u';')) {
            result.append(current.trimmed().chopped(1));
            current.clear();
        }
    }
    return result;
}

// Name, table and words of everything in the file, independent of white space.
QStringList objects(const Database &database)
{
    QStringList result;
    const auto rows = database.rows(u"SELECT type, name, tbl_name, sql FROM sqlite_schema "
                                    "WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"_s);
    for (const QVariantMap &row : rows)
        result.append(row[u"type"_s].toString() % u' ' % row[u"name"_s].toString() % u' '
                      % row[u"sql"_s].toString().simplified());
    return result;
}

} // namespace

Schema::Schema()
{
    const QDir folder(u":/schema"_s);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            throw DatabaseError({Error::Code::Failed, file.errorString(), name});
        m_migrations.append(QString::fromUtf8(file.readAll()));
    }
    const Database reference(u":memory:"_s, Database::Access::ReadWrite);
    migrate(reference);
    m_objects = objects(reference);
    const auto tables = reference.rows(u"SELECT name FROM sqlite_schema WHERE type = 'table'"_s);
    for (const QVariantMap &table : tables) {
        const QString name = table[u"name"_s].toString();
        const auto columns = reference.rows(u"SELECT name FROM pragma_table_info(?)"_s, {name});
        for (const QVariantMap &column : columns)
            m_columns[name].append(column[u"name"_s].toString());
        if (!unjournalled().contains(name) && !name.startsWith(u"sqlite_"))
            m_journalled.append(name);
    }
    m_journalled.sort();
}

void Schema::migrate(const Database &database) const
{
    for (int from = database.pragma(u"user_version"_s).toInt(); from < version(); ++from) {
        Transaction transaction(database);
        for (const QString &statement : statements(m_migrations.at(from)))
            database.execute(statement);
        database.execute(u"PRAGMA user_version = %1"_s.arg(from + 1));
        transaction.commit();
    }
}

const QStringList &Schema::columns(const QString &table) const
{
    static const QStringList none;
    const auto found = m_columns.constFind(table);
    return found == m_columns.constEnd() ? none : *found;
}

bool Schema::matches(const Database &database) const
{
    return objects(database) == m_objects;
}
