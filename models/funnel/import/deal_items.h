#pragma once

#include "models/funnel/import/columns.h"
#include "models/funnel/import/deal_reader.h"

#include <QHash>

#include <vector>

// Gathers rows that are the products of deals, as reports of quotes and orders have them, by deal and in the
// order in which the deals appear. The values of a deal's rows add up; its product is that of the row worth
// most; all else is as its last row says, and what that row contradicts is told.
class DealItems
{
public:
    struct Gathered
    {
        Deal deal;
        qint64 line = 0; // of its last row
        QString file;
    };

    void add(const Deal &deal, qint64 line, const QString &file, ImportReport &report);
    const std::vector<Gathered> &deals() const { return m_deals; }

private:
    struct Worth // of a deal's row worth most
    {
        qint64 minor = 0;
        QString product;
    };

    std::vector<Gathered> m_deals;
    std::vector<Worth> m_most; // along m_deals
    QHash<QString, size_t> m_indexOfKey;
};

// The column with the value of a product of the deal: "Total Price", "Line total". Empty where none is
// called so.
QString valueOfItems(const TableProfile &profile);
// Whether rows tell of products of deals: what tells deals apart comes again and again, and each row has a
// product.
bool listsItems(const TableProfile &profile, const ColumnRoles &columns);
