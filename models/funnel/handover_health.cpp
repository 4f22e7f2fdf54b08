#include "models/funnel/handover_health.h"

#include "models/arithmetic/median.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <functional>
#include <set>

namespace {

using Outcome = LoggedHandover::Outcome;

// The log knows days, not hours: late is what must be late even if it was handed over at midnight's end.
bool isOverdue(const LoggedHandover &row, qint64 acceptWithin, QDate today)
{
    constexpr qint64 minutesPerDay = 24 * 60;
    return !row.contactAfter && row.on.isValid() && (row.on.daysTo(today) - 1) * minutesPerDay > acceptWithin;
}

void countTimes(HandoverHealth &health, const QList<LoggedHandover> &log, const GateContract *contract,
                QDate today)
{
    QMap<qint64, qint64> minutes; // how often it took so many
    qint64 attempts = 0, withAttempts = 0;
    const bool timed = contract && contract->acceptWithin;
    const qint64 agreed = timed ? contract->acceptWithin.value() : 0;
    for (const LoggedHandover &row : log) {
        if (row.contactAfter) {
            ++minutes[*row.contactAfter];
            ++health.contacted;
        }
        if (row.attempts) {
            attempts += *row.attempts;
            ++withAttempts;
        }
        if (!timed)
            continue;
        if (row.contactAfter)
            ++(*row.contactAfter <= agreed ? health.inTime : health.late);
        else if (isOverdue(row, agreed, today))
            ++health.overdue;
    }
    health.medianMinutes = medianOf(minutes);
    health.meanAttempts = Fraction::of(attempts, withAttempts);
    if (const qint64 decided = health.inTime + health.late + health.overdue; decided > 0)
        health.insideAgreement = Rate::of(health.inTime, decided);
}

void countOutcomes(HandoverHealth &health, const QList<LoggedHandover> &log)
{
    QMap<QString, qint64> reasons;
    for (const LoggedHandover &row : log) {
        switch (row.outcome) {
        case Outcome::Accepted:
            ++health.accepted;
            break;
        case Outcome::Rejected:
            ++health.rejected;
            ++reasons[row.reason];
            break;
        case Outcome::Recycled:
            ++health.recycled;
            break;
        case Outcome::Waiting:
            ++health.waiting;
            break;
        case Outcome::Unknown:
            break;
        }
    }
    for (const auto &[reason, count] : reasons.asKeyValueRange())
        health.rejectReasons.append({reason, count});
    std::stable_sort(health.rejectReasons.begin(), health.rejectReasons.end(),
                     [](const auto &a, const auto &b) { return a.second > b.second; });
}

QStringList unnamed(const HandoverHealth::Counts &reasons, const QStringList &named)
{
    QStringList result;
    if (named.isEmpty())
        return result;
    for (const auto &[reason, count] : reasons)
        if (!reason.isEmpty() && !named.contains(reason, Qt::CaseInsensitive))
            result.append(reason);
    return result;
}

void judge(HandoverHealth &health, const GateContract *contract)
{
    using Breach = HandoverHealth::Breach;
    using State = HandoverHealth::State;
    if (!contract)
        return;
    health.unnamedReasons = unnamed(health.rejectReasons, contract->rejectReasons);
    if (contract->acceptWithin && health.medianMinutes > Fraction(*contract->acceptWithin))
        health.breaches.append(Breach::Late);
    if (health.late + health.overdue > health.inTime)
        health.breaches.append(Breach::MostlyLate);
    if (!health.unnamedReasons.isEmpty())
        health.breaches.append(Breach::UnnamedReason);
    health.state = !health.breaches.isEmpty() ? State::Broken
        : health.insideAgreement.isKnown()    ? State::Kept
                                              : State::NotMeasured;
}

} // namespace

HandoverHealth handoverHealth(const QList<LoggedHandover> &log, const GateContract *contract, QDate today)
{
    HandoverHealth health;
    health.handedOver = log.size();
    countTimes(health, log, contract, today);
    countOutcomes(health, log);
    judge(health, contract);
    return health;
}

QList<Period> quartersOf(const QList<LoggedHandover> &log)
{
    std::set<Period, std::greater<>> quarters;
    for (const LoggedHandover &row : log)
        if (row.on.isValid())
            quarters.insert(Period::containing(row.on, Grain::Quarter));
    return {quarters.begin(), quarters.end()};
}

Period fullestQuarter(const QList<LoggedHandover> &log)
{
    qsizetype most = 0;
    Period fullest;
    for (const Period &quarter : quartersOf(log)) {
        QSet<qint64> stages; // after which something was handed over
        for (const LoggedHandover &row : log)
            if (row.on.isValid() && Period::containing(row.on, Grain::Quarter) == quarter)
                stages.insert(row.afterStage);
        if (stages.size() > most)
            fullest = quarter;
        most = std::max(most, stages.size());
    }
    return fullest;
}
