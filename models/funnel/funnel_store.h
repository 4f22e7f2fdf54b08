#pragma once

#include "models/document/document.h"
#include "models/funnel/combined.h"
#include "models/funnel/deals/funnel_cut.h"
#include "models/funnel/handover_health.h"

// A note on the time line: what was changed, and when.
struct FunnelNote
{
    QDate on;
    QString text;
    Team team = Team::None;

    bool operator==(const FunnelNote &) const = default;
};

// What the workbook's own worksheets say about the funnel, or about one part of it.
struct FunnelInputs
{
    QList<Stage> stages;
    QList<TypedFigure> typed;
    QList<TypedFigure> targets;
    QList<GateContract> contracts;
    QList<FunnelNote> notes; // oldest first
    QList<LoggedHandover> log = {}; // of all handovers

    // One funnel per period, oldest first: typed figures over those worked out from the deals. `currency`
    // as combine() takes it.
    QList<FunnelFigures> funnels(const DealSummary &deals, Grain grain, CountedBy by,
                                 const QString &currency = {}) const;
    const GateContract *contractAfter(qint64 stage) const; // nullptr where there is none
    const TypedFigure *targetOf(qint64 stage, const Period &period) const;
    // The targets of a period as a funnel, to hold figures against; empty where there are none. With a
    // currency without the values in others.
    FunnelFigures targetFunnel(const Period &period, const QString &currency = {}) const;
    // Of the handover after a stage; with a period, of what was handed over in it.
    HandoverHealth health(qint64 stage, const Period &period, QDate today) const;
};

QList<TypedFigure> readTyped(const Document &document, const FunnelCut &cut = {}); // numbers, not targets
FunnelInputs readFunnel(const Document &document, const FunnelCut &cut = {});
// The grain most of them are of.
Grain usualGrain(const QList<TypedFigure> &figures);
// Those made from the beginning of the first period to the end of the second.
QList<FunnelNote> notesBetween(const QList<FunnelNote> &notes, const Period &first, const Period &second);
QSet<QString> funnelTables(); // whose changes concern the funnel
