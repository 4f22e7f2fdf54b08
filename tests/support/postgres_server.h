#pragma once

#include <QString>
#include <QStringList>

// A PostgreSQL server of the test's own, on a Unix socket in a new folder, gone afterwards. As root, whom
// PostgreSQL refuses, it runs as the user postgres.
class PostgresServer
{
public:
    PostgresServer();
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    static bool isInstalled();
    bool isRunning() const { return m_running; }
    QString host() const { return m_folder; }
    static QString user() { return QStringLiteral("workbook"); }
    static QString password() { return QStringLiteral("only for; this test"); }

private:
    static QString programs(); // the folder they are in; empty: none
    static bool run(const QString &program, const QStringList &arguments, QString *output = nullptr);

    QString m_folder;
    bool m_running = false;
};
