#pragma once

#include "models/exchange/workbook_figures.h"

// The handovers and the blind estimates of a report, by key:
// handovers  [{"after": name of a stage, "from", "to": owners, of the contract: "accept_within_minutes",
// "gives",
//            "takes", "criteria", "reject_reasons": [text], "rejected_leads"; of the log: "actual": health,
//            "periods": [{"period", and its health}]}]
// health     {"state": "kept"|"broken"|"not_measured"|"no_contract", "breaches": of "late", "mostly_late",
//            "unnamed_reason"; "handed_over", "contacted", "median_minutes": to first contact,
//            "inside_agreement": rate, "in_time", "late", "overdue": rows, "mean_attempts", "accepted",
//            "rejected", "recycled", "waiting": rows, "rejected_because": [{"reason", "count"}]}
// estimates  [{"on", "stage": name, "from", "from_now": the one before it then and now, "period",
// "marketing", "sales", "actual": step rates into the stage,
//            "marketing_gap", "sales_gap": belief less actual figure}]
QJsonArray handoversToJson(const FunnelReport &report, QDate today);
QJsonArray estimatesToJson(const FunnelReport &report);
