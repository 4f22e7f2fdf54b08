#include "models/tables/values/date_column.h"

#include <algorithm>

// What in a column of dates makes doubtful how they were read.

bool DateColumn::isContradictory() const
{
    const DateOrder read = order(DateOrder::DayMonthYear);
    return m_onlyDayFirst > 0 && m_onlyMonthFirst > 0
        && (read == DateOrder::DayMonthYear || read == DateOrder::MonthDayYear);
}

// Dates that all fall on the first days of a month by themselves are few, or the same day each month.
bool DateColumn::mayBeHalfSwapped() const
{
    constexpr qint64 severalDates = 3, severalTexts = 2;
    constexpr size_t severalDays = 2;
    const qint64 texts = std::max(m_onlyDayFirst, m_onlyMonthFirst);
    return m_yearFirst >= severalDates && m_yearFirstUpTo12 == m_yearFirst
        && m_daysYearFirst.count() >= severalDays && texts >= severalTexts
        && std::min(m_onlyDayFirst, m_onlyMonthFirst) == 0 && m_either == 0;
}
