#include "models/document/content_check.h"

#include "models/document/document.h"
#include "models/document/hot_journal.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

bool isWritable(const QString &path)
{
    // SQLite needs its rollback journal beside the file, and not beside a link to it.
    const QFileInfo file(QFileInfo(path).canonicalFilePath());
    return file.isWritable() && QFileInfo(file.absolutePath()).isWritable();
}

Error damaged(const QString &path, const QString &detail)
{
    return {Error::Code::Damaged,
            Document::tr("%1 is damaged. Open the newest backup instead; the file was left as it is.")
                .arg(QFileInfo(path).fileName()),
            detail};
}

namespace {

// A damaged page or a foreign trigger ends it here.
Result<void> checkPages(const QString &path, const Schema &schema, Database::Access access)
{
    try {
        const Database database(path, access);
        if (database.scalar(u"PRAGMA quick_check(1)"_s).toString() != u"ok")
            return damaged(path);
        if (database.pragma(u"user_version"_s).toInt() == schema.version() && !schema.matches(database)) {
            return Error{
                Error::Code::Damaged,
                Document::tr("The tables in %1 were altered by another program. Open the newest backup "
                             "instead; the file was left as it is.")
                    .arg(QFileInfo(path).fileName())};
        }
    } catch (const DatabaseError &error) {
        if (error.error().code == Error::Code::Damaged || error.error().code == Error::Code::Failed)
            return damaged(path, error.error().detail);
        return error.error();
    }
    return {};
}

// The journal of a killed process is taken back, which needs a connection that may write. Where that does
// not give a workbook, it is not this file's, and the file is tried as it was found.
Result<void> checkAfterCrash(const QString &path, const Schema &schema, HotJournal &journal)
{
    const bool kept = journal.keepBoth();
    const auto takenBack = checkPages(path, schema, Database::Access::ReadWrite);
    if (takenBack || takenBack.error().code != Error::Code::Damaged)
        return takenBack;
    const auto changed = [&path] {
        return Error{Error::Code::Damaged,
                     Document::tr("%1 is damaged: the change that was being written when the program ended "
                                  "could not be taken back. Open the newest backup instead.")
                         .arg(QFileInfo(path).fileName())};
    };
    if (!kept || !journal.putBackFile())
        return changed();
    if (checkPages(path, schema, Database::Access::ReadOnly))
        return {};
    return journal.putBackJournal() ? takenBack : changed();
}

} // namespace

Result<void> checkContent(const QString &path, const Schema &schema, bool isLocked)
{
    HotJournal journal(path);
    const bool killed = isWritable(path) && journal.isThere();
    if (killed && isLocked)
        return checkAfterCrash(path, schema, journal);
    return checkPages(path, schema, killed ? Database::Access::ReadWrite : Database::Access::ReadOnly);
}
