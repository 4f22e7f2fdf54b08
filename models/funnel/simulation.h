#pragma once

#include "models/funnel/targets.h"

// What a plan may come to when its rates and its deal size are not known exactly: the planned number at the
// first stage is led through the funnel many times, each time with rates and a deal size drawn between low
// and high. Each is drawn on its own from the triangular distribution whose peak is the likely figure;
// without low and high it stands fast, and where all do there is nothing to simulate. What chance does to a
// handful of deals, and what the rates have to do with each other, is not in it.
//
// The same plan, seed and number of runs give the same result on every machine: random numbers come from
// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014), and all arithmetic
// is on whole numbers, rounded half away from zero.
struct SimulationSettings
{
    quint64 seed = 1;
    int runs = 10'000;
};

struct Simulation
{
    PlanProblem problem = {}; // why it cannot be run
    int runs = 0;
    Money goal; // marketing's share of the goal
    qint64 reached = 0; // runs in which the won value is the goal or more
    Money low, middle, high; // one run in ten is at or below the low one, half at or below the middle, nine
                             // in ten at or below the high one
    QList<qint64> sorted; // won value of each run in minor units, ascending

    Rate chance() const; // of reaching the goal
};

Simulation simulate(const FunnelPlan &plan, const SimulationSettings &settings = {});

// The triangular distribution by its inverse: `uniform` is one of 2^32 equal steps. Exact up to rounding to
// whole numbers.
qint64 triangular(qint64 low, qint64 likely, qint64 high, quint32 uniform);

// A generator of random numbers that is the same everywhere.
class SplitMix64
{
public:
    explicit SplitMix64(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next();

private:
    quint64 m_state;
};
