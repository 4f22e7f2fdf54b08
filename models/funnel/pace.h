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
    };
    QList<Point> points; // all periods of the year from the first to the last with a target
    std::optional<qint64> targetInAll; // none where a period has none

    // Over the periods of which both are known, from the first on without a gap.
    std::optional<qint64> actualToDate, targetToDate;
    Rate rate() const { return Rate::of(actualToDate, targetToDate); } // 1: as planned
};

// Of counts, or of value in minor units where all are in one currency. Of the year that holds the day, or
// else of the last before it that has targets, or else of the first: targets of several years are never
// added.
Pace paceOf(const QList<FunnelFigures> &funnels, const QList<TypedFigure> &targets, qint64 stage,
            Measure measure, Grain grain, QDate day);
