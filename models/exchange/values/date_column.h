#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

// The order of day, month and year in dates of figures only. Where the year stands first, or the month is a
// word, there is nothing to decide.
enum class DateOrder { DayMonthYear, MonthDayYear };

QString dateOrderKey(DateOrder order); // "dmy", "mdy"
std::optional<DateOrder> dateOrderFromKey(const QString &key);

// Reads all of `text`, or nothing: "2017-03-01", "1.3.2017", "03/01/17 2:30 PM", "1 March 2017",
// "2017-03-01T10:00:00Z", "20170301". The time of day is left out. Years are 1900 to 2199.
std::optional<QDate> readDate(QStringView text, DateOrder order);

// Looks at the cells of a column to tell whether it holds dates, and in which order.
class DateColumn
{
public:
    void add(QStringView cell);

    qint64 cells() const { return m_cells; }
    qint64 dates() const { return m_dates; } // readable in one order at least
    bool isDates() const { return m_dates > 0 && m_dates * 10 >= m_cells * 8; }
    // The order in which most can be read; where that leaves both open, `usual`.
    DateOrder order(DateOrder usual) const;
    bool isOpen() const { return m_either > 0 && m_onlyDayFirst == m_onlyMonthFirst; } // to be asked about

private:
    qint64 m_cells = 0;
    qint64 m_dates = 0;
    qint64 m_onlyDayFirst = 0;
    qint64 m_onlyMonthFirst = 0;
    qint64 m_either = 0; // with a different date in either order
};
