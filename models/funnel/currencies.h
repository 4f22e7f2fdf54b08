#pragma once

#include "models/funnel/funnel_store.h"

// The currencies in which the funnel has values, where there are several: then one is chosen, as nothing is
// added across currencies.

// Of the imported rows and of typed numbers, by code.
QStringList currenciesOf(const FunnelInputs &inputs, const DealSummary &deals);
// The one to begin with: `usual` where it is among them, else that of most rows; empty where there are not
// several.
QString currencyToShow(const QStringList &currencies, const QString &usual, const DealSummary &deals);
// The same of a workbook, whose own currency is the usual one.
QString currencyToShow(const Document &document, const FunnelInputs &inputs, const DealSummary &deals);
// Refuses one in which there are no values, with those in which there are.
Result<void> checkCurrency(const QString &currency, const FunnelInputs &inputs, const DealSummary &deals);
// Says in which currency values are, and how many rows are in others or have none; without a currency only
// the latter. Empty where there is nothing to say.
QString currencyRule(const DealSummary &deals, const QString &currency);
// With countingRule() before it, where there are rows.
QString figuresRule(const DealSummary &deals, CountedBy by, const QString &currency);
// What rows are worth in this one alone, where each figure is shown in its own; all of it without a currency.
StagePeriods valuesIn(const QString &currency, const StagePeriods &periods);
// Rows with a value, by the code of its currency.
QList<std::pair<QString, qint64>> rowsByCurrency(const DealSummary &deals);
