#pragma once

#include "models/funnel/import/deal_comparison.h"
#include "models/funnel/import/id_writings.h"

#include <QMultiHash>
#include <QSet>

// Finds the deal that the workbook has under an id which a row does not tell: its file was exported without
// the column, or another column is the id now. Then it is known by its other fields, as otherwise all deals
// would count twice.
class LostIds
{
public:
    // All must outlive it.
    LostIds(const Database &database, DealTable &table, Completion &completion, const TableSource &source,
            const ImportMapping &mapping);

    // As DealTable::newestOf(). A deal that the workbook does not have under its own key gets the one under
    // which it has it, as its own or its former one.
    StoredDeal newestOf(Deal &deal, qint64 import);
    qint64 found() const { return m_found; }
    qint64 writtenOtherwise() const { return m_writings.found(); }

private:
    bool find(Deal &deal, const StoredDeal &newest, qint64 import);
    bool isAsked(const Deal &deal, const StoredDeal &newest, qint64 import);
    QString search(const Deal &deal);
    void readKnown();
    using Places = QMultiHash<size_t, qsizetype>; // in m_keys, by hash
    using Roles = QSet<ColumnRole>;
    static size_t hashOfAll(const Deal &deal, const Roles &told); // 0: too little to tell by
    size_t hashOfName(const Deal &deal) const; // likewise: name, account and day of creation
    QString take(size_t hash, const Places &places, bool isAlone);

    DealTable &m_table;
    Completion &m_completion;
    IdWritings m_writings;
    const Roles m_roles; // that the table tells
    bool m_asksOfAll = false; // rows with an id too, as no import has taken it from their column
    bool m_isLikeEarlier = false; // the table has all columns of an earlier import
    bool m_isHistory = false;
    bool m_isRead = false;

    QStringList m_keys; // of the workbook's deals
    std::vector<bool> m_isTaken; // along these
    struct Earlier
    {
        Roles told; // by it and the table
        Places alike;
    };
    QMap<qint64, Earlier> m_earlier; // imports
    Places m_byName;
    qint64 m_found = 0;
};

// On deals that were found so; with a place for how many.
QString lostIdsText();
