#include "tests/support/byte_devices.h"

#include <algorithm>

std::unique_ptr<QBuffer> bufferOf(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

Trickle::Trickle(const QByteArray &bytes, qint64 atOnce)
    : m_atOnce(atOnce)
{
    setData(bytes);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 Trickle::readData(char *data, qint64 size)
{
    return QBuffer::readData(data, std::min(size, m_atOnce));
}
