#pragma once

#include "models/document/schema.h"

#include <QSet>

// The file's own history: every change of a row with its image before and after, kept in the file and
// written by temporary triggers within the same transaction. Undo and redo apply these images; they
// survive a restart. Every function throws DatabaseError.
class Journal
{
public:
    struct Entry
    {
        qint64 id = 0;
        QString at; // ISO 8601, UTC
        QString who;
        QString label;
        QString mergeKey;
    };

    // A row as an entry found it and left it, by column; empty where it was not there.
    struct RowChange
    {
        QString table;
        qint64 row = 0;
        QVariantMap before, after;
    };

    Journal(const Database &database, const Schema &schema);

    // Installs the triggers on this connection that are still missing; before begin() and outside a
    // transaction. All together they take longer than the rest of opening a file.
    void prepare();
    // Installs those of one table; false: none is missing any more. For the time until the first edit.
    bool prepareNext();

    // Between begin() and end(), inside one transaction, every change of a row is recorded.
    // With a merge key equal to that of the newest entry, the changes join that entry.
    void begin(const QString &mergeKey);
    // Returns the tables changed; with none, no entry is made. Discards what had been undone.
    QSet<QString> end(const QString &who, const QString &label, const QString &mergeKey);

    // Newest entry that can be undone, oldest that can be redone; id 0 if there is none.
    Entry undoable() const;
    Entry redoable() const;
    // Newest first.
    QList<Entry> entries(int limit) const;

    QList<RowChange> changes(const Entry &entry) const; // in the order in which they were made

    // Applies the images of one entry within the caller's transaction and returns the tables changed.
    // If a row no longer is what the entry left behind, throws Error::Code::Conflict.
    // Foreign keys must be off on the connection; they are checked at the end.
    QSet<QString> undo(const Entry &entry) const;
    QSet<QString> redo(const Entry &entry) const;

    // Keeps the newest `keep` entries.
    void prune(int keep) const;

private:
    void apply(const QString &table, qint64 row, const QVariant &expected, const QVariant &wanted) const;
    void checkForeignKeys(const QSet<QString> &tables) const;
    QString imageOf(const QString &table, const QString &alias) const;
    void installTriggers(const QString &table) const;

    const Database &m_database;
    const Schema &m_schema;
    qint64 m_current = 0;
    QStringList m_unprepared; // tables
};
