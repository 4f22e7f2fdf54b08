#include "models/document/document.h"

#include "models/document/content_check.h"
#include "models/document/file_header.h"
#include "models/document/hot_journal.h"
#include "models/document/passing_folder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(documentLog, "smarketing.document", QtCriticalMsg)

constexpr int keptHistory = 10'000;

// Device and inode: another file in the same place has another identity. 0: no file.
quint64 identityOf(const QString &path)
{
    struct stat status = {};
    if (stat(QFile::encodeName(path).constData(), &status) != 0)
        return 0;
    return (static_cast<quint64>(status.st_dev) << 48) ^ static_cast<quint64>(status.st_ino);
}

QString whyHeld(const LockFile::Holder &holder)
{
    if (holder.isHere && holder.isSamePerson)
        return Document::tr(
            "This workbook is open in another window, so it can only be read here. Close it there "
            "and try again, or save a copy to change that.");
    const QString person = holder.person.isEmpty() ? Document::tr("Somebody") : holder.person;
    if (holder.isHere)
        return Document::tr(
                   "%1 has this workbook open on this computer, so it can only be read here. Wait until "
                   "it is closed there, or save a copy to change that.")
            .arg(person);
    const QString machine = holder.machine.isEmpty() ? Document::tr("another computer")
                                                     : Document::tr("the computer %1").arg(holder.machine);
    return Document::tr(
               "%1 has this workbook open on %2, so it can only be read here. Wait until it is closed "
               "there, or save a copy to change that. Where it is not open there any more, it can be "
               "taken over in the window.")
        .arg(person, machine);
}

QString whyRead(Document::ReadOnly reason)
{
    switch (reason) {
    case Document::ReadOnly::FileIsReadOnly:
        return Document::tr(
            "This file is write-protected, so it can only be read. Save a copy to change that.");
    case Document::ReadOnly::CannotBeLocked:
        return Document::tr(
            "Nothing can be written beside this workbook that keeps others from changing it meanwhile, so it "
            "can only be read. Make room on that disk or allow yourself to write there, then open it again.");
    case Document::ReadOnly::OpenElsewhere:
    case Document::ReadOnly::No:
        break;
    }
    return Document::tr(
        "The workbook's file is gone or has been replaced while it was open. Save a copy of what you see "
        "here and go on with that, or open the file again.");
}

void writeNew(const QString &path, const Document::Work &fill)
{
    const Database database(path, Database::Access::ReadWrite, true);
    database.execute(u"PRAGMA application_id = %1"_s.arg(Schema::applicationId));
    Schema().migrate(database);
    Transaction transaction(database);
    fill(database);
    transaction.commit();
}

} // namespace

Document::Document(QString path, ReadOnly readOnly, std::unique_ptr<LockFile> lock, Options options)
    : m_path(std::move(path))
    , m_readOnly(readOnly)
    , m_options(std::move(options))
    , m_lock(std::move(lock))
    , m_author(m_options.author)
{
    constexpr int restMs = 20;
    m_preparation.setInterval(restMs);
    connect(&m_preparation, &QTimer::timeout, this, &Document::prepareNext);
}

Document::~Document() = default;

Result<std::unique_ptr<Document>> Document::open(const QString &path, const Options &options)
{
    try {
        const QString absolute = QFileInfo(path).absoluteFilePath();
        const Schema schema;
        if (const auto header = checkHeader(absolute, schema.version()); !header)
            return header.error();

        ReadOnly readOnly
            = options.readOnly || !isWritable(absolute) ? ReadOnly::FileIsReadOnly : ReadOnly::No;
        auto lock
            = readOnly == ReadOnly::No ? std::make_unique<LockFile>(LockFile::besideFile(absolute)) : nullptr;
        std::optional<LockFile::Holder> holder;
        if (lock && !(options.takeOver ? lock->takeOver(options.author) : lock->take(options.author))) {
            holder = lock->holder();
            readOnly = holder ? ReadOnly::OpenElsewhere : ReadOnly::CannotBeLocked;
            lock.reset();
        }
        if (const auto content = checkContent(absolute, schema, lock != nullptr); !content)
            return content.error();

        std::unique_ptr<Document> document(new Document(absolute, readOnly, std::move(lock), options));
        document->m_holder = holder;
        document->connectDatabase();
        if (!document->isReadOnly())
            PassingFolder::clearBeside(absolute);
        return document;
    } catch (const DatabaseError &error) {
        return error.error();
    }
}

