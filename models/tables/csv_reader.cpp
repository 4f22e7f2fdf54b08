#include "models/tables/csv_reader.h"

#include "models/tables/formula_guard.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace {

constexpr qint64 chunkSize = 1 << 17;
constexpr qsizetype keptProblems = 1000;

// A quoted value longer than this was never meant as one: a quote was left open. Once that has happened in a
// file, far less is believed, so that a file full of open quotes is not searched to its end for each.
constexpr qsizetype quotedLimit = 1 << 25;
constexpr qsizetype quotedLimitOfDoubtful = 1 << 12;
// Beyond this it is only believed as long as all quotes within are doubled.
constexpr qsizetype usualLength = 1 << 20;

} // namespace

QString CsvProblem::text() const
{
    switch (kind) {
    case Kind::UnclosedQuote:
        return QCoreApplication::translate("CsvProblem",
                                           "A quotation mark is opened and never closed, or only after very "
                                           "much text. It was read as part of the text.");
    case Kind::StrayQuote:
        return QCoreApplication::translate(
            "CsvProblem", "A quotation mark within a value is not doubled. It was read as part of the text.");
    case Kind::Nul:
        break;
    }
    return QCoreApplication::translate("CsvProblem",
                                       "The file has empty (NUL) characters. They were left out.");
}

CsvReader::CsvReader(QIODevice &device, TextEncoding encoding, char16_t separator)
    : m_device(device)
    , m_decoder(encoding)
    , m_separator(separator)
    , m_quotedLimit(quotedLimit)
{
}

bool CsvReader::next()
{
    m_cells.clear();
    m_plainFrom = -1;
    m_rowLine = m_line;
    while (true) {
        if (m_start == m_size && !readMore())
            return false;
        m_at = m_start;
        m_line = m_rowLine;
        switch (parseRow()) {
        case Parsed::Row:
            publishRow();
            m_start = m_at;
            return true;
        case Parsed::Incomplete:
            readMore();
            break;
        case Parsed::Unclosed:
            m_quotedLimit = quotedLimitOfDoubtful;
            break;
        }
    }
}

// The rest of the row so far is kept, and as much again is read, so that long rows are not parsed over and
// over.
bool CsvReader::readMore()
{
    if (m_atEnd)
        return false;
    if (m_plainFrom >= 0)
        m_plainFrom -= m_start;
    m_text.remove(0, m_start);
    m_start = 0;
    const QByteArray bytes = m_device.read(std::max<qint64>(chunkSize, m_text.size()));
    m_atEnd = bytes.isEmpty();
    m_text += m_decoder.decode(bytes);
    m_data = reinterpret_cast<const char16_t *>(m_text.constData());
    m_size = m_text.size();
    if (m_decoder.hasSeenNul() && !m_nulReported) {
        m_nulReported = true;
        report(CsvProblem::Kind::Nul, m_rowLine);
    }
    return m_size > 0 || !m_atEnd;
}

qsizetype CsvReader::lineBreakAt(qsizetype at) const
{
    if (m_data[at] == u'\n')
        return 1;
    if (m_data[at] != u'\r')
        return 0;
    return at + 1 < m_size && m_data[at + 1] == u'\n' ? 2 : 1;
}

CsvReader::Parsed CsvReader::parseRow()
{
    m_parts.clear();
    m_rowProblems.clear();
    for (bool rowDone = false; !rowDone;) {
        Cell cell;
        if (m_at < m_size && m_data[m_at] == u'"' && (m_plainFrom < 0 || m_at < m_plainFrom)) {
            const Parsed parsed = parseQuoted(cell);
            if (parsed != Parsed::Row)
                return parsed;
        } else {
            parsePlain(cell);
        }
        const Parsed parsed = finishCell(cell, rowDone);
        if (parsed != Parsed::Row)
            return parsed;
    }
    return Parsed::Row;
}

// ="0042": as programs write what a spreadsheet would take for a number.
static bool isText(QStringView cell)
{
    return cell.size() > 2 && cell.startsWith(u"=\"") && cell.endsWith(u'"');
}

void CsvReader::parsePlain(Cell &cell)
{
    cell.begin = m_at;
    bool quote = false;
    for (; m_at < m_size; ++m_at) {
        const char16_t c = m_data[m_at];
        if (c == m_separator || c == u'\n' || c == u'\r')
            break;
        quote = quote || c == u'"';
    }
    cell.end = m_at;
    quote = quote && !isText(QStringView(m_data + cell.begin, cell.end - cell.begin));
    if (quote && (m_plainFrom < 0 || cell.begin < m_plainFrom))
        m_rowProblems.push_back({CsvProblem::Kind::StrayQuote, m_line});
}

