#include "models/tables/values/number_column.h"

#include "models/arithmetic/money.h"

#include <algorithm>

namespace {

// "Region 7" is a name, and "R007" a code: what stands before an amount is a currency.
bool isName(QStringView cell, QStringView unit)
{
    const QStringView text = cell.trimmed();
    if (unit.isEmpty() || !unit.front().isLetter() || !text.startsWith(unit))
        return false;
    const QStringView number = text.sliced(unit.size());
    return currencyFromText(unit, {}).isEmpty()
        || (number.size() > 1 && number[0] == u'0' && number[1].isDigit());
}

} // namespace

void NumberColumn::add(QStringView cell)
{
    ++m_cells;
    const auto point = readAmount(cell, decimalPoint);
    const auto comma = readAmount(cell, decimalComma);
    if (!point && !comma)
        return;
    const QStringView unit = (point ? *point : *comma).unit;
    if (isName(cell, unit))
        return;
    ++m_numbers;
    m_currencies += unit.isEmpty() || currencyFromText(unit, {}).isEmpty() ? 0 : 1;
    if (!comma) {
        ++m_onlyPoint;
    } else if (!point) {
        ++m_onlyComma;
    } else if (point->value != comma->value) {
        ++m_different;
        m_pointGroups += isLarger(comma->value, point->value) ? 1 : 0;
    }
}

bool NumberColumn::isMixed() const
{
    if (m_onlyPoint == 0 && m_onlyComma == 0)
        return m_pointGroups > 0 && m_pointGroups < m_different;
    return std::min(m_onlyPoint, m_onlyComma) * 10 >= std::max(m_onlyPoint, m_onlyComma);
}

NumberSigns NumberColumn::signs() const
{
    if (isMixed())
        return asWritten;
    if (m_onlyPoint != m_onlyComma)
        return m_onlyPoint > m_onlyComma ? decimalPoint : decimalComma;
    return m_pointGroups * 2 > m_different ? decimalComma : decimalPoint;
}
