#include "models/funnel/import/deal_row.h"

#include "models/arithmetic/wide.h"
#include "models/funnel/import/chance.h"
#include "models/tables/values/amount.h"
#include "models/tables/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// What a row says its deal is worth, and how likely it is to be won.

// "$ -", as spreadsheets show where there is none.
static bool saysNoAmount(QStringView cell)
{
    QString rest;
    bool dash = false;
    for (const QChar c : cell) {
        const bool isDash = c == u'-' || c == u'–' || c == u'—';
        dash = dash || isDash;
        if (!isDash && !c.isSpace())
            rest += c;
    }
    return dash && (rest.isEmpty() || !currencyFromText(rest, {}).isEmpty());
}

static bool isRounded(const Decimal &amount, int decimals)
{
    return amount.scale > decimals && amount.digits % powerOfTen(amount.scale - decimals) != 0;
}

bool DealRow::readValue()
{
    m_deal.value.reset();
    m_rounding.clear();
    m_assumesCurrency = false;
    m_namesCurrency = false;
    const QStringView cell = cellOf(m_value);
    if (cell.isEmpty())
        return true;
    auto number = readAmount(cell, m_mapping.signs);
    if (number && m_zeros != 0) {
        const auto whole = timesTen(number->value, m_zeros);
        number = whole ? std::optional(WrittenAmount{*whole, number->unit}) : std::nullopt;
    }
    const QString currency = number ? currencyOf(number->unit) : QString();
    if (number && !currency.isEmpty())
        m_deal.value = Money::of(number->value, currency);
    if (!number && saysNoAmount(cell))
        return true;
    const QStringView own = cellOf(m_currency);
    if (number && number->unit.isEmpty() && currency.isEmpty() && !own.isEmpty())
        m_reason = QCoreApplication::translate("Import", "“%1” in “%2” is no currency that is known.")
                       .arg(shortened(own), m_source.columns().at(m_currency.front()));
    else if (!m_deal.value)
        m_reason = QCoreApplication::translate("Import", "“%1” in “%2” cannot be read as an amount of money.")
                       .arg(shortened(cell), m_source.columns().at(m_value.front()));
    else
        compareCurrencies(cell, number->unit);
    m_namesCurrency = m_deal.value && !number->unit.isEmpty();
    if (m_deal.value && isRounded(number->value, currencyDigits(currency)))
        m_rounding = QCoreApplication::translate(
                         "Import", "“%1” in “%2” has more decimals than its currency. It was rounded to %3.")
                         .arg(shortened(cell), m_source.columns().at(m_value.front()),
                              m_deal.value->toText(QLocale(), Money::Decimals::Always));
    return m_deal.value.has_value();
}

// What became of a deal says more than how likely it was.
void DealRow::readChance()
{
    m_deal.chance.reset();
    if (m_chance.empty() || m_deal.state != Deal::State::Open)
        return;
    const QStringView cell = cellOf(m_chance);
    m_deal.chance = ::readChance(cell, m_mapping.chancesAreFractions);
    if (!m_deal.chance && !cell.isEmpty())
        m_contradictions.append(
            QCoreApplication::translate("Import",
                                        "“%1” in “%2” is no chance to win: that is a number from 0 to 100 %. "
                                        "The chance of its stage counts.")
                .arg(shortened(cell), m_source.columns().at(m_chance.front())));
}

// Empty where it is not understood.
QString DealRow::currencyOf(QStringView unit)
{
    const QStringView own = cellOf(m_currency);
    if (unit.isEmpty() && own.isEmpty()) {
        m_assumesCurrency = !m_currency.empty() && !m_isCurrencyNamed;
        return m_currencyOfColumn;
    }
    // "$" is that of the column: "CAD".
    const QString written = unit.isEmpty() ? own.toString() : unit % u' ' % own;
    auto found = m_currencies.find(written);
    if (found == m_currencies.end()) {
        const QString told = own.isEmpty() ? m_currencyOfColumn : currencyWithin(own);
        found = m_currencies.insert(written, unit.isEmpty() ? told : currencyFromText(unit, told));
    }
    return *found;
}

// What stands beside the amount counts before its column, and that before the name of the values.
void DealRow::compareCurrencies(QStringView cell, QStringView unit)
{
    const QString &taken = m_deal.value->currency;
    const QStringView own = unit.isEmpty() ? QStringView() : cellOf(m_currency);
    const QString told = own.isEmpty() ? QString() : currencyWithin(own);
    if (!told.isEmpty() && told != taken)
        m_contradictions.append(
            QCoreApplication::translate("Import", "“%1” is in %2, but “%3” says %4. It counts as %2.")
                .arg(shortened(cell), taken, m_source.columns().at(m_currency.front()), told));
    else if (m_isCurrencyNamed && taken != m_currencyOfColumn)
        m_contradictions.append(
            QCoreApplication::translate("Import",
                                        "The amount is in %1, but its column is called “%2”. It "
                                        "counts as %1.")
                .arg(taken, m_source.columns().at(m_value.front())));
}
