#pragma once

#include "models/document/document.h"
#include "models/funnel/funnel.h"

// One part of the funnel: what is of one region, one product or one source, or of several of these at once.
// Empty: everything.
struct FunnelCut
{
    // Of the deals it is the region of this name, and only where none has that the product.
    QString segment = {};
    QString source = {};
    // The product of this name, and only where none has that what stands in the place of a region.
    QString product = {};

    QStringList names() const; // of those that are given
    bool isWhole() const { return names().isEmpty(); }
    bool operator==(const FunnelCut &) const = default;
};

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
