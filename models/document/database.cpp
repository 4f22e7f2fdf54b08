#include "models/document/database.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Whoever meets an error tells the user; the engine's own words are for QT_LOGGING_RULES=smarketing.*=true.
Q_LOGGING_CATEGORY(databaseLog, "smarketing.database", QtCriticalMsg)

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Database)
};

// The engine's extended result code, reduced to what the user can do about it.
Error translated(const QSqlError &error)
{
    constexpr int primaryMask = 0xff;
    constexpr int busy = 5;
    constexpr int locked = 6;
    constexpr int readOnly = 8;
    constexpr int ioError = 10;
    constexpr int corrupt = 11;
    constexpr int full = 13;
    constexpr int constraint = 19;
    constexpr int notADatabase = 26;

    constexpr int readOnlyRollback = 776; // SQLITE_READONLY_ROLLBACK

    const QString detail = error.nativeErrorCode() % u": "_s % error.text();
    if (error.nativeErrorCode().toInt() == readOnlyRollback)
        return {Error::Code::ReadOnly,
                Texts::tr("The last change to the workbook was interrupted and has to be taken back, but the "
                          "file or its folder cannot be written to. Make both writable and open it again."),
                detail};
    switch (error.nativeErrorCode().toInt() & primaryMask) {
    case busy:
    case locked:
        return {Error::Code::Conflict,
                Texts::tr("Another program is writing to the workbook just now. Try again in a moment."),
                detail};
    case readOnly:
        return {Error::Code::ReadOnly,
                Texts::tr("The workbook can only be read here. Save a copy to change it."), detail};
    case full:
        return {Error::Code::DiskFull,
                Texts::tr("The disk is full. Nothing was changed. Make room and do it again."), detail};
    case ioError:
        return {Error::Code::DiskFull,
                Texts::tr("The disk could not be written. Nothing was changed. "
                          "Check that it has room and is still connected, and do it again."),
                detail};
    case corrupt:
    case notADatabase:
        return {Error::Code::Damaged, Texts::tr("The file is damaged. Open the newest backup instead."),
                detail};
    case constraint:
        return {Error::Code::Refused,
                Texts::tr("This would contradict what is already in the workbook. Nothing was changed."),
                detail};
    default:
        return {Error::Code::Failed, Texts::tr("The workbook could not be read or written."), detail};
    }
}

[[noreturn]] void raise(const QSqlError &error)
{
    const Error translatedError = translated(error);
    qCWarning(databaseLog) << translatedError.detail;
    throw DatabaseError(translatedError);
}

QString quoted(const QString &name)
{
    return u'"' % name % u'"';
}

} // namespace

Statement::Statement(QSqlQuery query)
    : m_query(std::move(query))
{
}

void Statement::execute(const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        m_query.bindValue(i, values.at(i));
    if (!m_query.exec())
        raise(m_query.lastError());
}

Database::Database(const QString &path, Access access, bool create)
    : m_name(QUuid::createUuid().toString())
{
    if (path != u":memory:" && !create && !QFileInfo::exists(path)) {
        throw DatabaseError({Error::Code::NotFound, Texts::tr("There is no file %1.").arg(path)});
    }
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    connection.setDatabaseName(path);
    connection.setConnectOptions(access == Access::ReadOnly
                                     ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=1000"_s
                                     : u"QSQLITE_BUSY_TIMEOUT=1000"_s);
    if (!connection.open()) {
        const QSqlError error = connection.lastError();
        connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
        raise(error);
    }
}

Database::~Database()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Statement Database::prepare(const QString &sql) const
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        raise(query.lastError());
    return Statement(std::move(query));
}

void Database::execute(const QString &sql, const QVariantList &values) const
{
    prepare(sql).execute(values);
}

QList<QVariantMap> Database::rows(const QString &sql, const QVariantList &values) const
{
    Statement statement = prepare(sql);
    statement.execute(values);
    // In the order of a map's keys, so that each value is simply put at its end.
    QList<std::pair<QString, int>> columns;
    const QSqlRecord record = statement.m_query.record();
    for (int i = 0; i < record.count(); ++i)
        columns.append({record.fieldName(i), i});
    std::sort(columns.begin(), columns.end());
    QList<QVariantMap> result;
    while (statement.next()) {
        QVariantMap row;
        for (const auto &[name, column] : std::as_const(columns))
            row.insert(row.cend(), name, statement.value(column));
        result.append(row);
    }
    if (statement.m_query.lastError().isValid())
        raise(statement.m_query.lastError());
    return result;
}

QVariant Database::scalar(const QString &sql, const QVariantList &values) const
{
    Statement statement = prepare(sql);
    statement.execute(values);
    if (statement.next())
        return statement.value(0);
    if (statement.m_query.lastError().isValid())
        raise(statement.m_query.lastError());
    return {};
}

void Database::insert(const QString &table, const QVariantMap &values) const
{
    QStringList columns;
    QStringList marks;
    for (auto it = values.begin(); it != values.end(); ++it) {
        columns.append(quoted(it.key()));
        marks.append(u"?"_s);
    }
    execute(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(quoted(table), columns.join(u", "), marks.join(u", ")),
            values.values());
}

void Database::update(const QString &table, qint64 id, const QVariantMap &values) const
{
    QStringList assignments;
    for (auto it = values.begin(); it != values.end(); ++it)
        assignments.append(quoted(it.key()) % u" = ?"_s);
    QVariantList bound = values.values();
    bound.append(id);
    execute(u"UPDATE %1 SET %2 WHERE id = ?"_s.arg(quoted(table), assignments.join(u", ")), bound);
}

void Database::remove(const QString &table, qint64 id) const
{
    execute(u"DELETE FROM %1 WHERE id = ?"_s.arg(quoted(table)), {id});
}

QVariant Database::pragma(const QString &name) const
{
    return scalar(u"PRAGMA "_s % name);
}

QVariant Database::driverHandle() const
{
    return QSqlDatabase::database(m_name, false).driver()->handle();
}

void Database::fail(int code, const char *text)
{
    ::raise(QSqlError({}, QString::fromUtf8(text), QSqlError::UnknownError, QString::number(code)));
}

Transaction::Transaction(const Database &database)
    : m_database(database)
{
    m_database.execute(u"BEGIN IMMEDIATE"_s);
}

// A full disk ends the transaction, but what was written so far is only taken back at the next reading.
static void takeBack(const Database &database)
{
    try {
        database.scalar(u"SELECT count(*) FROM sqlite_schema"_s);
    } catch (const DatabaseError &error) {
        qCWarning(databaseLog) << "taking back:" << error.error().detail;
    }
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_database.execute(u"ROLLBACK"_s);
    } catch (const DatabaseError &) {
        takeBack(m_database);
    }
}

void Transaction::commit()
{
    m_database.execute(u"COMMIT"_s);
    m_open = false;
}
