// Copies and backups of a workbook.

#include "models/document/document.h"
#include "models/document/hot_journal.h"
#include "models/document/move_over.h"
#include "models/document/passing_folder.h"
#include "models/document/undone.h"

#include <QCryptographicHash>
#include <QDate>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

constexpr int keptBackups = 20;

// Of a file that is gone, where it was.
QString placeOf(const QString &path)
{
    const QFileInfo info(path);
    if (const QString there = info.canonicalFilePath(); !there.isEmpty())
        return there;
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return (folder.isEmpty() ? info.absolutePath() : folder) % u'/' % info.fileName();
}

// Named by their dates, newest first.
QStringList backupsIn(const QDir &folder)
{
    return folder.entryList({u"*.smarketing"_s}, QDir::Files, QDir::Name | QDir::Reversed);
}

} // namespace

QString Document::Options::folder() const
{
    return dataFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                                : dataFolder;
}

Result<void> Document::saveCopy(const QString &target) const
{
    return copyTo(target, [this](const QString &copy) {
        const Database database(copy, Database::Access::ReadWrite);
        if (forgetUndone(database, m_schema))
            database.execute(u"VACUUM"_s); // nor do its bytes stay in unused pages
    });
}

Result<void> Document::copyTo(const QString &target, const std::function<void(const QString &)> &finish) const
{
    const QFileInfo info(target);
    if (info.absoluteFilePath() == m_path
        || (info.exists() && info.canonicalFilePath() == QFileInfo(m_path).canonicalFilePath()))
        return Error{Error::Code::Refused, tr("A copy needs another name than the workbook itself.")};
    if (const auto content = checkStillOurs(); !content)
        return content;
    if (HotJournal(info.absoluteFilePath()).isThere())
        return Error{Error::Code::Conflict,
                     tr("%1 is being written, or was when its program ended. Open it once, or choose another "
                        "name.")
                         .arg(info.fileName())};
    const PassingFolder beside(info.absolutePath());
    if (!beside.isValid()) {
        return Error{Error::Code::ReadOnly,
                     tr("Nothing can be written in %1. Choose another folder.")
                         .arg(QDir::toNativeSeparators(info.absolutePath())),
                     beside.errorString()};
    }
    const QString copy = beside.filePath(u"copy"_s);
    try {
        m_database->execute(u"VACUUM INTO ?"_s, {copy});
        if (finish)
            finish(copy);
    } catch (const DatabaseError &error) {
        return error.error();
    }
    if (!moveOver(copy, info.absoluteFilePath()))
        return Error{Error::Code::ReadOnly,
                     tr("%1 could not be replaced. Choose another name.").arg(info.fileName())};
    return {};
}

QString Document::backupFolder(const QString &path, const Options &options)
{
    const QFileInfo info(path);
    const QByteArray hash
        = QCryptographicHash::hash(placeOf(path).toUtf8(), QCryptographicHash::Sha1).toHex().left(8);
    return options.folder() % u"/backups/"_s % info.completeBaseName() % u'-' % QString::fromLatin1(hash);
}

QString Document::newestBackup(const QString &path, const Options &options)
{
    const QDir folder(backupFolder(path, options));
    const QStringList dated = backupsIn(folder);
    return dated.isEmpty() ? QString() : folder.filePath(dated.first());
}

Result<QString> Document::backUp(Backup occasion) const
{
    const QDir folder(backupFolder(m_path, m_options));
    QString name = QDate::currentDate().toString(Qt::ISODate);
    if (occasion == Backup::BeforeMigration) // sorts as newer than that of the day
        name += u"_schema-"_s + m_database->pragma(u"user_version"_s).toString();
    const QString target = folder.filePath(name % u".smarketing"_s);
    if (occasion == Backup::OfTheDay && QFileInfo::exists(target))
        return target;
    if (!folder.mkpath(u"."_s)) {
        return Error{Error::Code::ReadOnly,
                     tr("No backup could be made in %1.").arg(QDir::toNativeSeparators(folder.path()))};
    }
    if (const auto copied = copyTo(target); !copied)
        return copied.error();
    const QStringList old = backupsIn(folder);
    for (qsizetype i = keptBackups; i < old.size(); ++i)
        QFile::remove(folder.filePath(old.at(i)));
    return target;
}
