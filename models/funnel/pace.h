#pragma once

#include "models/funnel/funnel_store.h"

// How a stage runs against its target over the periods of one year: both added up, so that one late quarter
// is seen in the sum and not twice.
struct Pace
{
    struct Point
    {
        Period period;
        std::optional<qint64> actual = {}, target = {}; // of the period alone
        std::optional<qint64> actualSoFar = {}, targetSoFar = {}; // none after a period that is not known
        std::optional<qint64> atLeast = {}; // after such a one: all that is known so far
    };
    QList<Point> points; // all periods of the year from the first to the last with a target
    std::optional<qint64> targetInAll; // none where a period has none

    QList<Period> unknown; // before others that are known
    std::optional<Grain> otherGrain; // of the numbers, where that is why none of them is known here

    // Everything reached, in the running period too; none where a period is unknown.
    std::optional<qint64> reached;
    // Over the full periods of which both are known, from the first on without a gap: a running one has a
    // part of its figures and all of its target.
    std::optional<qint64> actualToDate, targetToDate;
    Period toDate = {}; // the last of them; not valid where there is none
    Rate rate() const { return Rate::of(actualToDate, targetToDate); } // 1: as planned
};

// In which periods the targets of a stage are added up: as the numbers are, where there are targets for such,
// or else as most targets are. In others the numbers are unknown, or not all that was typed.
Grain paceGrain(const QList<TypedFigure> &targets, qint64 stage, Grain numbers);

// Of counts, or of value in minor units where all are in one currency. Of the year that holds the day, or
// else of the last before it that has targets, or else of the first: targets of several years are never
// added. A year begins with that month, as the plan's may.
Pace paceOf(const QList<FunnelFigures> &funnels, const QList<TypedFigure> &targets, qint64 stage,
            Measure measure, Grain grain, QDate day, int firstMonth = 1);
// Says of a pace without any number that those typed are of another grain, which is not added up: weeks make
// up no quarter.
void noteOtherGrain(Pace &pace, Grain numbers);
QString paceProblem(const Pace &pace); // that in words; empty where there is none
