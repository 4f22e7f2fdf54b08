#include "models/exchange/values/number_column.h"

void NumberColumn::add(QStringView cell)
{
    ++m_cells;
    const auto point = readNumber(cell, decimalPoint);
    const auto comma = readNumber(cell, decimalComma);
    if (!point && !comma)
        return;
    ++m_numbers;
    m_units += (point ? *point : *comma).unit.isEmpty() ? 0 : 1;
    if (!comma) {
        ++m_onlyPoint;
    } else if (!point) {
        ++m_onlyComma;
    } else if (point->value != comma->value) {
        ++m_different;
        m_pointGroups += comma->value.scale < point->value.scale ? 1 : 0;
    }
}

NumberSigns NumberColumn::signs() const
{
    if (m_onlyPoint != m_onlyComma)
        return m_onlyPoint > m_onlyComma ? decimalPoint : decimalComma;
    return m_pointGroups * 2 > m_different ? decimalComma : decimalPoint;
}
