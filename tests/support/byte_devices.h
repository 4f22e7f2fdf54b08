#pragma once

#include <QBuffer>

#include <memory>

// Bytes as an open file.
std::unique_ptr<QBuffer> bufferOf(const QByteArray &bytes);

// Gives a few bytes at a time, so that letters, quotes and line ends are cut everywhere.
class Trickle : public QBuffer
{
public:
    Trickle(const QByteArray &bytes, qint64 atOnce);

protected:
    qint64 readData(char *data, qint64 size) override;

private:
    qint64 m_atOnce;
};
