#pragma once

#include "models/document/lock_file.h"

#include <QTemporaryDir>

// A hidden folder beside a file, for what is moved into its place once it is complete. It goes with the
// object; what a killed process left of it goes when the next one is made there, or with clearBeside().
class PassingFolder
{
public:
    explicit PassingFolder(const QString &folder);

    bool isValid() const { return m_folder.isValid(); }
    QString errorString() const { return m_folder.errorString(); }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }

    // Never those of a process that lives, nor what may be the only whole state of a workbook.
    static void clearBeside(const QString &file);
    // For that which may be the only whole state: it is left where its process is killed.
    void keepAfterCrash();

private:
    static void clearIn(const QString &folder);

    QTemporaryDir m_folder;
    LockFile m_lock;
};
