#pragma once

#include "models/document/document.h"
#include "models/funnel/deals/funnel_cut.h"
#include "models/funnel/stages/stage.h"

// The parts that the funnel can be cut into: what the worksheets and the imported deals name.
struct CutChoices
{
    QStringList regions;
    QStringList products; // a name can be both: the region and the product are two parts
    QStringList sources;

    bool operator==(const CutChoices &) const = default;
};

CutChoices cutChoices(const Document &document, const QList<Stage> &stages);
// What numbers can be typed for: also regions, products and sources of which nothing is known yet. Each has
// one name: what stands as a region or product is not offered as a source too, as numbers do not tell them
// apart.
QList<FunnelCut> cutsToType(const Document &document, const QList<Stage> &stages);
