#pragma once

#include "models/funnel/segments.h"
#include "models/funnel/what_changed.h"
#include "widgets/funnel/deal_figures.h"

class CurrencyChoice;
class GrainSwitch;
class QComboBox;
class QVBoxLayout;
class SegmentSwitch;
class TextLabel;
class WaterfallChart;

// The "What changed" page: which factor, or which region, product or source, moved won value from one period
// to another, with the notes that were left on the time line in between.
class ChangesPage : public PageView
{
    Q_OBJECT

public:
    explicit ChangesPage(const PageContext &page, DealReader deals = summaryOfDeals,
                         QWidget *parent = nullptr);

    WaterfallChart *chart() const { return m_chart; } // nullptr before the page was shown
    QString notes() const;
    QString rule() const; // which rows count where, and in which currency values are

Q_SIGNALS:
    void importRequested();
    void numbersRequested(); // to the page on which numbers are typed

protected:
    void read() override;

private:
    Grain grain() const;
    QComboBox *makeBox(const QString &name);
    QWidget *buildEmpty();
    void fill(QComboBox *box, const QString &wanted, qsizetype otherwise);
    void compare();
    void compareSegments(const FunnelFigures &from, const FunnelFigures &to);
    void readSegmentsOf(SegmentKind kind);
    FunnelFigures chosen(const QComboBox *box) const;

    const PageContext &m_page;
    const DealReader m_deals;
    GrainSwitch *m_grain;
    SegmentSwitch *m_by; // none: by factors
    QComboBox *m_from;
    QComboBox *m_to;
    CurrencyChoice *m_currency;
    QVBoxLayout *m_column;
    QWidget *m_tools;
    QWidget *m_empty; // in place of all else while there is nothing to compare
    QWidget *m_noted;
    WaterfallChart *m_chart = nullptr; // made when first shown
    TextLabel *m_rule;
    TextLabel *m_leftOut;
    TextLabel *m_notes;
    DealSummary m_summary; // of what was imported
    QList<FunnelFigures> m_funnels;
    FunnelInputs m_inputs;
    QList<SegmentFunnels> m_segments; // of the kind and grain chosen
    std::optional<SegmentKind> m_segmentsOf; // none: still to be read
};
