#pragma once

#include "models/arithmetic/rational.h"
#include "models/arithmetic/wide.h"
#include "models/funnel/deals/deals.h"

#include <QDataStream>
#include <QVarLengthArray>

// Open rows that tell their own chance to be won, and their value times it, exactly.
class ChanceTotals
{
public:
    void add(const Deal &deal, int times); // which has a chance; -1 takes out what was added
    void add(const ChanceTotals &others);

    const DealTotals &rows() const { return m_rows; }
    // Σ value × chance in minor units; none where too large.
    std::optional<Rational> weighted(const QString &currency) const;
    bool isTooLarge() const; // a sum cannot be worked out

private:
    struct Sum
    {
        QString currency;
        Wide weighted = 0; // × Deal::mostChance
        bool tooLarge = false;
    };
    Sum &sumIn(const QString &currency);

    friend QDataStream &operator<<(QDataStream &stream, const ChanceTotals &totals);
    friend QDataStream &operator>>(QDataStream &stream, ChanceTotals &totals);

    DealTotals m_rows;
    QVarLengthArray<Sum, 1> m_sums; // nearly always one currency
};

QDataStream &operator<<(QDataStream &stream, const ChanceTotals &totals);
QDataStream &operator>>(QDataStream &stream, ChanceTotals &totals);
