#pragma once

#include "models/funnel/segment_comparison.h"
#include "widgets/controls/card.h"
#include "widgets/funnel/segment_tables.h"
#include "widgets/shell/page_view.h"

class FigureTableView;
class SegmentSwitch;
class TextLabel;

// The regions, products or sources of the funnel beside each other, in the period that is shown. They are
// read when the user first asks for them: of many deals that takes a moment.
class SegmentsCard : public Card
{
    Q_OBJECT

public:
    explicit SegmentsCard(const PageContext &page, QWidget *parent = nullptr);

    void forget(); // what was read: it may have changed
    void showFunnel(const FunnelFigures &whole, CountedBy counted, Measure measure, const QString &currency);

private:
    bool readChosen();
    void present();
    void showTable(FigureTableView *table, const SegmentComparison &compared, SegmentShows shows);

    const PageContext m_page;
    FunnelFigures m_whole;
    CountedBy m_counted = CountedBy::Event;
    Measure m_measure = Measure::Amount;
    QString m_currency;
    std::optional<SegmentKind> m_read; // none: nothing is
    QList<SegmentFunnels> m_segments;

    SegmentSwitch *m_kind;
    FigureTableView *m_figures; // numbers or values
    FigureTableView *m_rates;
    TextLabel *m_remark;
};