Result<std::unique_ptr<Document>> Document::create(const QString &path, const Work &fill,
                                                   const Options &options,
                                                   const std::function<Result<void>(Document &)> &finish)
{
    const QFileInfo target(QFileInfo(path).absoluteFilePath());
    if (target.exists())
        return Error{Error::Code::Refused,
                     tr("%1 already exists. Choose another name.").arg(target.fileName())};
    // Made in a passing folder and moved when complete, so that a half-made file is never seen.
    const PassingFolder beside(target.absolutePath());
    const QString passing = beside.filePath(target.fileName());
    const auto cannotBeMade = [&target](const QString &detail) {
        return Error{Error::Code::ReadOnly,
                     tr("A workbook cannot be made in %1. Choose another folder.")
                         .arg(QDir::toNativeSeparators(target.absolutePath())),
                     detail};
    };
    if (!beside.isValid())
        return cannotBeMade(beside.errorString());
    try {
        writeNew(passing, fill);
    } catch (const DatabaseError &error) {
        if (error.error().code == Error::Code::Failed || error.error().code == Error::Code::ReadOnly)
            return cannotBeMade(error.error().detail);
        return error.error();
    }
    if (finish) {
        const auto made = open(passing, options);
        if (!made)
            return made.error();
        if (const auto finished = finish(**made); !finished)
            return finished.error();
    }
    HotJournal::removeAt(target.filePath()); // of a workbook that is no more
    if (!QFile::rename(passing, target.filePath()))
        return Error{Error::Code::ReadOnly,
                     tr("%1 could not be written. Choose another folder.").arg(target.fileName())};
    return open(target.filePath(), options);
}

void Document::connectDatabase()
{
    m_journal.reset();
    m_database = std::make_unique<Database>(
        m_path, isReadOnly() ? Database::Access::ReadOnly : Database::Access::ReadWrite);
    m_database->execute(u"PRAGMA trusted_schema = OFF"_s);
    m_database->execute(u"PRAGMA cell_size_check = ON"_s);
    m_database->execute(u"PRAGMA foreign_keys = ON"_s);
    if (!isReadOnly()) {
        m_database->pragma(u"journal_mode = DELETE"_s);
        m_database->execute(u"PRAGMA synchronous = EXTRA"_s);
        m_database->execute(u"PRAGMA recursive_triggers = ON"_s);
        if (m_database->pragma(u"user_version"_s).toInt() < m_schema.version()) {
            if (const auto backup = backUp(Backup::BeforeMigration); !backup)
                throw DatabaseError(backup.error());
            try {
                m_schema.migrate(*m_database);
            } catch (const DatabaseError &error) {
                throw error.error().code == Error::Code::Failed
                    ? DatabaseError(damaged(m_path, error.error().detail))
                    : error;
            }
        }
        m_journal = std::make_unique<Journal>(*m_database, m_schema);
        Transaction transaction(*m_database);
        m_journal->prune(keptHistory);
        transaction.commit();
        m_preparation.start();
    } else if (m_database->pragma(u"user_version"_s).toInt() < m_schema.version()) {
        m_schema.complete(*m_database);
    }
    m_dataVersion = m_database->pragma(u"data_version"_s).toLongLong();
    m_fileIdentity = identityOf(m_path);
    readHistory();
}

void Document::prepareNext()
{
    try {
        if (m_journal->prepareNext())
            return;
    } catch (const DatabaseError &error) {
        qCWarning(documentLog) << error.error().detail; // the next edit will meet it too, and say so
    }
    m_preparation.stop();
}

Result<void> Document::edit(const QString &label, const Work &work, const EditOptions &options)
{
    if (const auto writable = checkWritable(); !writable)
        return writable;
    if (m_editing)
        return Error{Error::Code::Conflict,
                     tr("Another change is still being written. Try again in a moment.")};
    m_editing = true;
    QSet<QString> tables;
    try {
        m_journal->prepare();
        Transaction transaction(*m_database);
        m_journal->begin(options.mergeKey);
        work(*m_database);
        tables = m_journal->end(m_author, label, options.mergeKey);
        transaction.commit();
    } catch (const DatabaseError &error) {
        m_editing = false;
        setAllSaved(error.error().code != Error::Code::DiskFull);
        return error.error();
    }
    m_editing = false;
    setAllSaved(true);
    readHistory();
    tables |= options.alsoChanged;
    if (!tables.isEmpty())
        Q_EMIT changed(tables);
    return {};
}

Result<void> Document::undo()
{
    return step(m_undoable, true);
}

Result<void> Document::redo()
{
    return step(m_redoable, false);
}

Result<void> Document::step(const Journal::Entry &entry, bool undo)
{
    if (isReadOnly() || m_editing || entry.id == 0)
        return {};
    if (const auto writable = checkWritable(); !writable)
        return writable;
    QSet<QString> tables;
    Result<void> outcome;
    try {
        // The images hold what foreign keys did at the time; they must not act a second time.
        m_database->execute(u"PRAGMA foreign_keys = OFF"_s);
        Transaction transaction(*m_database);
        tables = undo ? m_journal->undo(entry) : m_journal->redo(entry);
        transaction.commit();
        setAllSaved(true);
    } catch (const DatabaseError &error) {
        setAllSaved(error.error().code != Error::Code::DiskFull);
        outcome = error.error();
    }
    try {
        m_database->execute(u"PRAGMA foreign_keys = ON"_s);
    } catch (const DatabaseError &error) {
        outcome = error.error();
    }
    readHistory();
    if (outcome)
        Q_EMIT changed(tables);
    return outcome;
}

