#pragma once

#include "models/arithmetic/period.h"
#include "models/arithmetic/rate.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// What the two teams agreed for the handover after a stage: the gate contract.
struct GateContract
{
    qint64 id = 0;
    qint64 afterStage = 0; // id
    QString gives, takes; // people
    std::optional<qint64> acceptWithin; // minutes
    QString criteria = {};
    QStringList rejectReasons = {};
    QString rejectedLeads = {}; // what happens with them

    bool operator==(const GateContract &) const = default;
};

// One lead that was handed over, as the log of handovers has it.
struct LoggedHandover
{
    enum class Outcome { Unknown, Accepted, Rejected, Recycled, Waiting };

    qint64 afterStage = 0; // id
    QDate on;
    std::optional<qint64> contactAfter; // minutes; none: nobody has been in touch
    std::optional<qint64> attempts;
    Outcome outcome = Outcome::Unknown;
    QString reason = {};

    bool operator==(const LoggedHandover &) const = default;
};

// What the log says about one handover, held against its contract.
struct HandoverHealth
{
    enum class State {
        NoContract,
        NotMeasured, // nothing in the log, or no time is agreed and nothing else is broken
        Kept,
        Broken,
    };
    // In what the contract is broken.
    enum class Breach {
        Late, // the median time to first contact is longer than agreed
        MostlyLate, // more than half came late or still wait beyond the agreed time
        UnnamedReason, // rejected for a reason that the contract does not name
    };
    using Counts = QList<std::pair<QString, qint64>>; // most frequent first

    State state = State::NoContract;
    QList<Breach> breaches;
    qint64 handedOver = 0;
    qint64 contacted = 0;
    Fraction medianMinutes = Fraction::invalid(); // of the contacted
    qint64 inTime = 0; // first contact inside the agreed time
    qint64 late = 0;
    qint64 overdue = 0; // nobody in touch yet, and the agreed time is certainly over
    Rate insideAgreement = Rate::Problem::NoFrom; // inTime ÷ (inTime + late + overdue)
    Fraction meanAttempts = Fraction::invalid(); // of the rows that have a number of them
    qint64 accepted = 0, rejected = 0, recycled = 0, waiting = 0;
    Counts rejectReasons;
    QStringList unnamedReasons; // of the rejections, not in the contract
};

// The quarters in which something was handed over, the newest first.
QList<Period> quartersOf(const QList<LoggedHandover> &log);
// What to look at first: the newest quarter in which the log has something of the most handovers. Not valid
// while nothing in it is dated.
Period fullestQuarter(const QList<LoggedHandover> &log);

// `log` is that of one handover; `contract` may be nullptr. `today` tells whether one still waiting is late.
HandoverHealth handoverHealth(const QList<LoggedHandover> &log, const GateContract *contract, QDate today);
