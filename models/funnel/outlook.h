#pragma once

#include "models/funnel/deals/pipeline.h"
#include "models/funnel/funnel_store.h"

// All that the way ahead is worked out from.
struct OutlookInputs
{
    FunnelInputs funnel;
    QList<FunnelFigures> periods; // of one grain, oldest first
    DealSummary deals; // of the same grain
    PipelineFigures pipeline; // of the same rows
    QList<std::optional<qint64>> chances; // along the stages, of open deals; in millionths
    Grain grain = Grain::Quarter;
    QDate today = QDate::currentDate();
    int firstMonth = 1; // of a year, as the plan has it
};

// The way ahead in one currency; nothing is added across currencies.
struct MoneyOutlook
{
    QString currency;
    Derived dealSize; // of the won, in major units
    Derived velocity; // in major units a day
    std::optional<Money> open; // all open rows with a value; not known where there are some, and none has one
    Derived weighted; // in major units
    qint64 byOwnChance = 0, byStageChance = 0; // open rows that are weighted so
    qint64 leftOut = 0; // open rows that the weighted pipeline leaves out
    std::optional<Money> target, won; // of the periods below
    Period targetFrom = {}, targetTo = {}; // the period; where there is none, those of a year with targets
    // Times what the target still lacks: by one method all that is open, by the other the weighted pipeline.
    Derived coverage, weightedCoverage;
};

// Index of the stage where opportunities begin, whoever owns it: the first that is called like one, else the
// last before the won. Those before are leads, and whoever counted them would sell them all at the rate of
// opportunities. None where there is only one stage.
std::optional<qsizetype> opportunityStage(const QList<Stage> &stages);

// What the rows closed in one period, those open now, and the target say of the way ahead.
struct Outlook
{
    Period period; // not valid: at any time
    std::optional<qint64> won = 0; // not known where deals were won without a date
    qint64 lost = 0;
    // Open rows from the stage of opportunities on, see opportunityStage(); none where there is no such
    // stage.
    std::optional<qint64> opportunities;
    QString opportunityStage;
    Rate winRate = Rate::Problem::FromZero; // won ÷ (won + lost)
    Cycle cycle;
    Derived neededCoverage; // 1 ÷ win rate
    qint64 openWithoutValue = 0; // open rows that are in no open pipeline
    QList<MoneyOutlook> currencies = {}; // of the rows and the target; by code
};

Outlook outlookOf(const OutlookInputs &inputs, const Period &period);

// How fast the funnel brought money in one currency, period by period: the opportunities that came in the
// period × win rate × deal size ÷ mean cycle of the deals closed in it. (The outlook's own velocity is of
// the opportunities open now.)
struct VelocityTrend
{
    QString currency;
    QString opportunityStage; // of which those that came are counted
    QList<Derived> velocities; // in major units a day, along OutlookInputs::periods
};
QList<VelocityTrend> velocityTrends(const OutlookInputs &inputs); // by currency of what was won
