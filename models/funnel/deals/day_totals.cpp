#include "models/funnel/deals/day_totals.h"

#include <QtEndian>

#include <algorithm>

namespace {

bool fits(qint64 number)
{
    return number >= std::numeric_limits<qint32>::min() && number <= std::numeric_limits<qint32>::max();
}

} // namespace

// Days before year 1 are none of ours, so that rounding towards zero does no harm.
qint64 DayTotals::placeOf(qint64 day) const
{
    return day / daysOfChunk - m_firstChunk;
}

DayTotals::Sum *DayTotals::sumOf(qint64 day)
{
    if (day < 0)
        return nullptr;
    if (m_places.empty())
        m_firstChunk = day / daysOfChunk;
    qint64 place = placeOf(day);
    if (place >= mostChunks || std::ssize(m_places) - place > mostChunks)
        return nullptr;
    if (place < 0) {
        m_places.insert(m_places.begin(), static_cast<size_t>(-place), none);
        m_firstChunk += place;
        place = 0;
    } else if (place >= std::ssize(m_places)) {
        m_places.resize(static_cast<size_t>(place) + 1, none);
    }
    qint32 &chunk = m_places[static_cast<size_t>(place)];
    if (chunk == none) {
        chunk = static_cast<qint32>(m_sums.size());
        m_sums.resize(m_sums.size() + daysOfChunk);
    }
    return &m_sums[static_cast<size_t>(chunk + day % daysOfChunk)];
}

bool DayTotals::addToChunk(qint64 day, qint64 count, qint64 withoutValue, qint64 minor)
{
    Sum *sum = sumOf(day);
    qint64 total = 0;
    if (!sum || !fits(sum->count + count) || !fits(sum->withoutValue + withoutValue)
        || __builtin_add_overflow(sum->minor, minor, &total))
        return false;
    *sum = {total, static_cast<qint32>(sum->count + count),
            static_cast<qint32>(sum->withoutValue + withoutValue)};
    return true;
}

void DayTotals::add(qint64 day, const Deal &deal, int times)
{
    if (deal.value && m_currency.isEmpty())
        m_currency = deal.value->currency;
    // Amounts of one file share the text of their currency, which saves comparing it.
    const bool isOfChunks = !deal.value || deal.value->currency.constData() == m_currency.constData()
        || deal.value->currency == m_currency;
    if (!isOfChunks
        || !addToChunk(day, times, deal.value ? 0 : times, deal.value ? deal.value->minor * times : 0))
        m_others[day].add(deal, times);
}

void DayTotals::add(qint64 day, const DealTotals &totals)
{
    const std::optional<Money> only = totals.value.only();
    if (only && m_currency.isEmpty())
        m_currency = only->currency;
    const bool isOfChunks = totals.value.isEmpty()
        || (only && only->currency == m_currency
            && totals.value.count(m_currency) == totals.count - totals.withoutValue);
    if (!isOfChunks || !addToChunk(day, totals.count, totals.withoutValue, only ? only->minor : 0))
        m_others[day].add(totals);
}

void DayTotals::add(const DayTotals &others)
{
    others.forEach([this](qint64 day, const DealTotals &totals) { add(day, totals); });
}

DealTotals DayTotals::inChunks(qint64 day) const
{
    const qint64 place = placeOf(day);
    if (day < 0 || place < 0 || place >= std::ssize(m_places) || m_places[static_cast<size_t>(place)] == none)
        return {};
    const Sum &sum = m_sums[static_cast<size_t>(m_places[static_cast<size_t>(place)] + day % daysOfChunk)];
    DealTotals totals{.count = sum.count, .withoutValue = sum.withoutValue, .value = {}};
    if (sum.count != sum.withoutValue || sum.minor != 0)
        totals.value.add({sum.minor, m_currency}, sum.count - sum.withoutValue);
    return totals;
}

DealTotals DayTotals::at(qint64 day) const
{
    DealTotals totals = inChunks(day);
    if (const auto other = m_others.constFind(day); other != m_others.constEnd())
        totals.add(*other);
    return totals;
}

qsizetype DayTotals::size() const
{
    return std::ssize(m_sums) + m_others.size();
}

