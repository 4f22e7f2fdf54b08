#include "models/exchange/whole_file.h"

#include <QCoreApplication>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WholeFile)
};

} // namespace

Result<void> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // Committing forgets why it could not write.
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && file.commit())
        return {};
    return Error{Error::Code::Failed,
                 Texts::tr("“%1” could not be written (%2). Choose another place or make room there.")
                     .arg(path, file.errorString())};
}
