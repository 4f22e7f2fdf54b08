#pragma once

#include "models/arithmetic/period.h"
#include "models/document/document.h"

#include <QString>
#include <QStringList>

// A query that fetches stage counts from a database, kept by name in the workbook. The password is no part
// of it: it is asked for, or taken from the environment.
struct SavedQuery
{
    enum class Driver { PostgreSql, Odbc };

    QString name;
    Driver driver = Driver::PostgreSql;
    QString host; // PostgreSQL only; a folder where it listens on a Unix socket
    int port = 5432; // PostgreSQL only
    QString database; // ODBC: the name of a data source, or a connection string
    QString user;
    Grain grain = Grain::Month; // of the periods that dates are counted in
    QString sql;

    // The database in the user's words, for messages.
    QString place() const;
    // Refuses what cannot be run, or holds a password.
    Result<void> check() const;

    bool operator==(const SavedQuery &) const = default;
};

QString driverLabel(SavedQuery::Driver driver);
QString passwordFromEnvironment(); // of SMARKETING_DATABASE_PASSWORD

QStringList savedQueries(const Document &document);
Result<SavedQuery> savedQuery(const Document &document, const QString &name);
Result<void> saveQuery(Document &document, const SavedQuery &query);
Result<void> removeQuery(Document &document, const QString &name);
