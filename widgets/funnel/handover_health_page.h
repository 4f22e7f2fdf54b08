#pragma once

#include "models/funnel/funnel_store.h"
#include "widgets/shell/page_view.h"

class HandoverFigures;
class QBoxLayout;
class QComboBox;
class QVBoxLayout;
class SheetView;
class TextLabel;

// The "Handover health" page: what came of each handover in a period, held against its contract, above the
// log that the figures come from.
class HandoverHealthPage : public PageView
{
    Q_OBJECT

public:
    explicit HandoverHealthPage(const PageContext &page, QWidget *parent = nullptr);

    bool canUseExample() const override;
    void useExample() override;
    void showRow(const QString &table, qint64 id) override;

    QList<HandoverFigures *> figures() const { return m_figures; }

protected:
    void read() override;

private:
    void offerPeriods();
    void present();
    Period chosenPeriod() const;

    const PageContext m_page;
    FunnelInputs m_inputs;
    QComboBox *m_period;
    TextLabel *m_none;
    TextLabel *m_elsewhere; // what is logged, but in none of the figures
    QVBoxLayout *m_cards;
    SheetView *m_log;
    QList<HandoverFigures *> m_figures;
};
