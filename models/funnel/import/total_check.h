#pragma once

#include "models/funnel/deals/deals.h"
#include "models/funnel/import/mapping.h"

// Compares the sums that a table shows below or between its rows with what its rows add up to. A sum may be
// of all rows so far, or of those since any of the sums before, as groups may lie within others.
class TotalCheck
{
public:
    TotalCheck(const QStringList &columns, const ImportMapping &mapping);

    void add(const Deal &deal);
    // What does not add up in the totals that were not compared yet.
    QList<TableRemark> compare(const QList<TotalRow> &totals);

private:
    bool isOfLastParts(const Money &shown) const;
    std::optional<Money> shownIn(const TotalRow &total) const;

    qsizetype m_column; // of the value; -1: none
    NumberSigns m_signs;
    MoneyTotals m_all, m_sinceTotal;
    QList<MoneyTotals> m_parts; // between the totals so far
    qsizetype m_compared = 0;
};
