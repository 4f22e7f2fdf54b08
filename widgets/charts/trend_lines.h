#pragma once

#include "models/funnel/outlook.h"
#include "widgets/charts/figure_table.h"

#include <QLocale>

// What of the funnel is followed over the periods.
enum class TrendShows { StepRates, OverallRates, Counts, Values, Velocity };
QStringList trendNames(); // along them

// Oldest first, as combine() gives them; periods without figures leave a gap.
struct TrendFigures
{
    QList<FunnelFigures> funnels;
    QList<FunnelNote> notes = {};
    QList<FunnelFigures> targets = {}; // for some of the periods
    QList<VelocityTrend> velocities = {}; // along the funnels
};

// One line with its exact figures as texts.
struct TrendLine
{
    QString name;
    QString stage; // the short name, for the legend
    Team owner = Team::None;
    int index = 0; // of a target: of the line that it belongs to
    QList<std::optional<double>> points; // along the periods; none: not known
    QStringList texts;
    QStringList tips = {}; // said about each point; empty: only what it is

    bool isAnyKnown() const { return points.count(std::nullopt) < points.size(); }
    QString tip(qsizetype i, const QString &period) const;
};

// How the funnel moved: what the chart on screen and those of a report draw, and the table beside them.
struct TrendLines
{
    QList<Period> periods; // all from the first to the last
    QList<TrendLine> lines;
    QList<TrendLine> targets; // of those lines that have any
    QString opportunityStage; // that velocity counts
    QString top; // the stage that overall rates are of, in all periods alike

    bool isAnyKnown() const;
};

TrendLines trendLines(const TrendFigures &figures, TrendShows shows, const QLocale &locale);
// A row for each period; one that is not over yet says so.
FigureTable trendTable(const QList<TrendLine> &lines, const QList<Period> &periods, const QLocale &locale);
QString trendUnit(const TrendLines &trend, TrendShows shows, bool logarithmic);
