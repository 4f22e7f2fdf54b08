#pragma once

#include "models/funnel/funnel.h"
#include "models/funnel/handover_health.h"

#include <QLocale>

// What the log says about a handover in words, the same on screen and in reports.
namespace HandoverTexts {

struct Figure
{
    QString label, text;
    bool broken = false; // against the contract
};

QString stateWord(HandoverHealth::State state); // "kept", "broken", …
// "26 h, agreed 24 h: broken": the median time to first contact; as short as can be.
QString summary(const HandoverHealth &health, const GateContract *contract, const QLocale &locale);
QList<Figure> figures(const HandoverHealth &health, const GateContract *contract, const QLocale &locale);
// Why it counts as broken, one sentence each.
QStringList breaches(const HandoverHealth &health, const GateContract *contract, const QLocale &locale);
// Of the rows of the log in a period, or all, those that are after a stage where nothing is handed over, as
// may be after the split line was moved: they are in no figure. A sentence for each stage; empty without any.
QStringList elsewhere(const QList<LoggedHandover> &log, const QList<Stage> &stages, const Period &period,
                      const QLocale &locale);
QString rule(); // what would break a contract

} // namespace HandoverTexts
