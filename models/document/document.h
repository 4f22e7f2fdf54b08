#pragma once

#include "models/document/journal.h"
#include "models/document/lock_file.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

// One open workbook: one file, one connection. Every change goes through edit(): one transaction,
// journalled, committed, then announced by changed(). There is no save.
class Document : public QObject
{
    Q_OBJECT

public:
    // Why a workbook cannot be changed here.
    enum class ReadOnly { No, FileIsReadOnly, OpenElsewhere, CannotBeLocked };

    // Backups lie in `dataFolder`, never beside the document.
    struct Options
    {
        QString dataFolder = {}; // empty: the user's data folder
        bool readOnly = false;
        QString author = {}; // as setAuthor(); others on a shared folder see it too
        bool takeOver = false; // from another machine that is gone, see mayBeTakenOver()

        QString folder() const; // the one or the other
    };

    // Opens an existing workbook; anything that is not one, or is newer, damaged or empty, is refused
    // with a plain message and left byte for byte as it is.
    static Result<std::unique_ptr<Document>> open(const QString &path, const Options &options);
    // Makes a new workbook; refuses to replace a file. `fill` writes the starter's rows within the
    // creating transaction, `finish` does what needs a document. On failure no file is left behind.
    static Result<std::unique_ptr<Document>>
    create(const QString &path, const std::function<void(const Database &)> &fill, const Options &options,
           const std::function<Result<void>(Document &)> &finish = {});
    ~Document() override;

    const QString &path() const { return m_path; }
    ReadOnly readOnly() const { return m_readOnly; }
    bool isReadOnly() const { return m_readOnly != ReadOnly::No; }
    QString whyOnlyRead() const; // and what to do, where it is
    // Open on another machine, of which it cannot be known whether it still is.
    bool mayBeTakenOver() const;
    // Somebody else did: nothing can be written here any more.
    bool isTakenOver() const { return m_isTakenOver; }
    const Database &database() const { return *m_database; } // for reading; throws DatabaseError
    const Schema &schema() const { return m_schema; }

    // Name that the journal records for the following edits.
    const QString &author() const { return m_author; }
    void setAuthor(const QString &name) { m_author = name; }

    using Work = std::function<void(const Database &)>;
    struct EditOptions
    {
        // Edits with the same key, one after the other, are one undo step (typing in one field).
        QString mergeKey = {};
        // Tables written although they are not journalled, to be announced too.
        QSet<QString> alsoChanged = {};
    };
    // `label` names the change in the Undo menu. `work` may throw DatabaseError; then nothing is changed.
    Result<void> edit(const QString &label, const Work &work, const EditOptions &options);
    Result<void> edit(const QString &label, const Work &work) { return edit(label, work, EditOptions()); }

    // Rows of a table in their order. A failed read gives none and is announced by readFailed().
    QList<QVariantMap> rows(const QString &table) const;
    // A picture or file by its SHA-256; empty if there is none.
    QByteArray attachment(const QString &hash) const;
    // Keeps the bytes once, however often they are used; returns their SHA-256. Within edit() only.
    static QString addAttachment(const Database &database, const QByteArray &bytes);

    bool canUndo() const { return !isReadOnly() && !isGone() && m_undoable.id != 0; }
    bool canRedo() const { return !isReadOnly() && !isGone() && m_redoable.id != 0; }
    QString undoLabel() const { return m_undoable.label; }
    QString redoLabel() const { return m_redoable.label; }
    Result<void> undo();
    Result<void> redo();
    QList<Journal::Entry> history(int limit) const;
    QList<Journal::RowChange> changesOf(const Journal::Entry &entry) const;
    // Nothing can be undone any more; for a workbook that was just made.
    Result<void> forgetHistory();

    // Whether the last change reached the disk.
    bool allSaved() const { return m_allSaved; }

    // A copy in one piece, replacing `target` only when complete, without what was undone.
    Result<void> saveCopy(const QString &target) const;
    // A dated copy in the data folder, at most one a day, but one more before a newer version of the program
    // changes the tables. Keeps the newest 20 of a workbook.
    enum class Backup { OfTheDay, BeforeMigration };
    Result<QString> backUp(Backup occasion = Backup::OfTheDay) const;
    static QString backupFolder(const QString &path, const Options &options);
    // The path of the newest, empty where there is none.
    static QString newestBackup(const QString &path, const Options &options);

    // An error where the file is gone or another one lies in its place: for those that read the workbook
    // through a connection of their own, and would find something else.
    Result<void> checkFile();

    // Looks whether the file was changed or replaced from outside, and if so reads it anew.
    // Called by a timer in the window. A replaced file is announced by replaced().
    void checkOutside();

Q_SIGNALS:
    // After a commit: these tables have changed.
    void changed(const QSet<QString> &tables);
    // Undo or redo became possible, impossible, or another step.
    void historyChanged();
    void savedChanged(bool allSaved);
    // A change from outside was taken over.
    void outsideChange();
    // Whoever had it open has closed the file: opened again, it can be changed here.
    void freed();
    // The file is gone, another one lies in its place, or somebody took it over: nothing can be written any
    // more.
    void replaced();
    // What was asked for could not be read, and so is shown as if there were nothing.
    void readFailed(const Error &error) const;

private:
    Document(QString path, ReadOnly readOnly, std::unique_ptr<LockFile> lock, Options options);
    Result<void> copyTo(const QString &target, const std::function<void(const QString &)> &finish = {}) const;
    void connectDatabase();
    void prepareNext();
    void checkHolder();
    bool keepsLock();
    bool isGone() const { return m_fileIdentity == 0; }
    Result<void> checkWritable();
    void lose(); // the file, and says so
    Result<void> checkStillOurs() const;
    Result<void> step(const Journal::Entry &entry, bool undo);
    void readHistory();
    void setAllSaved(bool saved);
    QSet<QString> allTables() const;

    QString m_path;
    ReadOnly m_readOnly;
    bool m_freed = false;
    bool m_isTakenOver = false;
    Options m_options;
    std::unique_ptr<LockFile> m_lock;
    std::optional<LockFile::Holder> m_holder; // somebody else
    Schema m_schema;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Journal> m_journal;
    QTimer m_preparation; // of the journal, a little at a time, so that the first edit is as quick as others
    Journal::Entry m_undoable;
    Journal::Entry m_redoable;
    QString m_author;
    qint64 m_dataVersion = 0;
    quint64 m_fileIdentity = 0;
    bool m_editing = false;
    bool m_allSaved = true;
};
