#pragma once

#include "models/document/document.h"
#include "models/funnel/deals/pipeline.h"

// What the teams say of a source that leads come from.
struct SourceTerms
{
    QString source; // as the CRM calls it
    std::optional<bool> created = {}, touched = {}; // by marketing
    std::optional<qint64> promised = {}; // leads in one period of `grain`
    Grain grain = Grain::Month;

    bool operator==(const SourceTerms &) const = default;
};

QList<SourceTerms> readSourceTerms(const Document &document);
QSet<QString> sourceTables();

// What one lead of a source is worth in one currency, and what the promised leads are.
struct SourceWorth
{
    QString currency;
    Derived leadValue, slaValue; // in major units
};

// A source as the rows and the teams know it; one that only the teams name has no rows.
struct SourceOutlook
{
    SourceFigures figures;
    SourceTerms terms;
    QList<SourceWorth> worth; // by currency of what was won from it
};
QList<SourceOutlook> sourceOutlooks(const PipelineFigures &pipeline, const QList<SourceTerms> &terms);

// Won value by what marketing had to do with it. The same deal may be sourced and influenced: the two are
// never added.
struct EarnedTotals
{
    DealTotals sourced, influenced;
    DealTotals notSaid; // of sources of which the teams say neither
};
EarnedTotals earnedIn(const QList<SourceOutlook> &sources, const Period &period); // not valid: at any time
