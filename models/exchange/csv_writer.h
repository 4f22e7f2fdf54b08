#pragma once

#include "models/document/result.h"

#include <QIODevice>
#include <QStringList>

// Writes rows as RFC 4180 wants them, in UTF-8. Values are written as they are.
class CsvWriter
{
public:
    // The device stays with the caller and must outlive the writer.
    explicit CsvWriter(QIODevice &device, char16_t separator = u',');

    Result<void> writeRow(const QStringList &cells);

private:
    bool mustQuote(const QString &cell) const;

    QIODevice &m_device;
    char16_t m_separator;
};
