#pragma once

#include "models/funnel/plan_model.h"
#include "widgets/charts/figures_page.h"
#include "widgets/funnel/deal_figures.h"
#include "widgets/funnel/simulations.h"

#include <QTimer>

class ChoiceSwitch;
class FigureTableView;
class PaceChart;
class PlanTable;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class SimulationChart;
class TextLabel;

// The "Targets" page: the plan worked backwards with every step to be changed, how likely it is, what falls
// into each month or region, other plans beside it, and the pace against the targets. The worksheets it is
// made of stand below.
class PlanPage : public FiguresPage
{
    Q_OBJECT

public:
    PlanPage(const PageContext &context, const Page &page, DealReader deals = summaryOfDeals,
             QWidget *parent = nullptr);

    PlanModel &plan() { return m_model; }
    FigureTableView *scenarios() const { return m_scenarios; }
    FigureTableView *benchmarks() const { return m_benchmarks; }

protected:
    void read() override;

private:
    QWidget *makePlanCard();
    QWidget *makeSpreadCard();
    QWidget *makeScenarioCard();
    QWidget *makeBenchmarkCard();
    void makeCharts();
    void readCharts();
    void showPace(const FunnelInputs &inputs);
    void offerMeasured(const FunnelInputs &inputs);
    void showSimulation();
    void showSpread();
    void showScenarios();
    void showScenarioTable();
    void showBenchmarks();
    void useAsTargets();
    void useMeasured();
    void keep();
    void takeOver();
    void remove();

    PlanModel m_model;
    Simulations m_simulations;
    QTimer m_charts; // once the page with its tables is on screen
    const DealReader m_deals;
    FunnelFigures m_measured; // of the newest full period
    ChoiceSwitch *m_unit;
    ChoiceSwitch *m_rounding;
    ChoiceSwitch *m_spreadBy;
    QSpinBox *m_seed;
    QPushButton *m_useMeasured;
    QPushButton *m_useAsTargets;
    TextLabel *m_shares; // that they are not 100 %, or why there are no parts
    TextLabel *m_noCounts; // of scenarios: why
    FigureTableView *m_spread;
    FigureTableView *m_scenarios;
    FigureTableView *m_benchmarks;
    QLineEdit *m_name;
    QComboBox *m_chosen;
    QPushButton *m_takeOver;
    QPushButton *m_remove;
    SimulationChart *m_simulation = nullptr; // made when first shown
    TextLabel *m_outcome = nullptr; // of it, in a sentence; made with it
    PaceChart *m_pace = nullptr;
};
