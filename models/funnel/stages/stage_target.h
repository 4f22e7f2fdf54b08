#pragma once

#include "models/funnel/stages/stage.h"

#include <QMap>
#include <QString>
#include <QStringList>

// What a stage or status of the CRM means for the workbook.
struct StageTarget
{
    enum class Kind {
        Unknown, // not recognised: its rows are refused until the user says what it is
        Stage, // open, at a stage of the workbook
        Open, // open, and nothing said about the stage
        Won,
        Lost,
        Ignore, // its rows are left out
        NotWon, // "Won: no": lost where the deal is closed, otherwise open
    };

    Kind kind = Kind::Unknown;
    qint64 stage = 0; // id; Stage only

    bool operator==(const StageTarget &) const = default;
};

QString stageTargetKey(StageTarget::Kind kind);
StageTarget::Kind stageTargetFromKey(const QString &key);

// By text of the CRM.
using StageTargets = QMap<QString, StageTarget>;

// From the stages' own names, what the CRM calls them, and the usual names in English, German, French,
// Spanish and Portuguese. A usual name that the workbook has no stage for goes to the nearest stage before
// it.
//
// "In progress" and "open" say only that somebody is at work: of leads that they are leads, of deals that
// they are opportunities.
enum class Listed { Any, Leads, Deals };
StageTarget recogniseStage(const QString &text, const QList<Stage> &stages, Listed listed = Listed::Any);
bool saysUnderWay(const QString &text);

// Whether the text, as a status beside the stage, says that a row is neither won nor lost. A status of leads
// ("Connected") says nothing on that.
bool saysOpen(const QString &text);

// Index of the stage that leads are at which nothing more is said of; the first where none is called so.
int stageOfLeads(const QList<Stage> &stages);
// "Lead ID", "mql_id", "Contact": names a stage before there is a deal.
bool namesLeads(const QString &text);

// Whether most of the texts are usual names of stages, won or lost.
bool mostAreStages(const QStringList &texts);

// "true", "ja", "1"; and whether all of the texts say yes or no.
bool saysYes(const QString &text);
bool saysYesOrNo(const QStringList &texts);

// The stage of which a column tells the day it was entered: "Date entered Proposal", "Entered SQL on". Empty
// where it tells of none.
QString stageEnteredIn(const QString &column);
