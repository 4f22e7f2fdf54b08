#pragma once

#include "models/document/database.h"

#include <optional>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

// One statement for very many rows, with SQLite's own interface: QSqlQuery spends five times as long on
// handing the values over as SQLite on storing or finding them. Where Qt's driver brings a SQLite of its own,
// which must not be mixed with the one linked here, it goes through QSqlQuery all the same.
// Every function throws DatabaseError.
class RowStatement
{
public:
    // The database must outlive it.
    RowStatement(const Database &database, const QString &sql);
    ~RowStatement();
    RowStatement(const RowStatement &) = delete;
    RowStatement &operator=(const RowStatement &) = delete;

    // Parameters are counted from 0, and empty until bound for each execution anew.
    void bind(int parameter, qint64 number);
    void bind(int parameter, const QString &text);

    // Writes a row. False where one with the same key is there: then nothing is written.
    bool execute();

    // Reads the rows one after the other; after the last it is false, and the statement ready to be bound.
    bool next();
    // Of the present row, counted from 0. Of an empty column 0 and the empty text.
    bool isEmpty(int column) const;
    qint64 number(int column) const;
    QString text(int column) const;
    QByteArray utf8(int column) const; // the same; valid only until the next row

private:
    void end();
    void executeSlowly();

    sqlite3 *m_connection = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    std::vector<QByteArray> m_texts; // bound; SQLite would be slower at turning them into UTF-8

    std::optional<Statement> m_slow;
    qsizetype m_parameters = 0; // of m_slow
    QMap<int, QVariant> m_values; // bound for m_slow
    bool m_isReading = false; // m_slow
};