// Amounts that are too large for a chunk are among the others.
bool DayTotals::isTooLarge() const
{
    return std::any_of(m_others.keyBegin(), m_others.keyEnd(),
                       [this](qint64 day) { return at(day).value.isTooLarge(); });
}

QDataStream &operator<<(QDataStream &stream, const DealTotals &totals)
{
    const QList<Money> sums = totals.value.sums();
    stream << totals.count << totals.withoutValue << quint32(sums.size());
    for (const Money &sum : sums)
        stream << sum.currency << sum.minor << totals.value.count(sum.currency);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, DealTotals &totals)
{
    quint32 currencies = 0;
    stream >> totals.count >> totals.withoutValue >> currencies;
    if (totals.withoutValue < 0 || totals.withoutValue > totals.count || totals.count > mostRows)
        stream.setStatus(QDataStream::ReadCorruptData);
    for (quint32 i = 0; i < currencies && stream.status() == QDataStream::Ok; ++i) {
        Money sum;
        qint64 count = 0;
        stream >> sum.currency >> sum.minor >> count;
        if (count < 0 || count > totals.count)
            stream.setStatus(QDataStream::ReadCorruptData);
        else
            totals.value.add(sum, count);
    }
    return stream;
}

bool DayTotals::isWhole() const
{
    constexpr qint64 mostDays = std::numeric_limits<qint32>::max();
    const auto chunks = std::ssize(m_sums) / daysOfChunk;
    return m_firstChunk >= 0 && m_firstChunk < mostDays && std::ssize(m_places) <= mostChunks
        && chunks <= std::ssize(m_places)
        && std::all_of(m_places.begin(), m_places.end(),
                       [chunks](qint32 place) {
                           return place == none
                               || (place >= 0 && place % daysOfChunk == 0 && place / daysOfChunk < chunks);
                       })
        && std::all_of(m_sums.begin(), m_sums.end(), [this](const Sum &sum) {
               const bool anyMoney = sum.minor != 0 || sum.count != sum.withoutValue;
               return sum.withoutValue >= 0 && sum.withoutValue <= sum.count
                   && !(anyMoney && m_currency.isEmpty());
           });
}

// The sums lie in the file as they lie in memory: a page reads some ten thousand of them while it opens.
QDataStream &operator<<(QDataStream &stream, const DayTotals &days)
{
    QByteArray places(std::ssize(days.m_places) * qsizetype(sizeof(qint32)), Qt::Uninitialized);
    char *to = places.data();
    for (const qint32 place : days.m_places) {
        qToLittleEndian(place, to);
        to += sizeof place;
    }
    QByteArray sums(std::ssize(days.m_sums) * qsizetype(sizeof(DayTotals::Sum)), Qt::Uninitialized);
    to = sums.data();
    for (const DayTotals::Sum &sum : days.m_sums) {
        qToLittleEndian(sum.minor, to);
        qToLittleEndian(sum.count, to + sizeof sum.minor);
        qToLittleEndian(sum.withoutValue, to + sizeof sum.minor + sizeof sum.count);
        to += sizeof sum;
    }
    return stream << days.m_firstChunk << places << sums << days.m_currency << days.m_others;
}

QDataStream &operator>>(QDataStream &stream, DayTotals &days)
{
    QByteArray places, sums;
    stream >> days.m_firstChunk >> places >> sums >> days.m_currency >> days.m_others;
    days.m_places.resize(static_cast<size_t>(places.size()) / sizeof(qint32));
    const char *from = places.constData();
    for (qint32 &place : days.m_places) {
        place = qFromLittleEndian<qint32>(from);
        from += sizeof place;
    }
    days.m_sums.resize(static_cast<size_t>(sums.size()) / sizeof(DayTotals::Sum));
    from = sums.constData();
    for (DayTotals::Sum &sum : days.m_sums) {
        sum.minor = qFromLittleEndian<qint64>(from);
        sum.count = qFromLittleEndian<qint32>(from + sizeof sum.minor);
        sum.withoutValue = qFromLittleEndian<qint32>(from + sizeof sum.minor + sizeof sum.count);
        from += sizeof sum;
    }
    if (!days.isWhole())
        stream.setStatus(QDataStream::ReadCorruptData);
    return stream;
}
