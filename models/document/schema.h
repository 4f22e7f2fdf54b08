#pragma once

#include "models/document/database.h"

#include <QHash>
#include <QStringList>

// The tables of a workbook file: numbered migrations from resources/schema, and what they add up to.
class Schema
{
public:
    static constexpr qint64 applicationId = 0x534D4B57; // "SMKW", bytes 68 to 71 of the file

    // Reads the program's own migrations, and what they make, from their text. Throws DatabaseError.
    Schema();

    int version() const { return static_cast<int>(m_migrations.size()); }

    // Brings a file from its user_version to version(), all of it or nothing. Throws DatabaseError.
    void migrate(const Database &database) const;
    // Has the tables of an older file that can only be read show the columns that they lack, as empty ones,
    // to this connection. Throws DatabaseError.
    void complete(const Database &database) const;

    // Columns of each table, in order. The only names ever used to build SQL.
    const QStringList &columns(const QString &table) const;
    bool hasTable(const QString &table) const { return m_columns.contains(table); }
    // Tables whose rows are journalled, and so undone and redone.
    const QStringList &journalledTables() const { return m_journalled; }

    // Whether the file has exactly our tables and indexes: no triggers, views or columns of others.
    bool matches(const Database &database) const;

private:
    QStringList m_migrations;
    QHash<QString, QStringList> m_columns;
    QStringList m_journalled;
    QStringList m_objects;
};
