#pragma once

#include "models/funnel/segments.h"

// The segments of one kind beside each other in one period, and what is in none of them.
struct SegmentComparison
{
    struct Part
    {
        QString name;
        FunnelFigures figures;
    };

    FunnelFigures whole;
    QList<Part> parts; // the largest first; only those of which anything came in the period
    FunnelFigures rest; // of each stage that parts tell of, what the whole has beside them
    bool isTypedOverRows = false; // the rest is, or holds, what lies between typed totals and imported rows

    bool isAny() const { return parts.size() > 1; } // one alone is beside nothing
    bool hasRest() const;
};

// `counted` as the whole's deals are.
SegmentComparison compareSegments(const QList<SegmentFunnels> &segments, const FunnelFigures &whole,
                                  CountedBy counted = CountedBy::Event);
