#include "models/tables/values/date_column.h"

// What in a column of dates makes doubtful how they were read.

bool DateColumn::isContradictory() const
{
    const DateOrder read = order(DateOrder::DayMonthYear);
    return m_onlyDayFirst > 0 && m_onlyMonthFirst > 0
        && (read == DateOrder::DayMonthYear || read == DateOrder::MonthDayYear);
}
