#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringView>

#include <bitset>
#include <optional>

// How the dates of a column are written: the order of day, month and year in dates of figures only, or what
// is counted since when. Where the year has four digits and stands first, or the month is a word, there is
// nothing to decide.
enum class DateOrder {
    DayMonthYear,
    MonthDayYear,
    YearMonthDay,
    EpochSeconds, // since 1970, in UTC
    EpochMilliseconds,
    ExcelDays, // since 1900, as Excel numbers them
    ExcelDays1904, // as Excel on old Macs does
};

const QList<DateOrder> &allDateOrders();
QString dateOrderKey(DateOrder order); // "dmy", "epoch_ms"
std::optional<DateOrder> dateOrderFromKey(const QString &key);
bool isCount(DateOrder order); // a number, such as seconds since 1970

// Reads all of `text`, or nothing: "2017-03-01", "1.3.2017", "03/01/17 2:30 PM", "1 March 2017",
// "2017-03-01T10:00:00Z", "20170301", "Wed Mar 01 2017 10:00:00 GMT+0100 (CET)". The time of day is left out.
// A month, a quarter or a week ("2025-02", "Feb 2025", "Q2 2025", "2025-W07") is its first day.
// Years are 1900 to 2199, of seconds since 1970 only 1990 to 2099.
std::optional<QDate> readDate(QStringView text, DateOrder order);

// Looks at the cells of a column to tell whether it holds dates, and in which order.
class DateColumn
{
public:
    // Numbers may be dates only in a column that is named for dates: others are ids and amounts.
    explicit DateColumn(bool isNamedForDates = false)
        : m_isNamedForDates(isNamedForDates)
    {
    }

    void add(QStringView cell);

    qint64 cells() const { return m_cells; }
    qint64 dates() const { return m_dates + m_seconds + m_milliseconds + m_days; } // that can be read
    bool isDates() const { return isMost(m_dates) || counted(); }
    // What numbers in the column count, where that is how it has its dates.
    std::optional<DateOrder> counted() const;
    // The order in which most can be read; where that leaves both open, `usual`.
    DateOrder order(DateOrder usual) const;
    bool isOpen() const // to be asked about
    {
        return !isYearFirst() && (isYearOrDay() || (m_either > 0 && m_onlyDayFirst == m_onlyMonthFirst));
    }
    // Dates of figures by what they tell of the order: a day above 12 stands first or second, or neither
    // does.
    struct Orders
    {
        qint64 dayFirst = 0, monthFirst = 0, either = 0;
    };
    Orders orders() const { return {m_onlyDayFirst, m_onlyMonthFirst, m_either}; }
    qint64 periods() const { return m_periods; } // that name no day, see readDate()
    bool isContradictory() const; // some can only have the day first, others only the month
    // Written with the year first, as dates of a spreadsheet are handed out.
    qint64 yearFirst() const { return m_yearFirst; }
    // Whether a spreadsheet program has made dates of those texts that it could read in another order, and
    // left the others: then the former have day and month swapped.
    bool mayBeHalfSwapped() const;
    // The year in two digits, first or last, and nothing tells which.
    bool mayBeYearFirst() const { return isYearOrDay() && !isYearFirst(); }

private:
    void addLikely(QStringView cell);
    bool isYearOrDay() const;
    bool isYearFirst() const;
    bool isMost(qint64 cells) const { return cells > 0 && cells * 10 >= m_cells * 8; }

    bool m_isNamedForDates;
    qint64 m_cells = 0;
    qint64 m_dates = 0; // written with day, month and year
    qint64 m_yearFirst = 0; // of them
    qint64 m_periods = 0;
    qint64 m_yearFirstUpTo12 = 0; // of these: with such a day of the month
    std::bitset<32> m_daysYearFirst; // the different ones of these
    qint64 m_seconds = 0, m_milliseconds = 0, m_days = 0; // numbers that may well be these
    qint64 m_onlyDayFirst = 0;
    qint64 m_onlyMonthFirst = 0;
    qint64 m_either = 0; // with a different date in either order
    qint64 m_open = 0; // of figures that may be day, month or year
    // Of figures with two digits for the year: likely days in each order, the year first in the last.
    qint64 m_likelyDayFirst = 0, m_likelyMonthFirst = 0, m_likelyYearFirst = 0;
    static constexpr int yearsOfCentury = 100;
    std::bitset<yearsOfCentury> m_firsts, m_lasts; // of them: the figures that stand first, and last
    qint64 m_turned = 0; // of them: another day where they are read the other way round
};