void Document::readHistory()
{
    if (m_journal) {
        m_undoable = m_journal->undoable();
        m_redoable = m_journal->redoable();
    }
    Q_EMIT historyChanged();
}

QList<Journal::Entry> Document::history(int limit) const
{
    try {
        return m_journal ? m_journal->entries(limit) : QList<Journal::Entry>();
    } catch (const DatabaseError &error) {
        Q_EMIT readFailed(error.error());
        return {};
    }
}

QList<Journal::RowChange> Document::changesOf(const Journal::Entry &entry) const
{
    try {
        return m_journal ? m_journal->changes(entry) : QList<Journal::RowChange>();
    } catch (const DatabaseError &error) {
        Q_EMIT readFailed(error.error());
        return {};
    }
}

Result<void> Document::forgetHistory()
{
    try {
        Transaction transaction(*m_database);
        m_journal->prune(0);
        transaction.commit();
        // No page is left unused: what is written into one that was is not taken back where the disk is full.
        m_database->execute(u"VACUUM"_s);
    } catch (const DatabaseError &error) {
        return error.error();
    }
    readHistory();
    return {};
}

QList<QVariantMap> Document::rows(const QString &table) const
{
    if (!m_schema.hasTable(table))
        return {};
    const QString order = m_schema.columns(table).contains(u"position"_s) ? u"position, id"_s : u"id"_s;
    try {
        return m_database->rows(u"SELECT * FROM \"%1\" ORDER BY %2"_s.arg(table, order));
    } catch (const DatabaseError &error) {
        Q_EMIT readFailed(error.error());
        return {};
    }
}

QByteArray Document::attachment(const QString &hash) const
{
    try {
        return m_database->scalar(u"SELECT data FROM attachment WHERE sha256 = ?"_s, {hash}).toByteArray();
    } catch (const DatabaseError &error) {
        Q_EMIT readFailed(error.error());
        return {};
    }
}

QString Document::addAttachment(const Database &database, const QByteArray &bytes)
{
    const QString hash
        = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    database.execute(u"INSERT INTO attachment (sha256, data) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
                     {hash, bytes});
    return hash;
}

void Document::setAllSaved(bool saved)
{
    if (m_allSaved == saved)
        return;
    m_allSaved = saved;
    Q_EMIT savedChanged(saved);
}

QSet<QString> Document::allTables() const
{
    const QStringList tables = m_schema.journalledTables();
    return QSet<QString>(tables.begin(), tables.end()) << u"funnel_deal"_s;
}

void Document::checkHolder()
{
    m_freed = !LockFile(LockFile::besideFile(m_path)).holder();
    if (m_freed)
        Q_EMIT freed();
}

// Somebody may have cleared the folder; but whoever took it over works with it by now.
bool Document::keepsLock()
{
    if (!m_lock || m_lock->isHeld() || m_lock->take(m_author))
        return true;
    m_holder = m_lock->holder();
    m_isTakenOver = m_holder.has_value();
    return !m_isTakenOver;
}

// Something else may have been written into the very file.
Result<void> Document::checkStillOurs() const
{
    if (isWorkbook(m_path) || !QFileInfo::exists(m_path))
        return {};
    return Error{
        Error::Code::Damaged,
        tr("The workbook's file no longer holds a workbook: something else was written into it while "
           "it was open. Open the newest backup.")};
}

Result<void> Document::checkFile()
{
    if (!isGone() && (identityOf(m_path) != m_fileIdentity || !keepsLock())) {
        lose();
        Q_EMIT replaced();
    }
    return isGone()
        ? Result<void>(Error{Error::Code::ReadOnly, m_isTakenOver ? whyOnlyRead() : whyRead(ReadOnly::No)})
        : Result<void>();
}

QString Document::whyOnlyRead() const
{
    return m_holder ? whyHeld(*m_holder) : whyRead(m_readOnly);
}

bool Document::mayBeTakenOver() const
{
    return m_holder && !m_holder->isHere;
}

Result<void> Document::checkWritable()
{
    return isReadOnly() ? Result<void>(Error{Error::Code::ReadOnly, whyOnlyRead()}) : checkFile();
}

void Document::lose()
{
    m_fileIdentity = 0;
    m_lock.reset(); // whatever lies there now is not ours
    Q_EMIT historyChanged();
}

void Document::checkOutside()
{
    if (m_editing || isGone())
        return;
    if (!checkFile())
        return;
    if (m_readOnly == ReadOnly::OpenElsewhere && !m_freed)
        checkHolder();
    if (const auto content = checkStillOurs(); !content) {
        lose(); // it is told once
        setAllSaved(false);
        Q_EMIT readFailed(content.error());
        return;
    }
    try {
        const qint64 version = m_database->pragma(u"data_version"_s).toLongLong();
        if (version == m_dataVersion)
            return;
        m_dataVersion = version;
        readHistory();
    } catch (const DatabaseError &error) {
        qCWarning(documentLog) << error.error().detail;
        return;
    }
    Q_EMIT outsideChange();
    Q_EMIT changed(allTables());
}
