#pragma once

#include "models/funnel/deals/deals.h"

#include <QDataStream>
#include <QHash>

#include <limits>
#include <vector>

constexpr qint64 noDay = std::numeric_limits<qint64>::min(); // of rows without a date
constexpr qint64 mostRows = qint64(1) << 40; // more in a file is damage

// Totals of rows by Julian day. Half a million rows are added in no order, so a day's sum takes 16 bytes at a
// place that is found without searching; only what does not fit in there takes more.
class DayTotals
{
public:
    void add(qint64 day, const Deal &deal, int times); // as DealTotals::add()
    void add(qint64 day, const DealTotals &totals);
    void add(const DayTotals &others);

    DealTotals at(qint64 day) const;
    qsizetype size() const; // sums, for the memory that they need
    bool isTooLarge() const; // a sum of money cannot be worked out

    // visit(day, totals) for each day on which there are any, in no particular order.
    template <typename Visit> void forEach(const Visit &visit) const
    {
        for (qint64 place = 0; place < std::ssize(m_places); ++place) {
            for (qint64 i = 0; i < daysOfChunk; ++i) {
                const qint64 day = (m_firstChunk + place) * daysOfChunk + i;
                if (const DealTotals totals = inChunks(day); totals.count != 0 && !m_others.contains(day))
                    visit(day, totals);
            }
        }
        for (auto other = m_others.keyBegin(); other != m_others.keyEnd(); ++other)
            visit(*other, at(*other));
    }

private:
    struct Sum
    {
        qint64 minor = 0; // of m_currency
        qint32 count = 0;
        qint32 withoutValue = 0;
    };
    static constexpr qint64 daysOfChunk = 8;
    static constexpr qint64 mostChunks = 4096; // ninety years
    static constexpr qint32 none = -1;

    Sum *sumOf(qint64 day); // null where it has no place
    qint64 placeOf(qint64 day) const; // may lie outside
    DealTotals inChunks(qint64 day) const;
    bool addToChunk(qint64 day, qint64 count, qint64 withoutValue, qint64 minor);
    bool isWhole() const; // as add() could have made it

    friend QDataStream &operator<<(QDataStream &stream, const DayTotals &days);
    friend QDataStream &operator>>(QDataStream &stream, DayTotals &days);

    qint64 m_firstChunk = 0;
    std::vector<qint32> m_places; // of each chunk from the first on: where it lies in m_sums
    std::vector<Sum> m_sums;
    QString m_currency; // that of the first amount
    QHash<qint64, DealTotals> m_others; // other currencies, days far away or without a date
};

QDataStream &operator<<(QDataStream &stream, const DealTotals &totals);
QDataStream &operator>>(QDataStream &stream, DealTotals &totals);
QDataStream &operator<<(QDataStream &stream, const DayTotals &days);
QDataStream &operator>>(QDataStream &stream, DayTotals &days);
