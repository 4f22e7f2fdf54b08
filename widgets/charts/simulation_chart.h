#pragma once

#include "models/funnel/simulation.h"
#include "widgets/charts/chart_panel.h"

// How the runs of a simulation ended: how many in each range of won value, below the goal and from it on.
class SimulationChart : public ChartPanel
{
    Q_OBJECT

public:
    explicit SimulationChart(QWidget *parent = nullptr);

    void setSimulation(const Simulation &simulation);
};

// Of reaching the goal; always with one decimal, as chances of several plans stand side by side.
QString chanceText(const Simulation &simulation, const QLocale &locale);
// The result in one sentence.
QString simulationText(const Simulation &simulation, const QLocale &locale);
