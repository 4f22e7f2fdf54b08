#include "models/funnel/import/total_check.h"

#include "models/tables/values/amount.h"

#include <QCoreApplication>
#include <QLocale>

TotalCheck::TotalCheck(const QStringList &columns, const ImportMapping &mapping)
    : m_column(columns.indexOf(mapping.columnsOf(ColumnRole::Value).value(0)))
    , m_signs(mapping.signs)
{
}

void TotalCheck::add(const Deal &deal)
{
    if (!deal.value)
        return;
    m_all.add(*deal.value);
    m_sinceTotal.add(*deal.value);
}

QList<TableRemark> TotalCheck::compare(const QList<TotalRow> &totals)
{
    QList<TableRemark> remarks;
    for (; m_compared < totals.size(); ++m_compared) {
        const TotalRow &total = totals.at(m_compared);
        const auto shown = shownIn(total);
        const auto sum = m_all.only();
        m_parts.append(m_sinceTotal);
        m_sinceTotal = {};
        if (!shown || !sum || shown == sum || isOfLastParts(*shown))
            continue;
        const QLocale locale;
        remarks.append({total.line,
                        QCoreApplication::translate(
                            "Import", "The total shows %1, but the rows that were taken add up to %2.")
                            .arg(shown->toText(locale), sum->toText(locale))});
    }
    return remarks;
}

bool TotalCheck::isOfLastParts(const Money &shown) const
{
    MoneyTotals last;
    for (auto part = m_parts.crbegin(); part != m_parts.crend(); ++part) {
        last.add(*part);
        if (last.only() == shown)
            return true;
    }
    return false;
}

// Sums of several currencies say nothing, nor do averages.
std::optional<Money> TotalCheck::shownIn(const TotalRow &total) const
{
    const auto sum = m_all.only();
    if (m_column < 0 || !sum || !saysSum(total.cells))
        return {};
    const auto number = readAmount(total.cells.value(m_column), m_signs);
    if (!number)
        return {};
    const QString currency
        = number->unit.isEmpty() ? sum->currency : currencyFromText(number->unit, sum->currency);
    return currency == sum->currency ? Money::of(number->value, currency) : std::nullopt;
}
