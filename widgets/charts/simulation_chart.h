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

// Runs whose won value is at least `from` and below `to`; in minor units.
struct SimulationBucket
{
    qint64 from = 0, to = 0;
    qint64 below = 0, reached = 0; // the goal
};
QList<SimulationBucket> simulationBuckets(const Simulation &simulation);
FigureTable simulationTable(const Simulation &simulation, const QLocale &locale); // the same
QString simulationRule(const Simulation &simulation, const QLocale &locale); // what was run
// Of reaching the goal; always with one decimal, as chances of several plans stand side by side.
QString chanceText(const Simulation &simulation, const QLocale &locale);
// The result in one sentence.
QString simulationText(const Simulation &simulation, const QLocale &locale);
