#pragma once

#include "models/funnel/benchmarks.h"
#include "models/funnel/plan_store.h"
#include "models/funnel/segment_change.h"
#include "models/funnel/simulation.h"

#include <QJsonArray>
#include <QJsonObject>

struct FunnelReport;

// The plan and what is worked out from it as JSON; for the forms of money, rate and total see
// workbook_figures.h. A figure that cannot be worked out is {"value": null, "problem": why}.
//
// targets       {"goal", "marketing_goal", "deal_size": money, "marketing_share": rate, "grain", "start",
//               "first_month", "last_month" of it: a year from July runs to June, "per",
//               "stages": [{"stage", "rate": into it, "count": rounded up at each step, "exact": unrounded,
//               "per_unit": count in one "per", "asked_about": rate above 100 %, "agreed_from": the stage
//               that the rate led out of when it was agreed, "other_step": what is to be checked where
//               another one stands there now, or null, "problem"}], top to bottom, "spend": money,
//               "hours_needed", "lead_ceiling", "above_ceiling", "by_month", "by_quarter", "by_region",
//               "by_product", "by_source": [{"part", "counts"}], which add up exactly, "no_quarters": why
//               "by_quarter" is empty, or null, "scenarios", "taken_from":
//               {"period", "deal_size": whether, "rates": stages} that the plan does not say, or null}
// plan          in short, to stand beside others: {"goal", "deal_size": money, "marketing_share", "rates":
//               likely ones along the stages, the first null, "counts": along the stages, "other_steps": what
//               is to be checked of rates that were agreed for another step, "spend": money, "hours_needed",
//               "chance": rate, "problem": why counts are null, or null}
// scenarios     [{"name", and what a plan has}]
// benchmarks    planned rates beside published ranges: [{"stage", "from": of which stage, "low", "likely",
//               "high": planned, "others_low", "others_high", "others_step": in the source's words, "source",
//               "year"}]
// reached       {"stage", "count", "counts": from it on, rounded down, "goal": money}
// what-changed  {"from", "to", "before", "after", "change": money, "factors": [{"factor", "kind":
//               "volume"|"rate"|"deal_size", "stage", "before", "after", "part": money}], "left_out": stages,
//               "left_out_because": why, along them,
//               "notes": [{"on", "text", "team"}]}; the parts add up to the change
//               by segments {"from", "to", "before", "after", "change", "segments": [{"segment", and what a
//               change has, or "problem"}], "rest": money in none of them}
// simulation    {"seed", "runs", "distribution": "triangular", "goal": money, "reached": runs, "chance":
// rate,
//               "low_10", "middle_50", "high_90": money, "taken_from": as in targets, "other_steps": as in
//               plan}
QJsonObject targetsToJson(const PlanInputs &inputs, PlanUnit unit);
QJsonObject planToJson(const FunnelPlan &plan);
QJsonArray scenariosToJson(const PlanInputs &inputs);
QJsonArray benchmarksToJson(const FunnelPlan &plan, const QList<RateBenchmark> &benchmarks);
QJsonObject reachedToJson(const FunnelPlan &plan, int stage, qint64 count);
QJsonObject changeToJson(const WhatChanged &changed, const QList<FunnelNote> &notes);
QJsonObject changeToJson(const ChangeBySegment &changed);
// Of a report's last two periods, and under "by_region", "by_product" and "by_source" by those of its
// segments that there are; null where it cannot be worked out.
QJsonValue newestChangeToJson(const FunnelReport &report);
QJsonObject simulationToJson(const Simulation &simulation, const SimulationSettings &settings);

// The parts of a report that look ahead, by key:
// velocity    money a day: opportunities × win rate × deal size ÷ mean cycle days; opportunities are the open
//             rows from the "opportunity_stage" on, by currency: [{"value", "currency"}]
// velocity_trend  what it was in each period, of the opportunities that came in it and the deals closed in
// it:
//             [{"currency", "opportunity_stage", "periods": [{"period", "value"}]}]
// pipeline    {"open_by_stage": [{"stage", "chance", total}], "weighted": [{"open", "weighted": money,
//             "by_own_chance", "by_stage_chance": rows weighted so, "left_out": rows}], "coverage"}
// coverage    by currency: [{"currency", "target", "won": money, "from", "to": their first and last period,
//             within a year, "open", "weighted": that pipeline ÷ what the target still lacks, "needed": 1 ÷
//             win rate}]
// outlook     of the rows closed in each period: [{"period", "won", "lost", "win_rate", "cycle_days":
// {"mean",
//             "median"}, "deal_size", "velocity": [{"value", "currency"}], "coverage"}]
// sources     [{"source", "leads", "won", "open": total, "lead_to_won": rate, "lead_value", "sla_value":
//             [{"value", "currency"}], "leads_promised" in one "promised_per", "created_by_marketing",
//             "touched_by_marketing": true, false or null}]
// earned      won in each period from sources that marketing created or touched: [{"period", "sourced",
//             "influenced", "not_said": total}], never to be added
// cash        as typed: {"sourced", "influenced": [money]}, never to be added
// pace        of the last stage against its targets of this year, or the last before that has any:
// [{"period", "actual", "target", "actual_so_far",
//             "target_so_far", "at_least": what is known after a period that is not}] and "rate" over the
//             full periods up to "rate_to", the last before one that is not known; "problem": why
//             none is known, or null
// plan, scenarios, benchmarks  as above
// capacity    {"hours", "selling_hours", "lead_hours", "conversations", "won", "value", "freed_hours",
//             "more_conversations", "more_won", "more_value"} a year
QJsonObject outlookToJson(const FunnelReport &report);
