#pragma once

#include "models/funnel/funnel_store.h"
#include "widgets/funnel/deal_figures.h"

class ChoiceSwitch;
class FigureTableView;
class FunnelView;
class QComboBox;
class QGridLayout;
class QPushButton;
class TextLabel;

// The "Funnel" page: the split funnel of one period against another, as a picture and as a table, with the
// key figures of the imported deals.
class FunnelPage : public PageView
{
    Q_OBJECT

public:
    explicit FunnelPage(const PageContext &page, DealReader deals = summaryOfDeals,
                        QWidget *parent = nullptr);

    FunnelView *funnel() const { return m_funnel; }

Q_SIGNALS:
    void importRequested();
    void numbersRequested(); // to the page on which numbers are typed

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildTools();
    QWidget *buildEmpty();
    QWidget *buildKeyFigures();
    void onChanged(const QSet<QString> &tables);
    void read(); // from the document
    void offerPeriods();
    void present(); // what was read
    void showKeyFigures();
    const FunnelFigures *chosen(const QComboBox *box) const;
    QString countingRule() const;

    const PageContext m_page;
    const DealReader m_deals;
    FunnelInputs m_inputs;
    DealSummary m_summary;
    QList<FunnelFigures> m_periods; // oldest first
    bool m_stale = true;

    ChoiceSwitch *m_grain;
    ChoiceSwitch *m_measure;
    ChoiceSwitch *m_countedBy;
    QComboBox *m_now;
    QComboBox *m_before;
    TextLabel *m_rule;
    QWidget *m_content;
    QWidget *m_empty;
    FunnelView *m_funnel;
    FigureTableView *m_table;
    QGridLayout *m_keyGrid;
    QWidget *m_keyFigures;
};
