#pragma once

#include "models/tables/text_decoder.h"

#include <QIODevice>
#include <QList>
#include <QString>
#include <QStringView>

#include <vector>

// What was not as RFC 4180 wants it, and was repaired as said here.
struct CsvProblem
{
    enum class Kind {
        UnclosedQuote, // taken as an ordinary character, so that the row ends with its line
        StrayQuote, // a quote within a value, not doubled; kept as it is
        Nul, // NUL characters; left out
    };

    Kind kind = Kind::StrayQuote;
    qint64 line = 0;

    QString text() const;
};

// Reads CSV and its relatives row by row, in chunks, so that a file of any length needs little memory.
// Lines may end in CR, LF or CRLF; a blank line is a row with one empty cell.
class CsvReader
{
public:
    // From where the device is, which stays with the caller and must outlive the reader.
    CsvReader(QIODevice &device, TextEncoding encoding, char16_t separator);

    bool next(); // false at the end; then the cells are gone

    // Valid until next().
    const std::vector<QStringView> &cells() const { return m_cells; }
    qint64 line() const { return m_rowLine; } // of the file, on which the row starts; from 1
    bool isUnended() const { return m_isUnended; } // the file ends where the line does not

    const QList<CsvProblem> &problems() const { return m_problems; } // the first thousand

private:
    enum class Parsed { Row, Incomplete, Unclosed };
    struct Cell
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        bool doubled = false; // holds doubled quotes
    };

    Parsed parseRow();
    Parsed parseQuoted(Cell &cell);
    void parsePlain(Cell &cell);
    Parsed finishCell(const Cell &cell, bool &rowDone);
    void publishRow();
    bool readMore();
    void report(CsvProblem::Kind kind, qint64 line);
    qsizetype lineBreakAt(qsizetype at) const; // its length; 0: none

    QIODevice &m_device;
    TextDecoder m_decoder;
    char16_t m_separator;

    QString m_text; // read, not yet parsed from m_start on
    const char16_t *m_data = nullptr;
    qsizetype m_size = 0;
    qsizetype m_start = 0; // of the row
    qsizetype m_at = 0;
    bool m_atEnd = false;
    bool m_nulReported = false;
    bool m_isUnended = false;

    std::vector<Cell> m_parts;
    std::vector<QStringView> m_cells;
    std::vector<CsvProblem> m_rowProblems;
    qint64 m_rowLine = 0;
    qint64 m_line = 1; // where m_at is
    qsizetype m_plainFrom = -1; // in this row quotes from here on are ordinary, as one was never closed
    qsizetype m_quotedLimit = 0;

    QList<CsvProblem> m_problems;
};

// The cells of a row that stands in one cell.
QStringList splitRow(QStringView row, char16_t separator);

// The separator (comma, semicolon, tab, bar or caret) that cuts the rows into the most even columns.
char16_t guessSeparator(const QByteArray &start, TextEncoding encoding);
