#include "models/exchange/values/number_column.h"

#include "models/exchange/values/amount.h"
#include "models/funnel/money.h"
#include "models/funnel/wide.h"

namespace {

// "25.000" is 25 or 25000.
bool isLarger(const Decimal &a, const Decimal &b)
{
    const auto size = [](const Decimal &of, int places) {
        const Wide digits = Wide(of.digits) * powerOfTen(places);
        return digits < 0 ? -digits : digits;
    };
    return size(a, b.scale) > size(b, a.scale);
}

// "Region 7" is a name: what stands before an amount is a currency.
bool isName(QStringView cell, QStringView unit)
{
    return !unit.isEmpty() && unit.front().isLetter() && cell.trimmed().startsWith(unit)
        && currencyFromText(unit, {}).isEmpty();
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

NumberSigns NumberColumn::signs() const
{
    if (m_onlyPoint != m_onlyComma)
        return m_onlyPoint > m_onlyComma ? decimalPoint : decimalComma;
    return m_pointGroups * 2 > m_different ? decimalComma : decimalPoint;
}
