#include "models/exchange/handover_figures.h"

#include "models/arithmetic/share.h"
#include "models/exchange/figure_json.h"
#include "models/funnel/step_origins.h"
#include "models/worksheet/catalogue.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace FigureJson;

namespace {

constexpr int minuteDecimals = 2;
constexpr int attemptDecimals = 2;

QString stateKey(HandoverHealth::State state)
{
    using State = HandoverHealth::State;
    switch (state) {
    case State::NoContract:
        return u"no_contract"_s;
    case State::NotMeasured:
        return u"not_measured"_s;
    case State::Kept:
        return u"kept"_s;
    case State::Broken:
        break;
    }
    return u"broken"_s;
}

QString breachKey(HandoverHealth::Breach breach)
{
    using Breach = HandoverHealth::Breach;
    switch (breach) {
    case Breach::Late:
        return u"late"_s;
    case Breach::MostlyLate:
        return u"mostly_late"_s;
    case Breach::UnnamedReason:
        break;
    }
    return u"unnamed_reason"_s;
}

QJsonObject healthToJson(const HandoverHealth &health)
{
    QJsonArray breaches, reasons;
    for (const HandoverHealth::Breach breach : health.breaches)
        breaches.append(breachKey(breach));
    for (const auto &[reason, count] : health.rejectReasons)
        reasons.append(QJsonObject{{u"reason"_s, reason}, {u"count"_s, count}});
    const qint64 judged = health.inTime + health.late + health.overdue;
    return {{u"state"_s, stateKey(health.state)},
            {u"breaches"_s, breaches},
            {u"handed_over"_s, health.handedOver},
            {u"contacted"_s, health.contacted},
            {u"median_minutes"_s, decimal(health.medianMinutes, minuteDecimals)},
            {u"inside_agreement"_s, rateToJson(health.insideAgreement, health.inTime, judged)},
            {u"in_time"_s, health.inTime},
            {u"late"_s, health.late},
            {u"overdue"_s, health.overdue},
            {u"mean_attempts"_s, decimal(health.meanAttempts, attemptDecimals)},
            {u"accepted"_s, health.accepted},
            {u"rejected"_s, health.rejected},
            {u"recycled"_s, health.recycled},
            {u"waiting"_s, health.waiting},
            {u"rejected_because"_s, reasons}};
}

QJsonArray periodsToJson(const FunnelReport &report, qint64 stage, QDate today)
{
    std::set<Period> periods;
    for (const LoggedHandover &row : report.inputs.log)
        if (row.afterStage == stage && row.on.isValid())
            periods.insert(Period::containing(row.on, report.grain));
    QJsonArray json;
    for (const Period &period : periods) {
        QJsonObject health = healthToJson(report.inputs.health(stage, period, today));
        health.insert(u"period"_s, period.key());
        json.append(health);
    }
    return json;
}

QJsonValue rateOf(const std::optional<qint64> &belief)
{
    return belief ? decimal(Fraction::of(*belief, WholeShare), rateDecimals) : QJsonValue();
}

} // namespace

QJsonArray handoversToJson(const FunnelReport &report, QDate today)
{
    QJsonArray json;
    const QList<Stage> &stages = report.inputs.stages;
    for (const int i : handoverPoints(stages)) {
        const Stage &stage = stages.at(i);
        QJsonObject handover{{u"after"_s, stage.name},
                             {u"from"_s, teamKey(giverAt(stages, i))},
                             {u"to"_s, teamKey(stages.at(i + 1).owner)},
                             {u"actual"_s, healthToJson(report.inputs.health(stage.id, {}, today))},
                             {u"periods"_s, periodsToJson(report, stage.id, today)}};
        const GateContract *contract = report.inputs.contractAfter(stage.id);
        const GateContract agreed = contract ? *contract : GateContract();
        const auto text = [&](const QString &said) { return contract ? QJsonValue(said) : QJsonValue(); };
        handover[u"accept_within_minutes"] = orNull(agreed.acceptWithin);
        handover[u"gives"] = text(agreed.gives);
        handover[u"takes"] = text(agreed.takes);
        handover[u"criteria"] = text(agreed.criteria);
        handover[u"reject_reasons"] = QJsonArray::fromStringList(agreed.rejectReasons);
        handover[u"rejected_leads"] = text(agreed.rejectedLeads);
        json.append(handover);
    }
    return json;
}

QJsonArray estimatesToJson(const FunnelReport &report)
{
    QJsonArray json;
    const QList<Stage> &stages = report.inputs.stages;
    for (const BlindEstimate &estimate : report.estimates) {
        const int stage = indexOfStage(stages, estimate.stage);
        json.append(QJsonObject{
            {u"on"_s, estimate.on.toString(Qt::ISODate)},
            {u"stage"_s, stage >= 0 ? QJsonValue(stages.at(stage).name) : QJsonValue()},
            {u"from"_s, orNull(estimate.from)},
            {u"from_now"_s, orNull(nameBefore(stages, estimate.stage))},
            {u"period"_s, estimate.period.isValid() ? QJsonValue(estimate.period.key()) : QJsonValue()},
            {u"marketing"_s, rateOf(estimate.marketing)},
            {u"sales"_s, rateOf(estimate.sales)},
            {u"actual"_s, rateOf(estimate.actual)},
            {u"marketing_gap"_s, decimal(estimate.gapOf(Team::Marketing), rateDecimals)},
            {u"sales_gap"_s, decimal(estimate.gapOf(Team::Sales), rateDecimals)}});
    }
    return json;
}
