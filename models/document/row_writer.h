#pragma once

#include "models/document/database.h"

#include <optional>

struct sqlite3;
struct sqlite3_stmt;

// Executes one statement for very many rows, with SQLite's own interface: QSqlQuery spends five times as
// long on handing the values over as SQLite on storing them. Where Qt's driver brings a SQLite of its own,
// which must not be mixed with the one linked here, it goes through QSqlQuery all the same.
// Every function throws DatabaseError.
class RowWriter
{
public:
    // The database must outlive it.
    RowWriter(const Database &database, const QString &sql);
    ~RowWriter();
    RowWriter(const RowWriter &) = delete;
    RowWriter &operator=(const RowWriter &) = delete;

    // Parameters are counted from 0, and empty until bound for each row anew. A text must live until
    // execute().
    void bind(int parameter, qint64 number);
    void bind(int parameter, const QString &text);
    // False where a row with the same key is there: then nothing is written.
    bool execute();

private:
    bool executeSlowly();

    sqlite3 *m_connection = nullptr;
    sqlite3_stmt *m_statement = nullptr;

    std::optional<Statement> m_slow;
    qsizetype m_parameters = 0; // of m_slow
    QMap<int, QVariant> m_values; // bound for m_slow
};
