#include "models/funnel/query/query_run.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTimeZone>

#include <atomic>
#include <chrono>
#include <future>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRows = 100'000; // stage counts are few; more is a table of deals
constexpr auto patience = std::chrono::milliseconds(50);

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Query)
};

// Between the one who waits and the one who reads.
struct Shared
{
    std::atomic<bool> stopped = false;
    std::atomic<qint64> backend = 0; // the server's process that works for us
};

QString wordsOf(const QSqlError &error)
{
    const QString words = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return words.simplified();
}

// A connection of this thread alone, closed with its scope.
class Connection
{
public:
    Connection(const SavedQuery &query, const QString &password)
        : m_name(nextName())
        , m_database(QSqlDatabase::addDatabase(driverName(query), m_name))
    {
        m_database.setNumericalPrecisionPolicy(QSql::HighPrecision);
        m_database.setDatabaseName(query.database);
        m_database.setUserName(query.user);
        m_database.setPassword(password);
        if (query.driver == SavedQuery::Driver::Odbc) {
            // It becomes part of a connection string.
            if (password.contains(u';') || password.contains(u'}'))
                m_database.setPassword(u'{' + QString(password).replace(u'}', u"}}"_s) + u'}');
            m_database.setConnectOptions(u"SQL_ATTR_LOGIN_TIMEOUT=10"_s);
            return;
        }
        m_database.setHostName(query.host);
        m_database.setPort(query.port);
        m_database.setConnectOptions(u"connect_timeout=10;application_name=smarketing-workbook"_s);
    }
    ~Connection()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    static QString driverName(const SavedQuery &query)
    {
        return query.driver == SavedQuery::Driver::Odbc ? u"QODBC"_s : u"QPSQL"_s;
    }
    QSqlDatabase &database() { return m_database; }
    const QSqlDatabase &database() const { return m_database; }
    QSqlQuery query() const { return QSqlQuery(m_database); }

private:
    static QString nextName()
    {
        static std::atomic<int> number = 0;
        return u"stage counts %1"_s.arg(++number);
    }

    QString m_name;
    QSqlDatabase m_database;
};

Result<void> checkDriver(const SavedQuery &query)
{
    if (QSqlDatabase::isDriverAvailable(Connection::driverName(query)))
        return {};
    const QString package
        = query.driver == SavedQuery::Driver::Odbc ? u"libqt6sql6-odbc"_s : u"libqt6sql6-psql"_s;
    return Error{Error::Code::Failed,
                 Texts::tr("Qt's driver for %1 is not installed. On Debian and Ubuntu it is the package %2.")
                     .arg(driverLabel(query.driver), package)};
}

Error notConnected(const SavedQuery &query, const QSqlError &error)
{
    return {Error::Code::Failed,
            Texts::tr("There is no connection to %1. Check the address, the user and the password. The "
                      "database says: %2")
                .arg(query.place(), wordsOf(error))};
}

// Over either driver.
bool isPostgres(const Connection &connection)
{
    return connection.database().driver()->dbmsType() == QSqlDriver::PostgreSQL;
}

// How it can be stopped: by name while we wait, by itself where this program has gone. Servers before 14 do
// not look for that, and others than PostgreSQL have no name that Qt could call them by.
qint64 prepareStop(const Connection &connection)
{
    if (!isPostgres(connection))
        return 0;
    QSqlQuery sql = connection.query();
    sql.exec(u"SET client_connection_check_interval = '2s'"_s);
    return sql.exec(u"SELECT pg_backend_pid()"_s) && sql.next() ? sql.value(0).toLongLong() : 0;
}

// Whether the database itself refuses changes from here on.
bool beginReading(Connection &connection, const SavedQuery &query)
{
    QSqlQuery sql = connection.query();
    if (query.driver == SavedQuery::Driver::PostgreSql) {
        // The days of moments are those of the user's calendar.
        sql.exec(u"SET TIME ZONE '%1'"_s.arg(QString::fromLatin1(QTimeZone::systemTimeZoneId())));
        return sql.exec(u"BEGIN TRANSACTION READ ONLY"_s);
    }
    connection.database().transaction();
    if (sql.exec(u"SET TRANSACTION READ ONLY"_s))
        return true;
    connection.database().rollback();
    connection.database().transaction();
    return false;
}

Result<QueryTable> readAll(QSqlQuery &sql, const Shared &shared)
{
    QueryTable table;
    const QSqlRecord record = sql.record();
    for (int i = 0; i < record.count(); ++i)
        table.columns.append(record.fieldName(i));
    while (!shared.stopped && sql.next()) {
        QVariantList row;
        for (int i = 0; i < record.count(); ++i)
            row.append(sql.isNull(i) ? QVariant() : sql.value(i));
        table.rows.append(row);
        if (table.rows.size() > mostRows)
            return Error{Error::Code::Refused,
                         Texts::tr("The query returns more than %1 rows. Count them in the query, with "
                                   "GROUP BY: one row for each stage and period is needed.")
                             .arg(QLocale().toString(mostRows))};
    }
    return table;
}

Result<QueryTable> fetch(const SavedQuery &query, const QString &password, Shared &shared)
{
    Connection connection(query, password);
    if (!connection.database().open())
        return notConnected(query, connection.database().lastError());
    shared.backend = prepareStop(connection);
    const bool readOnly = beginReading(connection, query);
    QSqlQuery sql = connection.query();
    sql.setForwardOnly(true);
    QString text = query.sql.trimmed();
    if (text.endsWith(u';'))
        text.chop(1);
    Result<QueryTable> table = QueryTable();
    if (!shared.stopped && sql.exec(text))
        table = readAll(sql, shared);
    if (sql.lastError().isValid())
        table = Error{Error::Code::Refused,
                      Texts::tr("The database cannot run the query: %1").arg(wordsOf(sql.lastError()))};
    sql.finish();
    connection.database().rollback();
    if (table)
        table->readOnly = readOnly;
    return table;
}

// Whoever is logged in may stop what runs under the same name.
void stopBackend(const SavedQuery &query, const QString &password, qint64 backend)
{
    Connection connection(query, password);
    if (connection.database().open())
        connection.query().exec(u"SELECT pg_cancel_backend(%1)"_s.arg(backend));
}

} // namespace

Result<QueryTable> runQuery(const SavedQuery &query, const QString &password, const Progress &progress)
{
    if (const auto checked = query.check(); !checked)
        return checked.error();
    if (const auto available = checkDriver(query); !available)
        return available.error();
    Shared shared;
    auto answer = std::async(std::launch::async, [&] { return fetch(query, password, shared); });
    while (answer.wait_for(patience) != std::future_status::ready) {
        if (shared.stopped || !progress || progress(0))
            continue;
        shared.stopped = true;
        if (shared.backend > 0)
            stopBackend(query, password, shared.backend);
    }
    Result<QueryTable> table = answer.get();
    if (shared.stopped)
        return Error{Error::Code::Cancelled, Texts::tr("The query was stopped. Nothing was changed.")};
    return table;
}
