#pragma once

#include <QHash>
#include <QSet>
#include <QString>

class DealTable;
struct Deal;

// What different writings of one id have in common; empty where an id is written in one way alone.
// Spreadsheets make "1001.0", "1,001" or "1.0E+05" of numbers, and take the zeros from their front.
// Salesforce gives 15 characters in reports and 18 elsewhere, of which the last three follow from the others.
QString commonFormOf(const QString &id);

// Finds the id under which the workbook has a deal whose table writes it otherwise: all deals would count
// twice.
class IdWritings
{
public:
    explicit IdWritings(DealTable &table) // which must outlive it
        : m_table(table)
    {
    }

    // Whether the deal, which is not there as its id is written, got the id of one that is.
    bool find(Deal &deal, qint64 import);
    qsizetype found() const { return m_asKnown.size(); }
    void noteThere(const QString &id) { m_there.insert(qHash(id)); } // the workbook has it as it is written
    // As the workbook has the id already, in the writing of an earlier row.
    void giveKnown(Deal &deal) const;

private:
    void readKnown();

    DealTable &m_table;
    bool m_isRead = false;
    QSet<size_t> m_there; // hashes of ids, of which no other is a writing
    QHash<QString, QString> m_known; // ids of the workbook by what they have in common; empty: of several
    QHash<QString, QString> m_asKnown; // by the id as the table writes it
    QHash<QString, QString> m_asWritten; // the other way round
};

QString idWritingsText(); // with a place for how many
