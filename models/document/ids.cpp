#include "models/document/ids.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <atomic>

qint64 newId()
{
    constexpr int randomBits = 20;
    static std::atomic<qint64> last = 0;

    const qint64 random = QRandomGenerator::global()->bounded(1 << randomBits);
    const qint64 wanted = (QDateTime::currentMSecsSinceEpoch() << randomBits) | random;
    qint64 previous = last.load();
    qint64 next = 0;
    do {
        next = std::max(wanted, previous + 1);
    } while (!last.compare_exchange_weak(previous, next));
    return next;
}
