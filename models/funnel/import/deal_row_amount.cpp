#include "models/funnel/import/deal_row.h"

#include "models/arithmetic/wide.h"
#include "models/funnel/import/chance.h"
#include "models/funnel/import/column_scores.h"
#include "models/funnel/import/column_units.h"
#include "models/funnel/import/named_columns.h"
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

void DealRow::findUnits()
{
    for (const qsizetype column : m_value) {
        const QString &name = m_source.columns().at(column);
        const QString named = currencyInName(name);
        m_units.push_back(
            {named.isEmpty() ? m_mapping.currency : named, !named.isEmpty(), zerosInName(name), {}});
    }
    for (qsizetype i = 0; i < m_source.columns().size() && !m_value.empty(); ++i) {
        const QString &name = m_source.columns().at(i);
        if (!m_mapping.columns.contains(name) && isRecognisedByName(name, ColumnRole::Value)
            && !saysOtherThan(ColumnRole::Value, plainWords(name)) && !isExpectedValue(name))
            m_otherAmounts.push_back(i);
    }
}

qsizetype DealRow::otherAmount() const
{
    if (m_deal.value)
        return -1;
    for (const qsizetype column : m_otherAmounts) {
        const auto amount = readAmount(trimmed(column), m_mapping.signs);
        if (amount && amount->value.digits != 0)
            return column;
    }
    return -1;
}

size_t DealRow::placeOfValue() const
{
    const auto filled = std::find_if(m_value.begin(), m_value.end(),
                                     [this](qsizetype column) { return !trimmed(column).isEmpty(); });
    const auto place = static_cast<size_t>(filled - m_value.begin());
    // Where a column is for one currency, 0 may only say that the amount is in another.
    for (size_t other = place + 1; other < m_value.size(); ++other)
        if (areOfTwoCurrencies(place, other) && !isAmount(m_value[place]) && isAmount(m_value[other]))
            return other;
    return place;
}

bool DealRow::areOfTwoCurrencies(size_t place, size_t other) const
{
    const auto nameOf = [this](size_t at) { return m_source.columns().at(m_value[at]); };
    return m_units[place].isCurrencyNamed && m_units[other].isCurrencyNamed
        && m_units[place].currency != m_units[other].currency
        && isEstimatedValue(nameOf(place)) == isEstimatedValue(nameOf(other));
}

// Whatever else stands there than nothing, though perhaps it cannot be read.
bool DealRow::isAmount(qsizetype column) const
{
    const QStringView cell = trimmed(column);
    const auto amount = readAmount(cell, m_mapping.signs);
    return !cell.isEmpty() && !saysNoAmount(cell) && (!amount || amount->value.digits != 0);
}

bool DealRow::readValue()
{
    m_deal.value.reset();
    m_rounding.clear();
    m_assumesCurrency = false;
    m_namesCurrency = false;
    const size_t place = placeOfValue();
    if (place == m_value.size())
        return true;
    Unit &column = m_units[place];
    const QString &name = m_source.columns().at(m_value[place]);
    const QStringView cell = trimmed(m_value[place]), own = cellOf(m_currency);
    auto number = readAmount(cell, m_mapping.signs);
    if (number && column.zeros != 0) {
        const auto whole = timesTen(number->value, column.zeros);
        number = whole ? std::optional(WrittenAmount{*whole, number->unit}) : std::nullopt;
    }
    if (!number && saysNoAmount(cell))
        return true;
    const QString currency = number ? currencyOf(column, number->unit, own) : QString();
    if (number && !currency.isEmpty())
        m_deal.value = Money::of(number->value, currency);
    if (number && number->unit.isEmpty() && currency.isEmpty() && !own.isEmpty())
        m_reason = QCoreApplication::translate("Import", "“%1” in “%2” is no currency that is known.")
                       .arg(shortened(own), m_source.columns().at(m_currency.front()));
    else if (!m_deal.value)
        m_reason = QCoreApplication::translate("Import", "“%1” in “%2” cannot be read as an amount of money.")
                       .arg(shortened(cell), name);
    if (!m_deal.value)
        return false;
    m_assumesCurrency
        = number->unit.isEmpty() && own.isEmpty() && !m_currency.empty() && !column.isCurrencyNamed;
    m_namesCurrency = !number->unit.isEmpty();
    compareCurrencies(place, number->unit);
    lookForOtherCurrency(place);
    if (isRounded(number->value, currencyDigits(currency)))
        m_rounding
            = QCoreApplication::translate(
                  "Import", "“%1” in “%2” has more decimals than its currency. It was rounded to %3.")
                  .arg(shortened(cell), name, m_deal.value->toText(QLocale(), Money::Decimals::Always));
    return true;
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
QString DealRow::currencyOf(Unit &column, QStringView unit, QStringView own)
{
    if (unit.isEmpty() && own.isEmpty())
        return column.currency;
    // "$" is that of the column: "CAD".
    const QString written = unit.isEmpty() ? own.toString() : unit % u' ' % own;
    auto found = column.currencies.find(written);
    if (found == column.currencies.end()) {
        const QString told = own.isEmpty() ? column.currency : currencyWithin(own);
        found = column.currencies.insert(written, unit.isEmpty() ? told : currencyFromText(unit, told));
    }
    return *found;
}

// What stands beside the amount counts before its column, and that before the name of the values.
void DealRow::compareCurrencies(size_t place, QStringView unit)
{
    const QString &taken = m_deal.value->currency;
    const QStringView own = unit.isEmpty() ? QStringView() : cellOf(m_currency);
    const QString told = own.isEmpty() ? QString() : currencyWithin(own);
    if (!told.isEmpty() && told != taken)
        m_contradictions.append(
            QCoreApplication::translate("Import", "“%1” is in %2, but “%3” says %4. It counts as %2.")
                .arg(shortened(trimmed(m_value[place])), taken, m_source.columns().at(m_currency.front()),
                     told));
    else if (m_units[place].isCurrencyNamed && taken != m_units[place].currency)
        m_contradictions.append(
            QCoreApplication::translate("Import",
                                        "The amount is in %1, but its column is called “%2”. It "
                                        "counts as %1.")
                .arg(taken, m_source.columns().at(m_value[place])));
}

// Of columns with the amounts of one currency each, one is filled in each row.
void DealRow::lookForOtherCurrency(size_t place)
{
    const auto nameOf = [this](size_t at) { return m_source.columns().at(m_value[at]); };
    for (size_t other = place + 1; other < m_value.size(); ++other)
        if (areOfTwoCurrencies(place, other) && isAmount(m_value[other]))
            m_contradictions.append(QCoreApplication::translate("Import",
                                                                "“%1” and “%2” both have an amount. The "
                                                                "first counts.")
                                        .arg(nameOf(place), nameOf(other)));
}
