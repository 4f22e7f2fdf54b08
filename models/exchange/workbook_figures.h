#pragma once

#include "models/funnel/benchmarks.h"
#include "models/funnel/combined.h"
#include "models/funnel/estimates.h"
#include "models/funnel/outlook.h"
#include "models/funnel/pace.h"
#include "models/funnel/plan_store.h"
#include "models/funnel/segments.h"
#include "models/funnel/sources.h"
#include "models/funnel/typed_contradictions.h"

#include <QJsonObject>

// All computed figures of a funnel as JSON, exact and free of any locale. A figure that is not known or
// cannot be worked out is null.
//
// money    {"amount": "61000.00", "currency": "EUR"}; sums are lists with one entry per currency
// rate     {"value": "0.6315", "numerator": 4238, "denominator": 6711}, rounded half away from zero;
//          {"value": null, "problem": "…"} where it cannot be worked out
// total    {"count", "without_value": of them, "values": [money]}
//
// currency   in which the values of the periods and the change are, where there are several; else null.
// currencies [{"currency", "rows"}] of the imported rows with a value
// counted_by "event" or "entry": in which period a row counts in "periods"; all else is by event
// stages     [{"id", "name", "owner": "marketing"|"both"|"sales"|""}], top to bottom
// grain      "week", "month" or "quarter" of the periods
// periods    [{"period": "2026-Q3", "from", "to": first and last day, "stages": [{"stage": name, "count",
//            "value": money, "count_source", "value_source": "typed"|"computed"|"both"|null, "step_rate" and
//            "value_step_rate": from the stage before, "overall_rate": from the first stage known,
//            "target": count}]}], oldest first
// segments   {"region", "product", "source": [{"segment", "periods": those of which anything is known of it,
// each
//            as above but without targets}]}; null where they were not asked for
// contradictions  of typed numbers, where a quarter or year is another than its parts: [{"stage", "segment":
//            name or null, "period", "of": "count"|"value", "typed", "parts": count, or money, "text"}]
// deals      of the imported rows; null where nothing was imported:
//            {"rows", "won", "lost", "lost_leads": before any deal came of them, "open": total,
//             "open_by_crm_stage": {name: count}, "win_rate": won ÷ (won + lost), "deal_size": [money],
//             won value ÷ won rows with a value,
//             "cycle_days": {"mean", "median"}: decimal strings, created to closed of won rows,
//             "won_by_close", "lost_by_close": [{"period", …total}],
//             "left_out": {"without_created", "won_without_closed", "closed_before_created",
//             "without_stage"}: rows missing in some of the above}
// handovers, estimates   see handover_figures.h
// velocity, velocity_trend, pipeline, outlook, sources, earned, cash, pace, plan, scenarios, benchmarks,
// capacity
//            see plan_figures.h
struct FunnelReport
{
    FunnelInputs inputs;
    Grain grain = Grain::Quarter;
    QList<FunnelFigures> periods;
    std::optional<DealSummary> deals = {};
    std::optional<PipelineFigures> pipeline = {}; // of the same rows
    PlanInputs plan = {};
    CashTotals cash = {};
    QList<SourceTerms> sources = {};
    QList<RateBenchmark> benchmarks = {};
    QList<BlindEstimate> estimates = {};
    QList<TypedContradiction> contradictions = {};
    QString currency = {}; // in which values are, where there are several; else empty
    QMap<SegmentKind, QList<SegmentFunnels>> segments = {}; // only where they were asked for: addSegments()
    Pace pace = {}; // of the last stage's count; as the page of the plan shows it

    OutlookInputs outlookInputs() const;
    // Which imported rows count where, and in which currency values are, in sentences; empty without either.
    QString rule() const;
    // What is shown first, and the period before it; nullptr where there is none.
    const FunnelFigures *newest(QDate today = QDate::currentDate()) const;
    const FunnelFigures *beforeNewest(QDate today = QDate::currentDate()) const;
};

// Without a grain it is the one most of the typed figures are of. Refused where the workbook has no values in
// the currency; without one it is the workbook's own, or else that of most rows.
Result<FunnelReport> readFunnelReport(const Document &document, const QString &currency = {},
                                      std::optional<Grain> grain = {});
// The same figures by periods of another grain, without reading every row again.
Result<void> regroup(FunnelReport &report, const Document &document, Grain grain);
// The funnel by regions, products and sources. Not read with the report, as few that use it show them.
Result<void> addSegments(FunnelReport &report, const Document &document);
QJsonObject dealsToJson(const DealSummary &deals);
QJsonObject figuresToJson(const FunnelReport &report, CountedBy by = CountedBy::Event);
