#pragma once

#include "models/funnel/cut_choices.h"
#include "models/funnel/deals/deals.h"
#include "models/funnel/funnel_store.h"
#include "widgets/charts/funnel_bands.h"
#include "widgets/controls/card.h"

class ChoiceSwitch;
class CurrencyChoice;
class GrainSwitch;
class QComboBox;
class QPushButton;
class Settings;
class TextLabel;

// What of the funnel is shown, and how: period, what it is held against, count or value in one currency,
// widths, which deals count where, region, product and source. What is a habit rather than a
// question is remembered.
class FunnelChoices : public Card
{
    Q_OBJECT

public:
    explicit FunnelChoices(Settings &settings, QWidget *parent = nullptr);

    Grain grain() const;
    void setGrain(Grain grain); // without a signal
    CountedBy countedBy() const;
    Measure measure() const;
    QString currency() const; // of values; empty where there are not several
    FunnelWidths widths() const;
    FunnelCut cut() const;
    QString cutNames() const; // “Nordics” and “Trade fair”; empty: everything together
    QString now() const; // key of a period
    QString before() const; // key of a period; empty: none
    bool isAgainstTarget() const;

    // Each keeps what was chosen while it can be chosen.
    void offerPeriods(const QList<FunnelFigures> &periods); // oldest first
    void offerCuts(const CutChoices &cuts);
    void offerCurrencies(const Document &document, const FunnelInputs &inputs, const DealSummary &deals);
    void setDeals(const DealSummary &deals);
    void setHasFunnel(bool funnel);
    void setImportEnabled(bool enabled);

    // How rows are counted and which, to stand with the figures.
    TextLabel *rule() const { return m_rule; }

Q_SIGNALS:
    void readWanted(); // other figures are needed
    void presentWanted(); // the same figures, shown otherwise
    void importRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void remember();
    void nameMore();
    void offerComparisons();
    void onPeriodChosen();
    QString cutRule() const;
    void showRules();

    Settings &m_settings;
    GrainSwitch *m_grain;
    ChoiceSwitch *m_measure;
    CurrencyChoice *m_currency;
    ChoiceSwitch *m_widths;
    ChoiceSwitch *m_countedBy;
    QComboBox *m_now;
    QComboBox *m_before;
    QComboBox *m_region;
    QComboBox *m_product;
    QComboBox *m_source;
    QPushButton *m_import;
    QPushButton *m_more; // folds and unfolds the further choices
    QWidget *m_further;
    TextLabel *m_rule;
    DealSummary m_deals;
    bool m_comparesAsChosen = false; // not simply with the period before
    bool m_shown = false;
};
