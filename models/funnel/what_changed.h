#pragma once

#include "models/arithmetic/rational.h"
#include "models/funnel/funnel.h"

#include <QLocale>

struct DealSummary;

// Why won value changed between two periods: it is volume × every step rate × deal size, and each of these
// gets what it contributed. The parts add up to the change exactly.
//
// A part is the factor's Shapley value (L. S. Shapley, A Value for n-Person Games, 1953): its effect,
// averaged over all orders in which the factors can be changed from their old to their new value. As the
// value is a product, the average over all n! orders needs only sums of products: with a the old and b the
// new values, part i = (b_i - a_i) × Σ_k k! (n-1-k)! / n! × e_k, where e_k is the coefficient of t^k in
// Π_{j≠i} (a_j + b_j t).
QList<Rational> shapleyOfProduct(const QList<Rational> &before, const QList<Rational> &after);

// A factor of won value, and what its change contributed.
struct ChangeFactor
{
    enum class Kind { Volume, Rate, DealSize };

    Kind kind = Kind::Volume;
    QString stage; // Volume: the first stage; Rate: into this one
    QString from; // Rate: out of this one
    // A number, a share, or money in major units; not known where it would be 0 ÷ 0. Where the won are worth
    // something in several currencies, one rate is the share of them in this one.
    Rate before, after;
    qint64 part = 0; // in minor units

    QString label() const;
};

// A stage that has no part in a change, and in which of the two periods it lacks what a rate needs.
struct LeftOutStage
{
    QString stage;
    QList<Period> unknown; // its number is not known
    QList<Period> zero; // its number is 0, while that of a later stage is not

    QString reason(const QLocale &locale) const; // "its number in Q1 2026 is not known"
};

struct WhatChanged
{
    enum class Problem {
        None,
        NoPeriod, // nothing is known of one of the periods
        NoWon, // count or value of the last stage is missing in one of them
        OtherCurrency,
        WonWithoutCount, // worth something, but none won
        TooLarge,
    };

    Problem problem = Problem::None;
    Period from, to;
    Money before, after; // won value
    QList<ChangeFactor> factors; // from the top; their parts add up to after - before
    // Stages left out, because they are not known in both periods, or are 0 while later ones are not: the
    // rate then leads from the stage before to the one after them.
    QList<LeftOutStage> leftOut;

    QString leftOutText(const QLocale &locale) const; // in a sentence, with the reasons; empty where none is
    QString reason() const; // why it cannot be worked out; empty where it can
};

// Where a rate or the deal size cannot be seen in one of the periods (0 ÷ 0), it counts as unchanged: all of
// the change then lies in the factors before it.
WhatChanged whatChanged(const FunnelFigures &before, const FunnelFigures &after);

// Says how the deal size counts where deals that were won in one of the periods tell no value; else empty.
QString dealSizeRule(const DealSummary &deals, const Period &from, const Period &to);

// What one part of the whole, say a region, did in two periods.
struct SegmentPeriods
{
    QString name;
    FunnelFigures before, after;
};

// What stands beside segments, and in a sentence why, where totals are typed over the rows that segments come
// from.
QString restLabel(bool isTypedOverRows);
QString typedOverRowsRule();

// The same change by segments: each one's change, taken apart over its own factors. The changes of the
// segments and the rest add up to the change of the whole exactly; their order changes nothing.
struct ChangeBySegment
{
    struct Part
    {
        QString name;
        WhatChanged changed; // with a problem where it cannot be worked out; its change is then in the rest
    };
    WhatChanged whole;
    QList<Part> parts; // the largest changes first
    Money rest; // of the whole's change, in none of the parts
    // The whole was typed, and stands before the imported rows from which parts come: the rest is, or holds,
    // what lies between the two.
    bool isTypedOverRows = false;

    QString restLabel() const;
    QString restRule() const; // what the rest is, in a sentence; empty where there is no more to say
    QString reason() const { return whole.reason(); }
};
ChangeBySegment changeBySegment(const FunnelFigures &before, const FunnelFigures &after,
                                const QList<SegmentPeriods> &segments);
