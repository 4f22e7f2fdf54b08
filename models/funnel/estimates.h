#pragma once

#include "models/document/document.h"
#include "models/funnel/funnel.h"

// What each side believed a step rate to be before looking, beside what it was. In millionths.
struct BlindEstimate
{
    QDate on;
    qint64 stage = 0; // id: the rate into it
    QString from = {}; // the stage that the rate led out of then; empty: not known
    std::optional<qint64> marketing, sales; // none as long as only one side has typed its own
    std::optional<qint64> actual;
    Period period; // of the actual figure; may be invalid

    // Belief less actual figure: 0.05 is 5 points too high. Not valid where one is missing.
    Fraction gapOf(Team team) const;
};

QList<BlindEstimate> readEstimates(const Document &document); // in the order of the worksheet
Result<void> keepEstimate(Document &document, const BlindEstimate &estimate); // one undo step
