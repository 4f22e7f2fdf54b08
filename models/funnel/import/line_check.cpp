#include "models/funnel/import/line_check.h"

#include "models/arithmetic/money.h"
#include "models/arithmetic/wide.h"
#include "models/tables/values/amount.h"
#include "models/tables/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keptWrong = 1000;
constexpr int decimals = 2;

// The one that is called so, or at least has such a word in its name; -1 where none has.
qsizetype columnNamed(const QStringList &columns, const QStringList &names, const QList<qsizetype> &others)
{
    for (const bool isWhole : {true, false})
        for (const QString &name : names)
            for (qsizetype i = 0; i < columns.size(); ++i) {
                const QString words = plainWords(columns.at(i));
                if (!others.contains(i) && (isWhole ? words == name : holdsWords(words, name)))
                    return i;
            }
    return -1;
}

Rational exact(const Decimal &number)
{
    return Rational::of(number.digits, powerOfTen(number.scale));
}

} // namespace

LineCheck::LineCheck(const QStringList &columns, const ImportMapping &mapping)
    : m_columns(columns)
    , m_signs(mapping.signs)
{
    static const QStringList quantities = plainNames(u"quantity|qty|units|menge|anzahl|stückzahl|stück|"
                                                     u"quantité|qté|cantidad|unidades|quantidade|qtd|qtde");
    static const QStringList prices = plainNames(
        u"unit price|price per unit|price each|sales price|list "
        u"price|price|einzelpreis|stückpreis|verkaufspreis|"
        u"listenpreis|preis|prix unitaire|prix|precio unitario|precio|preço unitário|preço|valor unitário");
    static const QStringList discounts = plainNames(u"discount|rabatt|nachlass|remise|descuento|desconto");
    const QStringList values = mapping.columnsOf(ColumnRole::Value);
    if (values.size() != 1)
        return;
    m_value = columns.indexOf(values.first());
    m_quantity = columnNamed(columns, quantities, {m_value});
    m_price = columnNamed(columns, prices, {m_value, m_quantity});
    m_discount = columnNamed(columns, discounts, {m_value, m_quantity, m_price});
}

std::optional<LineCheck::Numbers> LineCheck::numbersIn(const TableSource &row) const
{
    const auto quantity = readAmount(row.cell(m_quantity).trimmed(), m_signs);
    const auto price = readAmount(row.cell(m_price).trimmed(), m_signs);
    const auto value = readAmount(row.cell(m_value).trimmed(), m_signs);
    if (!quantity || !price || !value || (!price->unit.isEmpty() && price->unit != value->unit))
        return {};
    const QStringView less = m_discount < 0 ? QStringView() : row.cell(m_discount).trimmed();
    const auto discount = readAmount(less, m_signs);
    if (!less.isEmpty() && !discount)
        return {};
    Numbers numbers{exact(quantity->value),
                    exact(price->value),
                    discount ? exact(discount->value) : Rational(),
                    exact(value->value),
                    {}};
    const Rational pieces = numbers.quantity.sign() < 0 ? Rational(0) - numbers.quantity : numbers.quantity;
    numbers.tolerance = Rational::of(1, 100)
        + pieces * Rational::of(1, 2 * powerOfTen(std::max(price->value.scale, decimals)));
    return numbers;
}

void LineCheck::look(const TableSource &row)
{
    if (m_quantity < 0 || m_price < 0)
        return;
    const auto numbers = numbersIn(row);
    if (!numbers)
        return;
    ++m_rows;
    const auto &[quantity, price, discount, value, tolerance] = *numbers;
    const Rational whole = quantity * price;
    const std::array<Rational, WayCount> ways{whole, whole - discount, quantity * (price - discount),
                                              whole - whole * discount / Rational(100),
                                              whole - whole * discount};
    for (int way = Plain; way < (m_discount < 0 ? Plain + 1 : WayCount); ++way) {
        const Rational &expected = ways[static_cast<size_t>(way)];
        Tally &tally = m_tallies[static_cast<size_t>(way)];
        const Rational difference = expected - value;
        if (difference <= tolerance && Rational(0) - difference <= tolerance)
            ++tally.right;
        else if (tally.wrong.size() < keptWrong)
            tally.wrong.append({row.line(), textOf(*numbers, expected, way != Plain), row.file()});
    }
}

QString LineCheck::textOf(const Numbers &numbers, const Rational &expected, bool hasDiscount) const
{
    const QLocale locale;
    const QString text = hasDiscount
        ? QCoreApplication::translate("Import", "“%1” is %2, but “%3” × “%4” less “%5” is %6.")
              .arg(m_columns.at(m_value), numbers.value.toText(locale, decimals), m_columns.at(m_quantity),
                   m_columns.at(m_price), m_columns.at(m_discount))
        : QCoreApplication::translate("Import", "“%1” is %2, but “%3” × “%4” is %5.")
              .arg(m_columns.at(m_value), numbers.value.toText(locale, decimals), m_columns.at(m_quantity),
                   m_columns.at(m_price));
    return text.arg(expected.toText(locale, decimals));
}

QList<TableRemark> LineCheck::remarks() const
{
    constexpr qint64 fewest = 5; // rows that tell how the value comes about
    const auto best = std::max_element(m_tallies.begin(), m_tallies.end(),
                                       [](const Tally &a, const Tally &b) { return a.right < b.right; });
    return best->right >= fewest && best->right * 10 >= m_rows * 8 ? best->wrong : QList<TableRemark>();
}
