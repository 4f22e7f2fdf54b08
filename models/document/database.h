#pragma once

#include "models/document/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantMap>

#include <exception>

// Thrown inside the database layer to unwind a transaction; caught at Document's entrances.
class DatabaseError : public std::exception
{
public:
    explicit DatabaseError(Error error)
        : m_error(std::move(error))
    {
    }
    const char *what() const noexcept override { return "database error"; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
};

// One prepared statement, for many executions.
class Statement
{
public:
    // Executes with these values; throws DatabaseError.
    void execute(const QVariantList &values = {});
    bool next() { return m_query.next(); }
    QVariant value(int column) const { return m_query.value(column); }

private:
    friend class Database;
    explicit Statement(QSqlQuery query);
    QSqlQuery m_query;
};

// One connection to one SQLite file. Every function throws DatabaseError.
// Reads whole results into memory, so that no cursor stays open over a write.
class Database
{
public:
    enum class Access { ReadOnly, ReadWrite };

    // `path` must exist unless it is ":memory:" or `create` is set: the driver would make an empty file.
    Database(const QString &path, Access access, bool create = false);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    void execute(const QString &sql, const QVariantList &values = {}) const;
    QList<QVariantMap> rows(const QString &sql, const QVariantList &values = {}) const;
    // First column of the first row; invalid if there is none.
    QVariant scalar(const QString &sql, const QVariantList &values = {}) const;
    Statement prepare(const QString &sql) const;

    // Column names come from the program's own descriptions, never from a file.
    void insert(const QString &table, const QVariantMap &values) const;
    void update(const QString &table, qint64 id, const QVariantMap &values) const;
    void remove(const QString &table, qint64 id) const;

    // Integer and text values of a PRAGMA that has one.
    QVariant pragma(const QString &name) const;

    // For RowStatement: the driver's own connection, and its failures by SQLite's extended result codes.
    QVariant driverHandle() const;
    [[noreturn]] static void fail(int code, const char *text);

private:
    QString m_name;
};

// A transaction is a scope: rolled back unless committed.
class Transaction
{
public:
    explicit Transaction(const Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();

private:
    const Database &m_database;
    bool m_open = true;
};
