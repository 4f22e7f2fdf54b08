#pragma once

#include "models/tables/values/amount.h"

#include <QStringView>

// Looks at the cells of a column to tell whether it holds numbers or amounts of money, and with which signs.
class NumberColumn
{
public:
    void add(QStringView cell);

    qint64 cells() const { return m_cells; }
    qint64 numbers() const { return m_numbers; } // readable with a point or with a comma
    bool isNumbers() const { return m_numbers > 0 && m_numbers * 10 >= m_cells * 8; }
    bool hasCurrency() const { return m_currencies > 0; } // "5 €", not "5 %"
    // The signs with which most can be read; where that leaves both open, those that make "1.234" a thousand;
    // asWritten where the column mixes both.
    NumberSigns signs() const;
    // "1.234" and nothing that tells whether that is a thousand: to be asked about.
    bool isOpen() const { return m_different > 0 && m_onlyPoint == m_onlyComma; }

private:
    bool isMixed() const;

    qint64 m_cells = 0;
    qint64 m_numbers = 0;
    qint64 m_currencies = 0;
    qint64 m_onlyPoint = 0; // readable with a decimal point only
    qint64 m_onlyComma = 0;
    qint64 m_different = 0; // readable with both, as different numbers
    qint64 m_pointGroups = 0; // of those, larger when the point groups
};
