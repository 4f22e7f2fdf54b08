#pragma once

#include <QStringList>

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
