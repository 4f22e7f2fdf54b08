#include "models/exchange/csv_source.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sampleSize = 1 << 18;
constexpr qsizetype headerSearch = 60; // rows
constexpr qsizetype keptRemarks = 1000;

Error refused(const QString &message)
{
    return {Error::Code::Refused, message};
}

// Files that people take for CSV, by their first bytes.
std::optional<Error> otherKind(const QByteArray &start)
{
    if (start.startsWith("PK\x03\x04"))
        return refused(QCoreApplication::translate(
            "CsvSource",
            "This is an Excel or another packed file, not CSV. Save the table as CSV and import that."));
    if (start.startsWith("\xd0\xcf\x11\xe0"))
        return refused(QCoreApplication::translate(
            "CsvSource", "This is an old Excel file (.xls). Save it as .xlsx or CSV and import that."));
    if (start.startsWith("%PDF") || start.startsWith("\x89PNG") || start.startsWith("\xff\xd8\xff")
        || start.startsWith("SQLite format 3"))
        return refused(QCoreApplication::translate(
            "CsvSource",
            "This is not a table of text. Export the table from your CRM as CSV and import that."));
    return {};
}

// Text has hardly any control characters; UTF-16 has been told apart before.
bool isBinary(const QByteArray &start, TextEncoding encoding)
{
    if (encoding == TextEncoding::Utf16LE || encoding == TextEncoding::Utf16BE)
        return false;
    const auto controls = std::count_if(start.begin(), start.end(), [](char c) {
        const auto byte = static_cast<uchar>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\v';
    });
    return controls * 10 > start.size();
}

QString nameOf(char16_t separator)
{
    switch (separator) {
    case u';':
        return QCoreApplication::translate("CsvSource", "semicolons");
    case u'\t':
        return QCoreApplication::translate("CsvSource", "tabs");
    case u'|':
        return QCoreApplication::translate("CsvSource", "bars");
    default:
        return QCoreApplication::translate("CsvSource", "commas");
    }
}

QStringList toStrings(const std::vector<QStringView> &cells)
{
    QStringList strings;
    for (const QStringView cell : cells)
        strings.append(cell.toString());
    return strings;
}

} // namespace

CsvSource::CsvSource(std::unique_ptr<QIODevice> device)
    : m_device(std::move(device))
{
}

Result<std::unique_ptr<CsvSource>> CsvSource::open(const QString &path, CsvFormat format)
{
    auto file = std::make_unique<QFile>(path);
    const QFileInfo info(path);
    if (!info.exists())
        return Error{Error::Code::NotFound,
                     QCoreApplication::translate("CsvSource", "There is no file “%1”.").arg(path)};
    if (info.isDir() || !file->open(QIODevice::ReadOnly))
        return Error{Error::Code::Failed,
                     QCoreApplication::translate(
                         "CsvSource", "“%1” cannot be opened. Check that it is a file you may read.")
                         .arg(path),
                     file->errorString()};
    return open(std::move(file), format);
}

Result<std::unique_ptr<CsvSource>> CsvSource::open(std::unique_ptr<QIODevice> device, CsvFormat format)
{
    std::unique_ptr<CsvSource> source(new CsvSource(std::move(device)));
    if (const auto detected = source->detect(format); !detected)
        return detected.error();
    return source;
}

Result<void> CsvSource::detect(const CsvFormat &format)
{
    m_device->seek(0);
    QByteArray start = m_device->read(sampleSize);
    m_device->seek(0);
    if (const auto other = otherKind(start))
        return *other;
    m_encoding = format.encoding ? EncodingGuess{*format.encoding} : guessEncoding(*m_device);
    if (isBinary(start, m_encoding.encoding))
        return refused(QCoreApplication::translate(
            "CsvSource",
            "This is not a table of text. Export the table from your CRM as CSV and import that."));

    const QString text = TextDecoder(m_encoding.encoding).decode(start);
    m_separator = format.separator;
    if (text.startsWith(u"sep=") && text.size() > 5 && (text.at(5) == u'\r' || text.at(5) == u'\n')) {
        // Excel's own way to name the separator.
        m_firstLine = 2;
        m_separator = m_separator ? m_separator : text.at(4).unicode();
    }
    if (!m_separator)
        m_separator = guessSeparator(start, m_encoding.encoding);
    if (m_encoding.damaged)
        m_tableRemarks.append({0,
                               QCoreApplication::translate(
                                   "CsvSource", "Some letters are damaged in the file and show as �.")});
    return findColumns();
}

