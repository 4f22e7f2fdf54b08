#pragma once

#include "models/exchange/workbook_figures.h"
#include "widgets/charts/figures_page.h"

class AmountBarsChart;
class FigureTableView;
class PeriodChoice;
class QComboBox;
class TextLabel;

// The "Pipeline" page: win rate, deal size, cycle, velocity and coverage of a period, the open deals stage by
// stage, and what a lead of each source is worth. What the teams say of the sources stands below.
class PipelinePage : public FiguresPage
{
    Q_OBJECT

public:
    PipelinePage(const PageContext &context, const Page &page, QWidget *parent = nullptr);

    FigureTableView *figures() const { return m_figures; }
    FigureTableView *sources() const { return m_sources; }
    AmountBarsChart *stages() const { return m_stages; } // nullptr before the page was shown

protected:
    void read() override;

private:
    void makeChart();
    QWidget *makeFiguresCard();
    QWidget *makeSourcesCard();
    void readPeriods();
    void showFigures();
    void showStages();

    FunnelReport m_report;
    PeriodChoice *m_period;
    FigureTableView *m_figures;
    TextLabel *m_hint;
    QComboBox *m_currency;
    TextLabel *m_chances;
    FigureTableView *m_sources;
    AmountBarsChart *m_stages = nullptr; // made when first shown
};
