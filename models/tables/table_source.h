#pragma once

#include "models/document/result.h"
#include "models/tables/text_decoder.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>
#include <vector>

// Something in a table that was left out or repaired, in plain words.
struct TableRemark
{
    qint64 line = 0; // 0: the file as a whole
    QString text;
    QString file = {}; // where the table is made of several

    bool operator==(const TableRemark &) const = default;
};

// A row of sums below or between the rows of a table.
struct TotalRow
{
    qint64 line = 0;
    QStringList cells;
};

// A column of two tables by which their rows can be joined.
struct JoinKey
{
    QString name; // "Deal ID", or "Deal ID = Record" where it is called differently in both
    qint64 matches = 0; // rows of the first that have a row in the second

    bool operator==(const JoinKey &) const = default;
};

// A file that was joined to the one before, and the columns by which that can be done.
struct FileJoin
{
    QString file; // its name
    QList<JoinKey> keys; // the first is used
    bool looksUp = false; // one of the two lists accounts or the like, of which no row is a deal
    bool listsBefore = false; // that one is before this file
    qsizetype added = 0; // index of the file in TableFormat::added

    // The key that is used; empty where there is none.
    QString key() const { return keys.isEmpty() ? QString() : keys.first().name; }
    // What the joined table calls its column.
    QString column() const { return key().section(QStringLiteral(" = "), 0, 0); }

    bool operator==(const FileJoin &) const = default;
};

// Which table of a file is read, and how, where that is not left to the program.
struct TableFormat
{
    std::optional<TextEncoding> encoding = {}; // of text; empty: guessed
    char16_t separator = 0; // of text; 0: guessed
    QString sheet = {}; // of a spreadsheet; empty: the first with a table
    bool allSheets = false; // below that sheet, those with the same columns
    std::optional<qint64> headerLine = {}; // with the names of the columns; 0: there is none; empty: found
    QStringList added = {}; // further files, joined to the rows of this one
    std::optional<TextEncoding> encodingOfAdded = {}; // of text among these; empty: guessed
    QStringList joinBy = {}; // along `added`: the column in common, as in JoinKey; empty: found
    bool takesLikeliestKey = false; // where several columns would do; otherwise that is refused
    bool keepsBlanks = false; // also in the columns of groups, as found by GroupedTable
    QStringList carriedDown = {}; // columns with the names of groups; empty: found

    bool operator==(const TableFormat &) const = default;
};

// A table to import, row by row: named columns above rows of text. Hides whether it comes from CSV, a
// spreadsheet or a query. Rows above the table, totals and remarks below it and blank rows do not appear.
class TableSource
{
public:
    TableSource() = default;
    virtual ~TableSource() = default;
    TableSource(const TableSource &) = delete;
    TableSource &operator=(const TableSource &) = delete;

    virtual const QStringList &columns() const = 0; // none of them empty, no two alike
    virtual QString description() const = 0; // "UTF-8, separated by semicolons"
    virtual TableFormat format() const = 0; // as found, to open the same table again
    virtual QStringList sheets() const { return {}; } // to choose from, where the file has several tables
    // Of these, those with the columns of the one that is read, that one first; none where there is no other.
    virtual QStringList sheetsAlike() const { return {}; }
    virtual QList<FileJoin> joins() const { return {}; } // where it is made of several files
    virtual qsizetype fileOf(qsizetype /*column*/) const { return 0; } // which of these; 0: the first
    virtual qsizetype fileOfRow() const { return 0; } // the present one; -1: of several
    virtual bool countsFrom1904() const { return false; } // the days of dates that are written as numbers
    virtual QStringList groupColumns() const { return {}; } // see GroupedTable

    virtual Result<void> rewind() = 0; // before the first row
    virtual bool next() = 0; // false at the end, and where reading failed
    virtual Result<void> status() const { return {}; } // why it failed

    // Of the present row, valid until next(). Empty where the row is shorter than the header.
    virtual QStringView cell(qsizetype column) const = 0;
    virtual qsizetype filledBeyond() const = 0; // values to the right of the last column
    virtual qint64 line() const = 0;
    // Cells of the column up to here with a formula that nobody has worked out, and which are empty so far.
    virtual qint64 withoutResult(qsizetype /*column*/) const { return 0; }
    // Of joined files: the row of the other file beside this one, a lead, stood beside an earlier row too.
    virtual bool isFurther() const { return false; }
    // The present row is none that counts: the next one beside the same lead is then no further one.
    virtual void leaveOut() { }
    virtual QString file() const { return {}; } // its name, where the table is made of several

    virtual double progress() const = 0; // 0 to 1
    virtual QList<TotalRow> totals() const { return {}; } // left out so far; the first hundred
    virtual QList<TableRemark> remarks() const = 0; // so far; the first thousand
};

// Appended as remarks on the file of this name, but for those that name one themselves.
void appendRemarks(QList<TableRemark> &all, const QList<TableRemark> &remarks, const QString &file);

// Names for the columns of a table: doubled names become "name (2)", missing ones "Column 4".
QStringList repairedNames(const QStringList &names, QList<TableRemark> &remarks, qint64 line);

bool haveSameNames(const QStringList &columns, const QStringList &others); // in whatever order

bool isNumbered(const QString &column); // a name that such a column was given, "Column 4"

// Where the table begins among the first rows of a file.
struct HeaderPlace
{
    qsizetype row = 0; // of the header, or of the first row of data
    bool hasHeader = true;
};
HeaderPlace findHeader(const QList<QStringList> &firstRows);

// Whether a row is no data: blank, a sum below the table, a remark in a single cell, the header once more.
enum class RowKind { Data, Blank, Total, Remark, Header };
bool namesSum(QStringView cell); // "Total", "Grand Totals (12 records):"
bool namesSubtotal(QStringView cell); // "Closed Won Total", "Somme Acme"
bool saysSum(const QStringList &cells); // of a total: not an average or a number of rows
RowKind kindOfRow(const std::vector<QStringView> &cells, const QStringList &header);
