#pragma once

#include "models/exchange/workbook_figures.h"
#include "widgets/charts/figures_page.h"

class AmountBarsChart;
class FigureTableView;
class PeriodChoice;
class TextLabel;

// The "Cash" page: what was won by origin and period, from the imported deals, sourced and influenced apart.
// What is typed by hand stands below.
class CashPage : public FiguresPage
{
    Q_OBJECT

public:
    CashPage(const PageContext &context, const Page &page, QWidget *parent = nullptr);

    FigureTableView *origins() const { return m_origins; }
    AmountBarsChart *earned() const { return m_earned; } // nullptr before the page was shown

protected:
    void read() override;

private:
    void makeChart();
    void offerPeriods();
    void showEarned();
    void showOrigins();

    FunnelReport m_report;
    QList<SourceOutlook> m_sources;
    PeriodChoice *m_period;
    TextLabel *m_hint;
    FigureTableView *m_origins;
    AmountBarsChart *m_earned = nullptr; // made when first shown
};
