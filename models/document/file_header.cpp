#include "models/document/file_header.h"

#include "models/document/schema.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FileHeader)
};

// SQLite file format, "The Database Header": all numbers big-endian.
constexpr qsizetype headerSize = 100;
constexpr qsizetype userVersionAt = 60;
constexpr qsizetype applicationIdAt = 68;

qint64 numberAt(const QByteArray &header, qsizetype position)
{
    return qFromBigEndian<qint32>(header.constData() + position);
}

QString notAWorkbook(const QString &name)
{
    if (name.endsWith(u".smarketing"_s, Qt::CaseInsensitive))
        return Texts::tr(
                   "%1 has the name of a workbook but something else in it, and was left as it is. Open "
                   "a backup, or ask whoever sent it to send it again.")
            .arg(name);
    return Texts::tr("%1 is not a Smarketing workbook, and was left as it is. Choose a file that ends "
                     "in .smarketing. The export of a CRM is imported into a workbook, on the page "
                     "Funnel.")
        .arg(name);
}

} // namespace

Result<void> checkHeader(const QString &path, int version)
{
    const QString name = QFileInfo(path).fileName();
    if (!QFileInfo::exists(path))
        return Error{Error::Code::NotFound,
                     Texts::tr("There is no file %1. It may have been moved or renamed.").arg(name)};
    if (!QFileInfo(path).isFile())
        return Error{Error::Code::NotOurs, Texts::tr("%1 is not a file. Choose a workbook file.").arg(name)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{Error::Code::ReadOnly,
                     Texts::tr("%1 cannot be read. Ask its owner for permission to read it.").arg(name),
                     file.errorString()};
    }
    if (file.size() == 0) {
        return Error{Error::Code::NotOurs,
                     Texts::tr("%1 is empty. If it came from a sync folder, wait until it has arrived; "
                               "otherwise open a backup.")
                         .arg(name)};
    }
    const QByteArray header = file.read(headerSize);
    if (header.size() < headerSize || !header.startsWith("SQLite format 3"))
        return Error{Error::Code::NotOurs, notAWorkbook(name)};
    if (numberAt(header, applicationIdAt) != Schema::applicationId) {
        return Error{
            Error::Code::NotOurs,
            Texts::tr("%1 is a database of another program, not a Smarketing workbook, and was left as "
                      "it is. Open it with that program.")
                .arg(name)};
    }
    const qint64 fileVersion = numberAt(header, userVersionAt);
    if (fileVersion > version) {
        return Error{Error::Code::Newer,
                     Texts::tr("%1 was made by a newer version of Smarketing Workbook. "
                               "Update the program to open it; the file was left as it is.")
                         .arg(name)};
    }
    if (fileVersion < 1)
        return Error{Error::Code::Damaged,
                     Texts::tr("%1 is damaged. Open the newest backup instead.").arg(name)};
    return {};
}

bool isWorkbook(const QString &path)
{
    return checkHeader(path, std::numeric_limits<int>::max()).ok();
}
