#pragma once

#include "models/tables/csv_reader.h"

#include <QIODevice>

// CSV of which a spreadsheet has put each row into quotes as a whole ("a,""b"",c"), as it was before. It is
// read from its start to its end, as UTF-8.
class UnwrappedCsv final : public QIODevice
{
public:
    // From where the device is, which stays with the caller and must outlive this.
    UnwrappedCsv(QIODevice &device, TextEncoding encoding);

    bool isSequential() const override { return true; }

    // Whether the file whose text begins so is wrapped.
    static bool isWrapped(const QString &start);
    // That beginning, unwrapped.
    static QByteArray unwrapped(const QString &start);

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    CsvReader m_rows;
    QByteArray m_text; // unwrapped, not yet read
};
