#include "models/document/lock_file.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>
#include <QSysInfo>

#include <cerrno>
#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

// Far behind what is written there, so that it can be read while it is locked, on a Windows share too.
flock lockedByte()
{
    constexpr off_t farBehind = 1 << 30;
    flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = farBehind;
    lock.l_len = 1;
    return lock;
}

// Bound to the opened file and not to the process: two windows of one process exclude each other too.
bool lock(int file)
{
    flock lock = lockedByte();
    return fcntl(file, F_OFD_SETLK, &lock) == 0;
}

bool isLocked(int file)
{
    flock lock = lockedByte();
    return fcntl(file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

// Lines of the file.
enum Line { Machine, Id, Login, Name, LineCount };

QString loginName()
{
    if (const QString name = qEnvironmentVariable("USER"); !name.isEmpty())
        return name;
    const passwd *user = getpwuid(getuid());
    return user ? QString::fromLocal8Bit(user->pw_name) : QString::number(getuid());
}

QStringList linesOfHere(const QString &name)
{
    QStringList lines(LineCount);
    lines[Machine] = QSysInfo::machineHostName();
    lines[Id] = QString::fromLatin1(QSysInfo::machineUniqueId());
    lines[Login] = loginName();
    lines[Name] = name.simplified();
    return lines;
}

// Empty: killed before it was written.
QStringList linesIn(int file)
{
    QFile read;
    if (lseek(file, 0, SEEK_SET) != 0 || !read.open(file, QIODevice::ReadOnly))
        return {};
    constexpr qint64 most = 4096;
    const QByteArray bytes = read.read(most);
    return bytes.isEmpty() ? QStringList() : QString::fromUtf8(bytes).split(u'\n');
}

// Machines copied from one image may have the same id, and in one house the same name.
bool isOfThisMachine(const QStringList &lines)
{
    const QStringList here = linesOfHere({});
    return lines.isEmpty() || (lines.value(Machine) == here.at(Machine) && lines.value(Id) == here.at(Id));
}

bool write(int file, const QString &name)
{
    const QByteArray bytes = linesOfHere(name).join(u'\n').toUtf8() + '\n';
    fchmod(file, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH); // whoever comes is to see who has it open
    return ftruncate(file, 0) == 0 && pwrite(file, bytes.constData(), bytes.size(), 0) == bytes.size();
}

} // namespace

LockFile::LockFile(QString path)
    : m_path(std::move(path))
{
}

LockFile::~LockFile()
{
    release();
}

// Named as office programs name theirs: programs that carry folders to other machines leave such files out.
QString LockFile::besideFile(const QString &file)
{
    const QFileInfo info(QFileInfo(file).canonicalFilePath());
    return info.absolutePath() % u"/.~lock."_s % info.fileName() % u'#';
}

bool LockFile::take(const QString &name)
{
    constexpr int attempts = 5; // whoever had it may be removing it just now
    for (int i = 0; i < attempts; ++i) {
        release();
        m_file
            = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (m_file >= 0 && takeOpened(name))
            return true;
        const bool isClosedToUs = m_file < 0 && errno == EACCES;
        if ((m_file < 0 && !isClosedToUs) || holder())
            break;
        if (isClosedToUs) // another user's: it cannot be written, but where nobody holds it it can be removed
            QFile::remove(m_path);
    }
    release();
    return false;
}

bool LockFile::takeOpened(const QString &name)
{
    if (!lock(m_file) || !isInPlace() || !isOfThisMachine(linesIn(m_file)))
        return false;
    m_isTaken = write(m_file, name);
    return m_isTaken;
}

bool LockFile::takeOver(const QString &name)
{
    if (const auto other = holder(); other && !other->isHere)
        QFile::remove(m_path);
    return take(name);
}

bool LockFile::isHeld() const
{
    return m_isTaken && isInPlace();
}

// Not another one that has been put there since.
bool LockFile::isInPlace() const
{
    struct stat opened = {}, there = {};
    return fstat(m_file, &opened) == 0 && stat(QFile::encodeName(m_path).constData(), &there) == 0
        && opened.st_dev == there.st_dev && opened.st_ino == there.st_ino;
}

std::optional<LockFile::Holder> LockFile::holder() const
{
    const int file = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return errno == ENOENT ? std::optional<Holder>() : Holder();
    const QStringList lines = linesIn(file);
    const bool locked = isLocked(file);
    ::close(file);
    const bool isHere = isOfThisMachine(lines);
    if (isHere && !locked)
        return {};
    const QString login = lines.value(Login);
    const QString name = lines.value(Name);
    return Holder{name.isEmpty() ? login : name, lines.value(Machine), isHere, login == loginName()};
}

void LockFile::release()
{
    if (m_file < 0)
        return;
    const bool isOurs = m_isTaken || linesIn(m_file).isEmpty(); // which could not be written
    if (isOurs && isInPlace() && (lock(m_file) || errno != EAGAIN))
        QFile::remove(m_path);
    ::close(m_file);
    m_file = -1;
    m_isTaken = false;
}
