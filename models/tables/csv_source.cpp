#include "models/tables/csv_source.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sampleSize = 1 << 18;
constexpr int sampledRows = 500;
constexpr int enoughRows = 3; // with the names of the columns, to tell what is usual

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
    case u'^':
        return QCoreApplication::translate("CsvSource", "carets (^)");
    default:
        return QCoreApplication::translate("CsvSource", "commas");
    }
}

} // namespace

CsvSource::CsvSource(std::unique_ptr<QIODevice> device)
    : m_device(std::move(device))
{
}

Result<std::unique_ptr<CsvSource>> CsvSource::open(std::unique_ptr<QIODevice> device,
                                                   const TableFormat &format)
{
    std::unique_ptr<CsvSource> source(new CsvSource(std::move(device)));
    if (const auto detected = source->detect(format); !detected)
        return detected.error();
    return source;
}

Result<void> CsvSource::detect(const TableFormat &format)
{
    m_device->seek(0);
    const QByteArray start = m_device->read(sampleSize);
    m_device->seek(0);
    m_encoding = format.encoding ? EncodingGuess{*format.encoding} : guessEncoding(*m_device);
    if (isBinary(start, m_encoding.encoding))
        return Error{
            Error::Code::Refused,
            QCoreApplication::translate(
                "CsvSource",
                "This is not a table of text. Export the table from your CRM as CSV and import that.")};

    const QString text = TextDecoder(m_encoding.encoding).decode(start);
    m_separator = format.separator;
    qint64 firstLine = 1;
    if (text.startsWith(u"sep=") && text.size() > 5 && (text.at(5) == u'\r' || text.at(5) == u'\n')) {
        // Excel's own way to name the separator.
        firstLine = 2;
        m_separator = m_separator ? m_separator : text.at(4).unicode();
    }
    m_isWrapped = UnwrappedCsv::isWrapped(text);
    if (m_isWrapped)
        remarkOnTable(QCoreApplication::translate(
            "CsvSource", "Each row stands in quotes as a whole. It was read as if it did not."));
    if (!m_separator)
        m_separator = m_isWrapped ? guessSeparator(UnwrappedCsv::unwrapped(text), TextEncoding::Utf8)
                                  : guessSeparator(start, m_encoding.encoding);
    if (m_encoding.isByLetters)
        remarkOnTable(
            QCoreApplication::translate(
                "CsvSource", "Its letters were read as %1. If some look wrong, choose another encoding.")
                .arg(encodingName(m_encoding.encoding)));
    if (m_encoding.damaged)
        remarkOnTable(
            QCoreApplication::translate("CsvSource", "Some letters are damaged in the file and show as �."));
    measure();
    return findColumns(format.headerLine, firstLine);
}

void CsvSource::measure()
{
    if (m_isWrapped || !startOver())
        return;
    QHash<size_t, int> times;
    for (int row = 0; row < sampledRows && m_reader->next(); ++row)
        if (m_reader->cells().size() > 1)
            ++times[m_reader->cells().size()];
    int most = 0;
    for (const auto &[width, count] : times.asKeyValueRange()) {
        m_usualWidth = count > most ? width : m_usualWidth;
        most = std::max(most, count);
    }
}

// Spreadsheets that have another separator put those rows into quotes that have quotes.
bool CsvSource::nextRow()
{
    noteCells();
    m_split.clear();
    if (!m_reader->next())
        return false;
    const auto &cells = m_reader->cells();
    if (m_usualWidth < 3 || cells.size() > 1 || !cells.front().contains(m_separator))
        return true;
    QStringList split = splitRow(cells.front(), m_separator);
    if (static_cast<size_t>(split.size()) != m_usualWidth)
        return true;
    m_split = std::move(split);
    m_cells.assign(m_split.begin(), m_split.end());
    remark(rowLine(),
           QCoreApplication::translate("CsvSource",
                                       "The row stands in quotes as a whole. It was read as if it did not."));
    return true;
}

void CsvSource::noteCells()
{
    const size_t count = rowCells().size();
    if (count < 2)
        return;
    m_fewestCells = m_rows == 0 ? count : std::min(count, m_fewestCells);
    m_rows = std::min(m_rows + 1, enoughRows);
}

// Whoever leaves out empty cells at the end of a row does so in others too.
bool CsvSource::isCutOff() const
{
    return m_reader->isUnended() && m_rows == enoughRows && rowCells().size() < m_fewestCells;
}

Result<void> CsvSource::startOver()
{
    m_rows = 0;
    m_split.clear();
    if (!m_device->seek(0))
        return Error{
            Error::Code::Failed,
            QCoreApplication::translate("CsvSource", "The file cannot be read from its start again."),
            m_device->errorString()};
    m_unwrapped = m_isWrapped ? std::make_unique<UnwrappedCsv>(*m_device, m_encoding.encoding) : nullptr;
    m_reader = m_isWrapped ? std::make_unique<CsvReader>(*m_unwrapped, TextEncoding::Utf8, m_separator)
                           : std::make_unique<CsvReader>(*m_device, m_encoding.encoding, m_separator);
    return {};
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
    QList<TableRemark> all = RowTable::remarks();
    for (const CsvProblem &problem : m_reader->problems())
        all.append({problem.kind == CsvProblem::Kind::Nul ? 0 : problem.line, problem.text()});
    return all;
}
