#include "models/document/passing_folder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

const QString passingPrefix = u".smarketing-"_s;
const QString passingLock = u".~lock"_s;
const QString passingKept = u".~kept"_s;

// One without a lock is just being made, or its process was killed in that moment.
bool isAbandoned(const QFileInfo &folder)
{
    const QDir dir(folder.filePath());
    if (dir.exists(passingKept))
        return false;
    if (dir.exists(passingLock))
        return !LockFile(dir.filePath(passingLock)).holder();
    return folder.lastModified().daysTo(QDateTime::currentDateTime()) > 0;
}

} // namespace

PassingFolder::PassingFolder(const QString &folder)
    : m_folder((clearIn(folder), folder % u'/' % passingPrefix % u"XXXXXX"_s))
    , m_lock(filePath(passingLock))
{
    if (isValid())
        m_lock.take({});
}

void PassingFolder::keepAfterCrash()
{
    QFile mark(filePath(passingKept));
    if (mark.open(QIODevice::WriteOnly))
        mark.close();
}

void PassingFolder::clearBeside(const QString &file)
{
    clearIn(QFileInfo(QFileInfo(file).canonicalFilePath()).absolutePath());
}

void PassingFolder::clearIn(const QString &folder)
{
    const auto found = QDir(folder).entryInfoList({passingPrefix + u"??????"_s},
                                                  QDir::Dirs | QDir::Hidden | QDir::NoSymLinks);
    for (const QFileInfo &old : found)
        if (isAbandoned(old))
            QDir(old.filePath()).removeRecursively();
}
