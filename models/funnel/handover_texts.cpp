#include "models/funnel/handover_texts.h"

#include "models/arithmetic/dash.h"
#include "models/worksheet/value.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(HandoverTexts)
};

using State = HandoverHealth::State;
using Breach = HandoverHealth::Breach;

QString durationText(qint64 minutes, const QLocale &locale)
{
    static const Field duration{.key = {}, .kind = FieldKind::Duration, .label = {}};
    return Value::toText(duration, QVariant(minutes), locale);
}

// Below 3 days in hours, as the sketches have it: "3.2 h"; exact minutes say no more to anybody.
QString medianText(const Fraction &minutes, const QLocale &locale)
{
    constexpr qint64 hour = 60, threeDays = 72 * hour;
    if (!minutes.isValid())
        return dash();
    if (minutes < Fraction(hour) || minutes >= Fraction(threeDays))
        return durationText(minutes.rounded().value_or(0), locale);
    return Texts::tr("%1 h", "hours").arg((minutes / Fraction(hour)).toText(locale, 1, true));
}

QString shareText(const HandoverHealth &health, const QLocale &locale)
{
    if (!health.insideAgreement.isKnown())
        return dash();
    return Texts::tr("%1 (%2 of %3)")
        .arg(health.insideAgreement.toText(locale, 0), locale.toString(health.inTime),
             locale.toString(health.inTime + health.late + health.overdue));
}

QString attemptsText(const Fraction &mean, const QLocale &locale)
{
    if (!mean.isValid())
        return Texts::tr("not noted", "attempts");
    return mean > Fraction(0) ? mean.toText(locale, 1) : Texts::tr("none yet", "attempts");
}

// Of the rejections those for reasons that the contract names, or those for the others.
QString reasonsText(const HandoverHealth &health, bool named, const QLocale &locale)
{
    QStringList lines;
    for (const auto &[reason, count] : health.rejectReasons)
        if (named != health.unnamedReasons.contains(reason))
            lines.append(
                Texts::tr("%1 × %2", "number, reason")
                    .arg(locale.toString(count), reason.isEmpty() ? Texts::tr("no reason given") : reason));
    return lines.join(u'\n');
}

// A time that was kept is no cause.
QString wordOf(const HandoverHealth &health)
{
    const bool byReason = health.breaches.contains(Breach::UnnamedReason);
    const bool byTime
        = health.breaches.contains(Breach::Late) || health.breaches.contains(Breach::MostlyLate);
    if (byReason)
        return byTime ? Texts::tr("broken (time, reason)", "state of a contract and causes")
                      : Texts::tr("broken (reason)", "state of a contract and cause");
    if (byTime && !health.breaches.contains(Breach::Late))
        return Texts::tr("broken (most too late)", "state of a contract and cause");
    return HandoverTexts::stateWord(health.state);
}

void addReasons(QList<HandoverTexts::Figure> &figures, const HandoverHealth &health, const QLocale &locale)
{
    if (const QString named = reasonsText(health, true, locale); !named.isEmpty())
        figures.append({Texts::tr("Rejected because"), named});
    if (const QString others = reasonsText(health, false, locale); !others.isEmpty())
        figures.append({Texts::tr("Rejected because, not in the contract"), others, true});
}

} // namespace

QString HandoverTexts::stateWord(State state)
{
    switch (state) {
    case State::NoContract:
        return Texts::tr("no contract yet");
    case State::NotMeasured:
        return Texts::tr("not measured");
    case State::Kept:
        return Texts::tr("kept");
    case State::Broken:
        break;
    }
    return Texts::tr("broken");
}

QString HandoverTexts::summary(const HandoverHealth &health, const GateContract *contract,
                               const QLocale &locale)
{
    const QString word = wordOf(health);
    const bool agreed = contract && contract->acceptWithin;
    const bool measured = health.medianMinutes.isValid();
    if (agreed && measured)
        return Texts::tr("%1, agreed %2: %3", "median time, agreed time, state")
            .arg(medianText(health.medianMinutes, locale), durationText(*contract->acceptWithin, locale),
                 word);
    if (agreed)
        return Texts::tr("agreed %1: %2", "agreed time, state")
            .arg(durationText(*contract->acceptWithin, locale), word);
    return contract && health.state == State::NotMeasured ? Texts::tr("no time agreed yet") : word;
}

