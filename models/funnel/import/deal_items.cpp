#include "models/funnel/import/deal_items.h"

#include "models/arithmetic/sum.h"
#include "models/tables/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool differ(const Deal &a, const Deal &b)
{
    return a.state != b.state || a.stage != b.stage || a.created != b.created || a.closed != b.closed;
}

} // namespace

void DealItems::add(const Deal &deal, qint64 line, const QString &file, ImportReport &report)
{
    const auto found = m_indexOfKey.constFind(deal.key);
    if (found == m_indexOfKey.cend()) {
        m_indexOfKey.insert(deal.key, m_deals.size());
        m_deals.push_back({deal, line, file});
        m_most.push_back({deal.value ? deal.value->minor : 0, deal.product});
        return;
    }
    ++report.furtherItems;
    Gathered &before = m_deals[*found];
    Worth &most = m_most[*found];
    const auto remark = [&](const QString &text) {
        report.remark({line, text.arg(shortened(deal.name.isEmpty() ? deal.key : deal.name)), file});
    };
    if (differ(before.deal, deal))
        remark(QCoreApplication::translate(
            "Import", "The stage or a date of “%1” is another in an earlier row. This row counts."));
    const std::optional<Money> sum = before.deal.value;
    before = {deal, line, file};
    if (!deal.value) {
        before.deal.value = sum;
    } else if (sum && sum->currency != deal.value->currency) {
        remark(QCoreApplication::translate(
            "Import",
            "The rows of “%1” have values in different currencies. That of this row was not added."));
        before.deal.value = sum;
    } else if (sum) {
        if (const auto total = sumOf(sum->minor, deal.value->minor))
            before.deal.value->minor = *total;
    }
    if (deal.value && deal.value->minor > most.minor)
        most = {deal.value->minor, deal.product};
    before.deal.product = most.product;
}

QString valueOfItems(const TableProfile &profile)
{
    static const QStringList names = plainNames(
        u"total price|line total|line amount|line value|line item total|line item amount|line item value|"
        u"item total|item amount|item value|product amount|product total|product value|extended price|"
        u"extended amount|amount of product|gesamtpreis|positionssumme|positionswert|positionsbetrag|"
        u"zeilensumme|prix total|total ligne|montant ligne|montant de la ligne|precio total|"
        u"importe de linea|total de linea|total linea|preco total|total do item|valor do item|"
        u"valor total do item|valor do produto|total do produto|prezzo totale|totale riga|importo riga");
    for (const ColumnProfile &column : profile.columns)
        if (column.numbers.isNumbers() && names.contains(plainWords(column.name)))
            return column.name;
    return {};
}

bool listsItems(const TableProfile &profile, const ColumnRoles &columns)
{
    using enum ColumnRole;
    const auto columnOf = [&](ColumnRole role) { return profile.column(columns.key(role)); };
    // Without an id and dates, two deals of a company could not be told from the products of one.
    const bool isDated = columnOf(Created) || columnOf(Closed);
    const ColumnProfile *key = columnOf(Key) ? columnOf(Key) : isDated ? columnOf(Name) : nullptr;
    const ColumnProfile *product = columnOf(Product);
    return key && product && key->repeated > 0 && product->filled == profile.rows
        && !valueOfItems(profile).isEmpty();
}
