#include "tests/support/postgres_server.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <unistd.h>

using namespace Qt::StringLiterals;

PostgresServer::PostgresServer()
{
    QString made;
    if (!run(u"mktemp"_s, {u"-d"_s, u"/tmp/workbook-test-XXXXXX"_s}, &made))
        return;
    m_folder = made.trimmed();
    const QString data = m_folder + u"/data"_s;
    const QString secret = m_folder + u"/secret"_s;
    const QString options
        = u"-c listen_addresses= -c unix_socket_directories=%1 -c fsync=off -c max_connections=20"_s.arg(
            m_folder);
    m_running = run(u"sh"_s, {u"-c"_s, u"printf %s \"$0\" > \"$1\""_s, password(), secret})
        && run(programs() + u"/initdb"_s,
               {u"--no-sync"_s, u"--auth=scram-sha-256"_s, u"--encoding=UTF8"_s, u"--locale=C"_s,
                u"--username"_s, user(), u"--pwfile"_s, secret, u"--pgdata"_s, data})
        && run(programs() + u"/pg_ctl"_s,
               {u"--pgdata"_s, data, u"--log"_s, m_folder + u"/log"_s, u"--options"_s, options, u"--wait"_s,
                u"start"_s});
}

PostgresServer::~PostgresServer()
{
    if (m_folder.isEmpty())
        return;
    if (m_running)
        run(programs() + u"/pg_ctl"_s,
            {u"--pgdata"_s, m_folder + u"/data"_s, u"--mode"_s, u"immediate"_s, u"stop"_s});
    run(u"rm"_s, {u"-rf"_s, m_folder});
}

QString PostgresServer::programs()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    for (const QString &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Reversed))
        if (QFile::exists(versions.filePath(version + u"/bin/initdb"_s)))
            return versions.filePath(version + u"/bin"_s);
    return {};
}

bool PostgresServer::isInstalled()
{
    return !programs().isEmpty();
}

bool PostgresServer::run(const QString &program, const QStringList &arguments, QString *output)
{
    const bool isRoot = ::geteuid() == 0;
    QProcess process;
    process.setWorkingDirectory(u"/tmp"_s);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (!output)
        process.setStandardOutputFile(QProcess::nullDevice()); // the server would hold a pipe open
    if (isRoot)
        process.start(u"runuser"_s, QStringList{u"-u"_s, u"postgres"_s, u"--"_s, program} + arguments);
    else
        process.start(program, arguments);
    const bool done = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
    if (output)
        *output = QString::fromLocal8Bit(process.readAllStandardOutput());
    return done;
}
