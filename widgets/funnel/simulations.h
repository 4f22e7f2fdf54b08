#pragma once

#include "models/funnel/simulation.h"

#include <QFuture>
#include <QObject>

// Runs simulations beside the window, which stays usable meanwhile, and remembers the latest: the same plan
// and seed give the same result.
class Simulations : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // What it came to, if that is known by now; otherwise it is being worked out.
    std::optional<Simulation> of(const FunnelPlan &plan, const SimulationSettings &settings = {});

Q_SIGNALS:
    void known(); // all that was asked for

private:
    struct Run
    {
        FunnelPlan plan;
        quint64 seed = 0;
        QFuture<Simulation> result;
        bool isWanted = true; // asked for since all was known
    };

    void onFinished();

    QList<Run> m_runs;
};