QList<HandoverTexts::Figure> HandoverTexts::figures(const HandoverHealth &health,
                                                    const GateContract *contract, const QLocale &locale)
{
    const auto count = [&](qint64 number) { return locale.toString(number); };
    const QString agreed = contract && contract->acceptWithin ? durationText(*contract->acceptWithin, locale)
                                                              : Texts::tr("nothing agreed");
    QList<Figure> figures{
        // That nobody keeps a log does not mean that nothing was handed over.
        {Texts::tr("Handed over"),
         health.handedOver > 0 ? count(health.handedOver)
                               : Texts::tr("nothing logged", "in the log of handovers")},
        {Texts::tr("Agreed: first contact within"), agreed},
    };
    if (health.handedOver == 0)
        return figures;
    figures += {
        {Texts::tr("Time to first contact, median"), medianText(health.medianMinutes, locale),
         health.breaches.contains(Breach::Late)},
        {Texts::tr("Inside the agreement"), shareText(health, locale),
         health.breaches.contains(Breach::MostlyLate)},
        {Texts::tr("Waiting beyond it"), count(health.overdue), health.overdue > 0},
        {Texts::tr("Attempts, mean"), attemptsText(health.meanAttempts, locale)},
        {Texts::tr("Accepted"), count(health.accepted)},
        {Texts::tr("Rejected"), count(health.rejected)},
        {Texts::tr("Recycled"), count(health.recycled)},
        {Texts::tr("Waiting"), count(health.waiting)},
    };
    const qint64 without
        = health.handedOver - health.accepted - health.rejected - health.recycled - health.waiting;
    if (without > 0)
        figures.append({Texts::tr("Without an outcome yet"), count(without)});
    addReasons(figures, health, locale);
    return figures;
}

QStringList HandoverTexts::breaches(const HandoverHealth &health, const GateContract *contract,
                                    const QLocale &locale)
{
    QStringList lines;
    for (const Breach breach : health.breaches) {
        switch (breach) {
        case Breach::Late:
            lines.append(Texts::tr("The median time to first contact is %1; %2 was agreed.")
                             .arg(medianText(health.medianMinutes, locale),
                                  durationText(contract->acceptWithin.value_or(0), locale)));
            break;
        case Breach::MostlyLate:
            lines.append(Texts::tr("More than half came late, or still wait beyond the agreed time."));
            break;
        case Breach::UnnamedReason:
            lines.append(Texts::tr("Rejected for a reason that the contract does not name: %1.")
                             .arg(health.unnamedReasons.join(u", "_s)));
            break;
        }
    }
    return lines;
}

QStringList HandoverTexts::elsewhere(const QList<LoggedHandover> &log, const QList<Stage> &stages,
                                     const Period &period, const QLocale &locale)
{
    const QList<int> points = handoverPoints(stages);
    QList<qint64> rows(stages.size() + 1); // the last are of stages that are no more
    for (const LoggedHandover &row : log) {
        const int at = indexOfStage(stages, row.afterStage);
        if (!points.contains(at) && (!period.isValid() || period.contains(row.on)))
            ++rows[at < 0 ? stages.size() : at];
    }
    QStringList lines;
    for (qsizetype i = 0; i < stages.size(); ++i)
        if (rows.at(i) > 0)
            lines.append(
                Texts::tr("Logged after “%1”, which is no handover now, and so in no figure here: %2.",
                          "stage, number of rows")
                    .arg(stages.at(i).name, locale.toString(rows.at(i))));
    if (rows.last() > 0)
        lines.append(Texts::tr("Logged without one of the stages there are, and so in no figure here: %1.")
                         .arg(locale.toString(rows.last())));
    return lines;
}

QString HandoverTexts::rule()
{
    return Texts::tr(
        "A contract counts as broken, and turns red, when the median time to first contact is longer "
        "than agreed, when more than half come late or still wait beyond it, or when a lead is "
        "rejected for a reason that it does not name.");
}
