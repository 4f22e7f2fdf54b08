#include "models/exchange/csv_writer.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

CsvWriter::CsvWriter(QIODevice &device, char16_t separator)
    : m_device(device)
    , m_separator(separator)
{
}

bool CsvWriter::mustQuote(const QString &cell) const
{
    return std::any_of(cell.begin(), cell.end(),
                       [this](QChar c) { return c == m_separator || c == u'"' || c == u'\n' || c == u'\r'; });
}

Result<void> CsvWriter::writeRow(const QStringList &cells)
{
    QString row;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            row += QChar(m_separator);
        const QString &cell = cells.at(i);
        // A row of one empty cell would read as a blank line.
        if (mustQuote(cell) || (cell.isEmpty() && cells.size() == 1))
            row += u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"';
        else
            row += cell;
    }
    const QByteArray bytes = row.append(u"\r\n"_s).toUtf8();
    if (m_device.write(bytes) == bytes.size())
        return {};
    return Error{
        Error::Code::Failed,
        QCoreApplication::translate("CsvWriter", "The file could not be written. Check that there is room."),
        m_device.errorString()};
}
