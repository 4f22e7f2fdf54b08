#pragma once

#include "models/document/document.h"
#include "models/funnel/stages/stage.h"

// The parts that the funnel can be cut into: what the worksheets and the imported deals name.
struct CutChoices
{
    QStringList regions; // of worksheets also sources, which they do not tell apart
    QStringList products; // a name can be both: the region and the product are two parts
    QStringList sources; // of the deals

    bool operator==(const CutChoices &) const = default;
};

CutChoices cutChoices(const Document &document, const QList<Stage> &stages);
// Those that numbers can be typed for: also regions and products of which nothing is known yet.
QStringList segmentsToType(const Document &document, const QList<Stage> &stages);
