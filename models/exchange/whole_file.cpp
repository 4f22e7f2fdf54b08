#include "models/exchange/whole_file.h"

#include "models/document/file_header.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WholeFile)
};

// A disk that fills up first takes a part, without a reason; asked to take the rest it gives one. Committing
// would forget it.
bool writeAll(QFileDevice &file, const QByteArray &bytes)
{
    qint64 done = 0;
    while (done < bytes.size()) {
        const qint64 part = file.write(bytes.constData() + done, bytes.size() - done);
        if (part <= 0)
            return false;
        done += part;
    }
    return file.flush() || file.flush();
}

Error unwritten(const QString &path, const QFileDevice &file)
{
    return {Error::Code::Failed,
            Texts::tr("“%1” could not be written (%2). Choose another place or make room there.")
                .arg(path, file.errorString())};
}

// A pipe or a device: there is nothing to be replaced, and a file must not take its place.
Result<void> writeInto(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && writeAll(file, bytes))
        return {};
    return unwritten(path, file);
}

} // namespace

Result<void> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    if (isWorkbook(path))
        return Error{Error::Code::Refused,
                     Texts::tr("“%1” is a workbook, and was left as it is. Choose another name.").arg(path)};
    if (const QFileInfo there(path); there.exists() && !there.isFile() && !there.isDir())
        return writeInto(path, bytes);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && writeAll(file, bytes) && file.commit())
        return {};
    return unwritten(path, file);
}
