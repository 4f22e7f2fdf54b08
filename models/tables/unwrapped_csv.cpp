#include "models/tables/unwrapped_csv.h"

#include <QBuffer>

#include <algorithm>

namespace {

constexpr char16_t noSeparator = u'\x1f'; // so that a row is one cell, whatever stands in it
constexpr int rowsLookedAt = 500;
constexpr int leastOfLongFile = 20; // rows

bool isCut(QStringView row)
{
    return std::any_of(row.begin(), row.end(), [](QChar c) { return QStringView(u",;\t|^").contains(c); });
}

} // namespace

UnwrappedCsv::UnwrappedCsv(QIODevice &device, TextEncoding encoding)
    : m_rows(device, encoding, noSeparator)
{
    open(QIODevice::ReadOnly);
}

// Every row is one cell in quotes, and what stands in it is cut by separators; some lines may be blank.
bool UnwrappedCsv::isWrapped(const QString &start)
{
    int rows = 0;
    for (QStringView line : QStringView(start).tokenize(u'\n')) {
        line = line.trimmed();
        if (line.isEmpty())
            continue;
        if (rows < 2 && (line.size() < 2 || !line.startsWith(u'"') || !line.endsWith(u'"')))
            return false;
        ++rows;
    }
    QByteArray bytes = start.toUtf8();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, TextEncoding::Utf8, noSeparator);
    const bool mayBeTorn = rows >= leastOfLongFile; // the last row
    qint64 last = 0;
    bool isLastCut = true;
    for (int row = 0; isLastCut && row < rowsLookedAt && reader.next(); ++row) {
        last = reader.line();
        const QStringView whole = reader.cells().front();
        isLastCut = whole.trimmed().isEmpty() || isCut(whole);
    }
    if (!isLastCut && (!mayBeTorn || reader.next()))
        return false;
    // A row of several quoted cells ("a","b") has quotes that are not doubled.
    const QList<CsvProblem> &problems = reader.problems();
    return rows > 1 && std::all_of(problems.begin(), problems.end(), [&](const CsvProblem &problem) {
               return mayBeTorn && problem.line >= last;
           });
}

QByteArray UnwrappedCsv::unwrapped(const QString &start)
{
    QByteArray bytes = start.toUtf8();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return UnwrappedCsv(buffer, TextEncoding::Utf8).readAll();
}

qint64 UnwrappedCsv::readData(char *data, qint64 most)
{
    while (m_text.size() < most && m_rows.next())
        m_text += m_rows.cells().front().toUtf8() + '\n';
    const qint64 size = std::min<qint64>(most, m_text.size());
    std::copy_n(m_text.cbegin(), size, data);
    m_text.remove(0, size);
    return size > 0 ? size : -1;
}

qint64 UnwrappedCsv::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1;
}
