#pragma once

#include "models/funnel/funnel_store.h"
#include "widgets/funnel/deal_figures.h"

class ChoiceSwitch;
class QComboBox;
class QVBoxLayout;
class TextLabel;
class WaterfallChart;

// The "What changed" page: which factor moved won value from one period to another, with the notes that were
// left on the time line in between.
class ChangesPage : public PageView
{
    Q_OBJECT

public:
    explicit ChangesPage(const PageContext &page, DealReader deals = summaryOfDeals,
                         QWidget *parent = nullptr);

    WaterfallChart *chart() const { return m_chart; } // nullptr before the page was shown
    QString notes() const;

protected:
    void read() override;

private:
    QComboBox *makeBox(const QString &name);
    void fill(QComboBox *box, const QString &wanted, qsizetype otherwise);
    void compare();
    FunnelFigures chosen(const QComboBox *box) const;

    const PageContext &m_page;
    const DealReader m_deals;
    ChoiceSwitch *m_grain;
    QComboBox *m_from;
    QComboBox *m_to;
    QVBoxLayout *m_column;
    WaterfallChart *m_chart = nullptr; // made when first shown
    TextLabel *m_leftOut;
    TextLabel *m_notes;
    QList<FunnelFigures> m_funnels;
    FunnelInputs m_inputs;
};
