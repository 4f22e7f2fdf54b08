#pragma once

#include <QStringList>
#include <QTemporaryDir>

// The program as a script uses it: without a display, in a folder of its own.
class CommandLine
{
public:
    struct Outcome
    {
        int code = -1;
        QString out, err;
    };
    Outcome run(const QStringList &arguments,
                const QString &output = {}) const; // into a file: `out` is empty
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray content(const QString &name) const;
    QString write(const QString &name, const QByteArray &bytes) const; // gives its path

private:
    QTemporaryDir m_folder;
};