Result<void> CsvSource::findColumns()
{
    QList<QStringList> rows;
    QList<qint64> lines;
    m_reader = std::make_unique<CsvReader>(*m_device, m_encoding.encoding, m_separator);
    while (rows.size() < headerSearch && m_reader->next()) {
        if (m_reader->line() < m_firstLine)
            continue;
        rows.append(toStrings(m_reader->cells()));
        lines.append(m_reader->line());
    }
    const HeaderPlace place = findHeader(rows);
    const QStringList header = rows.value(place.row);
    if (std::all_of(header.begin(), header.end(),
                    [](const QString &cell) { return cell.trimmed().isEmpty(); }))
        return refused(
            QCoreApplication::translate("CsvSource", "The file is empty: it has no columns and no rows."));

    const qint64 line = lines.at(place.row);
    if (place.hasHeader) {
        m_columns = repairedNames(header, m_tableRemarks, line);
        m_headerLine = line;
        m_firstLine = line + 1;
    } else {
        QList<TableRemark> ofEach; // one remark for all of them is enough
        m_columns = repairedNames(QStringList(header.size(), QString()), ofEach, line);
        m_firstLine = line;
        m_tableRemarks.append(
            {line,
             QCoreApplication::translate(
                 "CsvSource", "The table has no row with column names. Its columns are numbered.")});
    }
    return rewind();
}

Result<void> CsvSource::rewind()
{
    if (!m_device->seek(0))
        return Error{
            Error::Code::Failed,
            QCoreApplication::translate("CsvSource", "The file cannot be read from its start again."),
            m_device->errorString()};
    m_reader = std::make_unique<CsvReader>(*m_device, m_encoding.encoding, m_separator);
    m_rowRemarks.clear();
    return {};
}

bool CsvSource::next()
{
    while (m_reader->next()) {
        if (m_reader->line() < m_firstLine)
            continue;
        const RowKind kind = kindOfRow(m_reader->cells(), m_columns);
        if (kind == RowKind::Blank)
            continue;
        remarkOnRow(kind);
        if (kind == RowKind::Data)
            return true;
    }
    return false;
}

void CsvSource::remarkOnRow(RowKind kind)
{
    const auto cells = static_cast<qsizetype>(m_reader->cells().size());
    switch (kind) {
    case RowKind::Blank:
        break;
    case RowKind::Data:
        if (cells < m_columns.size())
            remark(line(),
                   QCoreApplication::translate("CsvSource",
                                               "The row has %1 of %2 values. The others are taken as empty.")
                       .arg(cells)
                       .arg(m_columns.size()));
        break;
    case RowKind::Total:
        remark(line(), QCoreApplication::translate("CsvSource", "Left out: the row is a total."));
        break;
    case RowKind::Remark:
        remark(line(), QCoreApplication::translate("CsvSource", "Left out: the row has a single value."));
        break;
    case RowKind::Header:
        remark(line(),
               QCoreApplication::translate("CsvSource", "Left out: the row repeats the column names."));
        break;
    }
}

void CsvSource::remark(qint64 line, const QString &text)
{
    if (m_rowRemarks.size() < keptRemarks)
        m_rowRemarks.append({line, text});
}

QStringView CsvSource::cell(qsizetype column) const
{
    const auto &cells = m_reader->cells();
    return column >= 0 && column < static_cast<qsizetype>(cells.size()) ? cells[static_cast<size_t>(column)]
                                                                        : QStringView();
}

qsizetype CsvSource::filledBeyond() const
{
    const auto &cells = m_reader->cells();
    if (static_cast<qsizetype>(cells.size()) <= m_columns.size())
        return 0;
    return std::count_if(cells.begin() + m_columns.size(), cells.end(),
                         [](QStringView cell) { return !cell.trimmed().isEmpty(); });
}

double CsvSource::progress() const
{
    const qint64 size = m_device->size();
    return size > 0 ? std::min(1.0, double(m_device->pos()) / double(size)) : 1.0;
}

QString CsvSource::description() const
{
    return QCoreApplication::translate("CsvSource", "%1, separated by %2")
        .arg(encodingName(m_encoding.encoding), nameOf(m_separator));
}

QList<TableRemark> CsvSource::remarks() const
{
    QList<TableRemark> all = m_tableRemarks;
    for (const CsvProblem &problem : m_reader->problems())
        all.append({problem.kind == CsvProblem::Kind::Nul ? 0 : problem.line, problem.text()});
    all += m_rowRemarks;
    return all;
}
