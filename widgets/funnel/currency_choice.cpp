#include "widgets/funnel/currency_choice.h"

#include "models/funnel/currencies.h"
#include "models/worksheet/workbook_currency.h"

#include <QSignalBlocker>

CurrencyChoice::CurrencyChoice(QWidget *parent)
    : QComboBox(parent)
{
    setAccessibleName(tr("Currency of values"));
    setToolTip(tr("Nothing is added across currencies: values are shown in one of them."));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    hide();
}

void CurrencyChoice::offer(const Document &document, const FunnelInputs &inputs, const DealSummary &deals)
{
    const QStringList currencies = currenciesOf(inputs, deals);
    const QString first = currencyToShow(currencies, currencyOf(document, QLocale()), deals);
    const QSignalBlocker quiet(this);
    const QString chosen = currency();
    clear();
    if (!first.isEmpty())
        for (const QString &currency : currencies)
            addItem(tr("in %1", "currency").arg(currency), currency);
    const int kept = findData(chosen);
    setCurrentIndex(kept >= 0 ? kept : findData(first));
    setVisible(count() > 0);
}

QString CurrencyChoice::currency() const
{
    return currentData().toString();
}
