#include "models/funnel/currencies.h"

#include "models/worksheet/workbook_currency.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Currencies)
};

DealTotals allOf(const DealSummary &deals)
{
    DealTotals all = deals.won;
    all.add(deals.lost);
    all.add(deals.lostLeads);
    all.add(deals.open);
    return all;
}

} // namespace

QList<std::pair<QString, qint64>> rowsByCurrency(const DealSummary &deals)
{
    const DealTotals all = allOf(deals);
    QList<std::pair<QString, qint64>> rows;
    for (const Money &sum : all.value.sums())
        rows.append({sum.currency, all.value.count(sum.currency)});
    return rows;
}

QStringList currenciesOf(const FunnelInputs &inputs, const DealSummary &deals)
{
    QStringList currencies;
    for (const auto &[currency, rows] : rowsByCurrency(deals))
        currencies.append(currency);
    for (const TypedFigure &figure : inputs.typed)
        if (figure.worth && !currencies.contains(figure.worth->currency))
            currencies.append(figure.worth->currency);
    currencies.sort();
    return currencies;
}

QString currencyToShow(const QStringList &currencies, const QString &usual, const DealSummary &deals)
{
    if (currencies.size() < 2)
        return {};
    if (currencies.contains(usual))
        return usual;
    const auto rows = rowsByCurrency(deals);
    const auto most = std::max_element(rows.begin(), rows.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == rows.end() ? currencies.first() : most->first;
}

QString currencyToShow(const Document &document, const FunnelInputs &inputs, const DealSummary &deals)
{
    return currencyToShow(currenciesOf(inputs, deals), currencyOf(document, QLocale()), deals);
}

Result<void> checkCurrency(const QString &currency, const FunnelInputs &inputs, const DealSummary &deals)
{
    const QStringList currencies = currenciesOf(inputs, deals);
    if (currencies.contains(currency))
        return {};
    return Error{Error::Code::Refused,
                 currencies.isEmpty()
                     ? Texts::tr("The workbook has no values in %1, nor in any other currency.").arg(currency)
                     : Texts::tr("The workbook has no values in %1. There are some in %2.")
                           .arg(currency, currencies.join(u", "_s))};
}

QString currencyRule(const DealSummary &deals, const QString &currency)
{
    const QLocale locale;
    const qint64 without = allOf(deals).withoutValue;
    const QString withoutValue
        = without > 0 ? Texts::tr("Without a value: %1.").arg(locale.toString(without)) : QString();
    if (currency.isEmpty())
        return withoutValue.isEmpty() || rowsByCurrency(deals).isEmpty()
            ? QString()
            : Texts::tr("Values are those of the rows that tell one.") % u' ' % withoutValue;
    QStringList others;
    qint64 own = 0;
    for (const auto &[code, rows] : rowsByCurrency(deals)) {
        if (code == currency)
            own = rows;
        else
            others.append(Texts::tr("%1 in %2", "number of rows, currency").arg(locale.toString(rows), code));
    }
    if (deals.rows == 0)
        return Texts::tr("Values are those in %1; nothing is added across currencies.").arg(currency);
    QStringList sentences{Texts::tr("Values are those in %1, of %2 rows; nothing is added across currencies.")
                              .arg(currency, locale.toString(own))};
    if (!others.isEmpty())
        sentences.append(Texts::tr("Rows in other currencies: %1.").arg(others.join(u", "_s)));
    if (!withoutValue.isEmpty())
        sentences.append(withoutValue);
    return sentences.join(u' ');
}

QString figuresRule(const DealSummary &deals, CountedBy by, const QString &currency)
{
    QStringList rules{deals.rows > 0 ? countingRule(deals, by) : QString(), currencyRule(deals, currency)};
    rules.removeAll(QString());
    return rules.join(u' ');
}

StagePeriods valuesIn(const QString &currency, const StagePeriods &periods)
{
    if (currency.isEmpty())
        return periods;
    StagePeriods narrowed = periods;
    for (QList<DealTotals> &stages : narrowed)
        for (DealTotals &totals : stages) {
            const auto sum = totals.value.in(currency);
            const qint64 rows = totals.value.count(currency);
            totals.value = {};
            if (sum)
                totals.value.add(*sum, rows);
        }
    return narrowed;
}