CsvReader::Parsed CsvReader::parseQuoted(Cell &cell)
{
    const qsizetype open = m_at++;
    const qint64 openLine = m_line;
    cell.begin = m_at;
    while (m_at < m_size && m_at - open <= m_quotedLimit) {
        const char16_t c = m_data[m_at];
        if (c == u'\r' || c == u'\n') {
            if (c == u'\r' && m_at + 1 == m_size && !m_atEnd)
                return Parsed::Incomplete;
            m_at += lineBreakAt(m_at);
            ++m_line;
            continue;
        }
        if (c != u'"') {
            ++m_at;
            continue;
        }
        if (m_at + 1 == m_size && !m_atEnd)
            return Parsed::Incomplete;
        const char16_t after = m_at + 1 < m_size ? m_data[m_at + 1] : u'\n';
        if (after == m_separator || after == u'\n' || after == u'\r') {
            cell.end = m_at++;
            return Parsed::Row;
        }
        if (after == u'"')
            cell.doubled = true;
        else if (m_at - open > usualLength)
            break;
        else
            m_rowProblems.push_back({CsvProblem::Kind::StrayQuote, m_line});
        m_at += after == u'"' ? 2 : 1;
    }
    if (m_at == m_size && !m_atEnd)
        return Parsed::Incomplete;
    m_plainFrom = open;
    report(CsvProblem::Kind::UnclosedQuote, openLine);
    return Parsed::Unclosed;
}

// What ends the cell: a separator, the end of the line or the end of the file.
CsvReader::Parsed CsvReader::finishCell(const Cell &cell, bool &rowDone)
{
    m_parts.push_back(cell);
    if (m_at == m_size) {
        rowDone = true;
        m_isUnended = m_atEnd;
        return m_atEnd ? Parsed::Row : Parsed::Incomplete;
    }
    if (m_data[m_at] == m_separator) {
        ++m_at;
        return Parsed::Row;
    }
    if (m_data[m_at] == u'\r' && m_at + 1 == m_size && !m_atEnd)
        return Parsed::Incomplete;
    m_at += lineBreakAt(m_at);
    ++m_line;
    rowDone = true;
    return Parsed::Row;
}

void CsvReader::publishRow()
{
    char16_t *text = nullptr;
    for (Cell &cell : m_parts) {
        if (cell.doubled) {
            // The row will not be parsed again, so its text may be shortened where it is.
            if (!text)
                text = reinterpret_cast<char16_t *>(m_text.data());
            qsizetype to = cell.begin;
            for (qsizetype from = cell.begin; from < cell.end; ++from) {
                text[to++] = text[from];
                if (text[from] == u'"' && from + 1 < cell.end && text[from + 1] == u'"')
                    ++from;
            }
            cell.end = to;
        }
        const QStringView whole(m_data + cell.begin, cell.end - cell.begin);
        m_cells.push_back(unguarded(isText(whole) ? whole.sliced(2).chopped(1) : whole));
    }
    for (const CsvProblem &problem : m_rowProblems)
        report(problem.kind, problem.line);
}

void CsvReader::report(CsvProblem::Kind kind, qint64 line)
{
    if (m_problems.size() < keptProblems)
        m_problems.append({kind, line});
}

// Half of a quoted text in a cell: it was cut where no cell ends.
static bool isTorn(const std::vector<QStringView> &cells)
{
    return std::any_of(cells.begin(), cells.end(),
                       [](QStringView cell) { return cell.count(u'"') % 2 != 0; });
}

QStringList splitRow(QStringView row, char16_t separator)
{
    QByteArray bytes = row.toUtf8();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, TextEncoding::Utf8, separator);
    QStringList cells;
    if (reader.next())
        for (const QStringView cell : reader.cells())
            cells.append(cell.toString());
    return cells;
}

char16_t guessSeparator(const QByteArray &start, TextEncoding encoding)
{
    char16_t best = u',';
    double bestScore = 0;
    for (const char16_t separator : {u',', u';', u'\t', u'|', u'^'}) {
        QByteArray bytes = start;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer, encoding, separator);
        QHash<size_t, int> rowsOfWidth;
        int rows = 0;
        while (rows < 500 && reader.next()) {
            if (reader.cells().size() == 1 && reader.cells().front().trimmed().isEmpty())
                continue;
            ++rows;
            rowsOfWidth[reader.cells().size()] += isTorn(reader.cells()) ? 0 : 1;
        }
        for (const auto &[width, count] : rowsOfWidth.asKeyValueRange()) {
            // Evenness counts for far more than many columns: a decimal comma cuts rows too, but unevenly.
            const double share = double(count) / rows;
            const double score = share * share * share * double(width - 1);
            if (score > bestScore) {
                bestScore = score;
                best = separator;
            }
        }
    }
    return best;
}
