#include "models/document/schema.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Attachments are content-addressed; imported deals are switched on and off as a batch.
const QStringList &unjournalled()
{
    static const QStringList tables{u"journal"_s, u"journal_row"_s, u"attachment"_s, u"funnel_deal"_s,
                                    u"funnel_counts"_s};
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
    const auto rows
        = database.rows(u"SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"_s);
    for (const QVariantMap &row : rows)
        result.append(row[u"type"_s].toString() % u' ' % row[u"name"_s].toString() % u' '
                      % row[u"sql"_s].toString().simplified());
    result.sort();
    return result;
}

QHash<QString, QStringList> columnsOf(const Database &database)
{
    QHash<QString, QStringList> result;
    const auto rows = database.rows(u"SELECT t.name AS table_name, c.name FROM sqlite_schema t, "
                                    "pragma_table_info(t.name) c WHERE t.type = 'table' "
                                    "ORDER BY t.name, c.cid"_s);
    for (const QVariantMap &row : rows)
        result[row[u"table_name"_s].toString()].append(row[u"name"_s].toString());
    return result;
}

// The columns of a CREATE TABLE of ours: each stands in a line of its own, above the table's constraints.
QStringList columnsIn(const QString &statement)
{
    static const QStringList constraints{u"PRIMARY"_s, u"UNIQUE"_s, u"FOREIGN"_s, u"CHECK"_s,
                                         u"CONSTRAINT"_s};
    QStringList columns;
    for (const QStringView line : QStringView(statement).split(u'\n')) {
        const QStringView words = line.trimmed();
        const QStringView word = words.first(std::max<qsizetype>(words.indexOf(u' '), 0));
        if (line.startsWith(u' ') && !constraints.contains(word))
            columns.append(word.toString());
    }
    return columns;
}

// What the statements of the migrations make, from their text alone: to have SQLite make it takes many times
// as long, and every start would wait for it.
class Made
{
public:
    void add(const QString &statement)
    {
        const QString words = statement.simplified();
        const QString kind = words.section(u' ', 1, 1);
        const QString name = words.section(u' ', 2, 2);
        if (words.startsWith(u"ALTER TABLE ") && words.section(u' ', 3, 4) == u"ADD COLUMN") {
            addColumn(name, words.section(u' ', 5));
        } else if (words.startsWith(u"DROP TABLE ")) {
            m_objects.remove(u"table "_s % name);
            m_columns.remove(name);
        } else if (words.startsWith(u"CREATE ") && (kind == u"TABLE" || kind == u"INDEX")) {
            m_objects.insert(kind.toLower() % u' ' % name, words);
            if (kind == u"TABLE")
                m_columns.insert(name, columnsIn(statement));
        } else if (!leavesTables(words)) {
            throw DatabaseError({Error::Code::Failed, u"A migration of another kind"_s, statement});
        }
    }

    QStringList objects() const
    {
        QStringList objects;
        for (const auto &[name, words] : m_objects.asKeyValueRange())
            objects.append(name % u' ' % words);
        objects.sort();
        return objects;
    }
    const QHash<QString, QStringList> &columns() const { return m_columns; } // by table

private:
    static bool leavesTables(const QString &words)
    {
        return words.startsWith(u"INSERT ") || words.startsWith(u"CREATE TEMP TABLE ");
    }

    // SQLite writes it behind the others, before the constraints of the table.
    void addColumn(const QString &table, const QString &column)
    {
        QString &words = m_objects[u"table "_s % table];
        const qsizetype constraints = words.indexOf(u", PRIMARY KEY (");
        words.insert(constraints < 0 ? words.lastIndexOf(u')') : constraints, u", "_s % column);
        m_columns[table].append(column.section(u' ', 0, 0));
    }

    QHash<QString, QString> m_objects; // words by kind and name
    QHash<QString, QStringList> m_columns;
};

Made madeBy(const QStringList &migrations)
{
    Made made;
    for (const QString &migration : migrations)
        for (const QString &statement : statements(migration))
            made.add(statement);
    return made;
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
    const Made made = madeBy(m_migrations);
    m_objects = made.objects();
    m_columns = made.columns();
    for (auto it = m_columns.cbegin(); it != m_columns.cend(); ++it)
        if (!unjournalled().contains(it.key()) && !it.key().startsWith(u"sqlite_"))
            m_journalled.append(it.key());
    m_journalled.sort();
}

void Schema::migrate(const Database &database) const
{
    Transaction transaction(database);
    for (int from = database.pragma(u"user_version"_s).toInt(); from < version(); ++from) {
        for (const QString &statement : statements(m_migrations.at(from)))
            database.execute(statement);
        database.execute(u"PRAGMA user_version = %1"_s.arg(from + 1));
    }
    transaction.commit();
}

void Schema::complete(const Database &database) const
{
    const QHash<QString, QStringList> present = columnsOf(database);
    for (const auto &[table, columns] : m_columns.asKeyValueRange()) {
        QStringList missing;
        for (const QString &column : columns)
            if (!present.value(table).contains(column))
                missing.append(u", NULL AS \"%1\""_s.arg(column));
        if (!missing.isEmpty())
            database.execute(u"CREATE TEMP VIEW \"%1\" AS SELECT *%2 FROM main.\"%1\""_s.arg(
                table, missing.join(QString())));
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
