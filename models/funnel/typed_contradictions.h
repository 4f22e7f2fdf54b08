#pragma once

#include "models/document/document.h"
#include "models/funnel/combined.h"

// A quarter or year typed as one number, beside months or quarters of it that add up to another. Both stay:
// the one that was typed for the period counts there, and which of them is right only the teams know.
struct TypedContradiction
{
    QString stage;
    QString segment; // empty: everything together
    Period whole;
    Measure measure = Measure::Amount;
    qint64 typed = 0, parts = 0; // in minor units, where they are worth something
    QString currency; // then
    bool isPartial = false; // some parts are not known, and the others are more than the whole already

    QString text(const QLocale &locale) const;
};

// Of one segment, or of everything together. By stage, and from the oldest; of a count of which parts are not
// known only where the others exceed it, of a value never.
QList<TypedContradiction> contradictionsIn(const QList<TypedFigure> &typed, const QList<Stage> &stages,
                                           const QString &segment = {});
// Of everything together, and then of every segment.
QList<TypedContradiction> typedContradictions(const Document &document);
