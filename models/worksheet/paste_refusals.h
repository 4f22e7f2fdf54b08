#pragma once

#include <QStringList>

// Cells of a pasted block that do not fit where they would go. One of them is enough to paste nothing, but
// whoever mends the block wants to know all.
class PasteRefusals
{
public:
    // `place` names the cell for the user; row and column are those of the model, -1 for a row yet to come.
    void add(const QString &place, const QString &message, int row, int column);

    bool isEmpty() const { return m_places.isEmpty(); }
    QString text() const;
    int row() const { return m_row; } // of the first
    int column() const { return m_column; }

private:
    QStringList m_places;
    QString m_message; // of the first
    int m_row = -1;
    int m_column = -1;
};
