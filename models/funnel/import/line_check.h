#pragma once

#include "models/arithmetic/rational.h"
#include "models/funnel/import/mapping.h"
#include "models/tables/table_source.h"

#include <array>

// Compares the value of each row with quantity × price, less a discount where there is one, of a table that
// has these columns beside it. Only where most rows add up in one way are the others worth a remark: a value
// may as well be with tax, or for a year.
class LineCheck
{
public:
    LineCheck(const QStringList &columns, const ImportMapping &mapping);

    void look(const TableSource &row); // the present one, which was taken
    QList<TableRemark> remarks() const; // once all rows were looked at; the first thousand

private:
    enum Way { Plain, LessAmount, LessAmountEach, LessPercent, LessPart, WayCount }; // of taking the discount
    // How the rows fare if the value is worked out in one way.
    struct Tally
    {
        qint64 right = 0;
        QList<TableRemark> wrong; // the first thousand
    };
    struct Numbers
    {
        Rational quantity, price, discount, value;
        Rational tolerance; // as prices and values are rounded themselves
    };

    std::optional<Numbers> numbersIn(const TableSource &row) const;
    QString textOf(const Numbers &numbers, const Rational &expected, bool hasDiscount) const;

    const QStringList &m_columns;
    qsizetype m_quantity = -1, m_price = -1, m_discount = -1, m_value = -1; // -1: none
    std::array<Tally, WayCount> m_tallies;
    qint64 m_rows = 0; // that have all three
    NumberSigns m_signs;
};
