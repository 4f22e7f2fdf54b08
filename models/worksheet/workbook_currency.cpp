#include "models/worksheet/workbook_currency.h"

#include "models/arithmetic/money.h"
#include "models/document/document.h"

using namespace Qt::StringLiterals;

QString currencyOf(const Document &document, const QLocale &locale)
{
    const auto rows = document.rows(u"overview_workbook"_s);
    const QString chosen = rows.isEmpty() ? QString() : rows.first().value(u"currency"_s).toString();
    if (isCurrency(chosen))
        return chosen;
    const QString local = locale.currencySymbol(QLocale::CurrencyIsoCode);
    return isCurrency(local) ? local : u"EUR"_s;
}
