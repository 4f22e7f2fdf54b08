#pragma once

#include "models/funnel/deals/deals.h"
#include "models/funnel/deals/money_totals.h"

#include <QHash>
#include <QList>
#include <QString>

// Rows with hardly more than a stage and a value: sums of the rows at that stage, above them or below, or
// deals of which nothing else is known. What the others add up to tells which.
class StageSums
{
public:
    struct Row
    {
        Deal deal;
        bool assumesCurrency = false; // that of the value
        bool tellsMore = false; // as how many there are
        qint64 line = 0;
        QString file;
        int traits = 0; // as the reader counts them
    };

    void add(const Deal &deal); // of a row that tells more
    void hold(const Row &row); // until all rows are there
    bool isLastSumOfAbove() const; // the one that was held last

    const QList<Row> &held() const { return m_held; }
    bool isSum(qsizetype held) const; // when all rows are there

private:
    struct Sums
    {
        MoneyTotals above; // of the parts but the last
        QList<MoneyTotals> parts{{}}; // between the rows that are held

        MoneyTotals all() const;
    };
    // Of a row that is held.
    struct Place
    {
        bool isSumOfAbove = false; // of all rows above it at its stage, or of the last part of them
        qsizetype below = 0; // the part that comes after it
    };

    QHash<QString, Sums> m_sums; // by the stage in the CRM
    QList<Row> m_held;
    QList<Place> m_places; // along m_held
    qint64 m_others = 0; // rows
};
