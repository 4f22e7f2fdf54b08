#pragma once

#include "models/funnel/funnel_store.h"

#include <QComboBox>

// In which currency values are shown; only in sight where there are several.
class CurrencyChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit CurrencyChoice(QWidget *parent = nullptr);

    // Those of the figures, where there are several. Keeps what was chosen while it is among them, else takes
    // that of currencyToShow().
    void offer(const Document &document, const FunnelInputs &inputs, const DealSummary &deals);
    QString currency() const; // empty: there is nothing to choose
};
