#include "models/funnel/query/saved_query.h"

#include "models/document/ids.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Query)
};

Error refused(const QString &message)
{
    return {Error::Code::Refused, message};
}

QString driverKey(SavedQuery::Driver driver)
{
    return driver == SavedQuery::Driver::Odbc ? u"odbc"_s : u"postgresql"_s;
}

SavedQuery queryOf(const QVariantMap &row)
{
    return {.name = row.value(u"name"_s).toString(),
            .driver = row.value(u"driver"_s).toString() == u"odbc"_s ? SavedQuery::Driver::Odbc
                                                                     : SavedQuery::Driver::PostgreSql,
            .host = row.value(u"host"_s).toString(),
            .port = row.value(u"port"_s).toInt(),
            .database = row.value(u"database_name"_s).toString(),
            .user = row.value(u"user_name"_s).toString(),
            .grain = grainFromKey(row.value(u"grain"_s).toString()).value_or(Grain::Month),
            .sql = row.value(u"query"_s).toString()};
}

// What is left is run in a transaction that may only read, but a second statement could end that one.
Result<void> checkSql(const QString &sql)
{
    static const QRegularExpression reads(u"^\\s*(select|with|values|table)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (!reads.match(sql).hasMatch())
        return refused(Texts::tr("The query must begin with SELECT or WITH: it may only read."));
    QString rest = sql.trimmed();
    if (rest.endsWith(u';'))
        rest.chop(1);
    if (rest.contains(u';'))
        return refused(Texts::tr("The query must be one statement, without a semicolon in it."));
    return {};
}

} // namespace

QString SavedQuery::place() const
{
    return driver == Driver::Odbc || host.isEmpty() ? database : Texts::tr("%1 on %2").arg(database, host);
}

Result<void> SavedQuery::check() const
{
    static const QRegularExpression password(u"(^|[;\\s])(pwd|password)\\s*="_s,
                                             QRegularExpression::CaseInsensitiveOption);
    if (database.trimmed().isEmpty())
        return refused(driver == Driver::Odbc
                           ? Texts::tr("Name the data source, or give a connection string.")
                           : Texts::tr("Name the database."));
    if (password.match(database).hasMatch())
        return refused(Texts::tr("Leave the password out of the connection string: it would be kept in the "
                                 "workbook. It is asked for where it is needed."));
    return checkSql(sql);
}

QString driverLabel(SavedQuery::Driver driver)
{
    return driver == SavedQuery::Driver::Odbc ? u"ODBC"_s : u"PostgreSQL"_s;
}

QString passwordFromEnvironment()
{
    return qEnvironmentVariable("SMARKETING_DATABASE_PASSWORD");
}

QStringList savedQueries(const Document &document)
{
    QStringList names;
    for (const QVariantMap &row : document.rows(u"funnel_query"_s))
        names.append(row.value(u"name"_s).toString());
    names.sort(Qt::CaseInsensitive);
    return names;
}

Result<SavedQuery> savedQuery(const Document &document, const QString &name)
{
    for (const QVariantMap &row : document.rows(u"funnel_query"_s))
        if (row.value(u"name"_s).toString() == name)
            return queryOf(row);
    const QStringList names = savedQueries(document);
    return Error{Error::Code::NotFound,
                 names.isEmpty()
                     ? Texts::tr("There is no query “%1”; none is saved in this workbook yet.").arg(name)
                     : Texts::tr("There is no query “%1”. Saved are: %2.").arg(name, names.join(u", "_s))};
}

Result<void> saveQuery(Document &document, const SavedQuery &query)
{
    if (query.name.trimmed().isEmpty())
        return refused(Texts::tr("Give the query a name to save it under."));
    if (const auto checked = query.check(); !checked)
        return checked;
    if (const auto before = savedQuery(document, query.name); before && *before == query)
        return {};
    return document.edit(Texts::tr("Save query %1").arg(query.name), [&](const Database &database) {
        database.execute(u"DELETE FROM funnel_query WHERE name = ?"_s, {query.name});
        database.insert(u"funnel_query"_s,
                        {{u"id"_s, newId()},
                         {u"name"_s, query.name},
                         {u"driver"_s, driverKey(query.driver)},
                         {u"host"_s, query.host},
                         {u"port"_s, query.port},
                         {u"database_name"_s, query.database},
                         {u"user_name"_s, query.user},
                         {u"grain"_s, grainKey(query.grain)},
                         {u"query"_s, query.sql}});
    });
}

Result<void> removeQuery(Document &document, const QString &name)
{
    return document.edit(Texts::tr("Remove query %1").arg(name), [&](const Database &database) {
        database.execute(u"DELETE FROM funnel_query WHERE name = ?"_s, {name});
    });
}
