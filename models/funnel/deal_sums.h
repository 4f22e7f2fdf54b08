#pragma once

#include "models/funnel/deal_counts.h"

// Rows added up by one thing that they name, a region or a source. Names that differ only in upper and lower
// case are one; rows that name nothing are left out.
class DealParts
{
public:
    struct Part
    {
        QString name; // as first met
        DealCounts counts = {};
    };

    DealParts() = default;
    explicit DealParts(const std::optional<QHash<QString, Part>> &parts); // nothing: too many

    void add(const QString &name, const Deal &deal, qint64 stage, int times);
    void add(const DealParts &others);

    // With more parts than anybody can choose from nothing is kept.
    static constexpr qsizetype most = 100;
    bool isTooMany() const { return m_tooMany; }
    const QHash<QString, Part> &parts() const { return m_parts; } // by keyOf()

    static QString keyOf(const QString &name); // empty: names nothing

private:
    Part *part(const QString &key, const QString &name); // nullptr: too many

    QHash<QString, Part> m_parts;
    bool m_tooMany = false;
};

// What the rows of a CRM add up to: all of them, and each part that the funnel can be cut into.
struct DealSums
{
    DealCounts all;
    DealParts segments, sources;

    // As DealCounts::add().
    void add(const Deal &deal, qint64 stage, int times = 1);
    void add(const DealSums &others);
};
