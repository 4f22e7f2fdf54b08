#pragma once

#include "models/document/document.h"
#include "models/funnel/combined.h"

// What the two teams agreed for the handover after a stage.
struct GateContract
{
    qint64 afterStage = 0; // id
    QString gives, takes; // people
    std::optional<qint64> acceptWithin; // minutes

    bool operator==(const GateContract &) const = default;
};

// A note on the time line: what was changed, and when.
struct FunnelNote
{
    QDate on;
    QString text;
    Team team = Team::None;

    bool operator==(const FunnelNote &) const = default;
};

// What the workbook's own worksheets say about the funnel. Figures of single segments are left out.
struct FunnelInputs
{
    QList<Stage> stages;
    QList<TypedFigure> typed;
    QList<TypedFigure> targets;
    QList<GateContract> contracts;
    QList<FunnelNote> notes; // oldest first

    // One funnel per period, oldest first: typed figures over those worked out from the deals.
    QList<FunnelFigures> funnels(const DealSummary &deals, Grain grain, CountedBy by) const;
    const GateContract *contractAfter(qint64 stage) const; // nullptr where there is none
    const TypedFigure *targetOf(qint64 stage, const Period &period) const;
};

FunnelInputs readFunnel(const Document &document);
QSet<QString> funnelTables(); // whose changes concern the funnel
