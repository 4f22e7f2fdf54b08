#pragma once

#include "models/document/row_statement.h"
#include "models/funnel/deals/deals.h"
#include "models/funnel/stages/stage.h"

#include <functional>

// Of which lead a deal came, and what of the deal is known from its lead, whatever a later file of deals
// alone says of it.
struct LeadOfDeal
{
    QString key; // as of keyOfLead(); empty: not known
    bool tellsBeginning = false; // files of both were read
    QList<DealsBy> tells = {}; // of these, those that the lead's own file came first for

    bool isKnown() const { return !key.isEmpty(); }
};

// A deal as it lies in the file: its stage by its id, 0 where it is not known.
struct StoredDeal
{
    Deal deal;
    qint64 stage = 0;
    qint64 import = 0; // 0: there is none
    bool isGone = false; // it counts under another key by now
    LeadOfDeal lead = {};

    bool counts() const { return import != 0 && !isGone; }
};

// The imported deals in the file, row by row. Every function throws DatabaseError.
class DealTable
{
public:
    // Both must outlive it.
    DealTable(const Database &database, const QList<Stage> &stages);

    // Each deal that counts, as its newest import has it, in no particular order. What no figure is worked
    // out from (id, name, owner, account) is only read where all of it is wanted.
    enum class Detail { Whole, Figures };
    using Visit = std::function<void(const StoredDeal &)>;
    void visit(Detail detail, const Visit &visit) const;
    // Only those of which each of these names is wanted; what else stands in the others is not even read.
    struct Wanted
    {
        DealsBy by;
        std::function<bool(const QByteArray &utf8)> isWanted; // of the name, which is not to be kept
    };
    void visitWanted(const std::vector<Wanted> &wanted, const Visit &visit) const;

    StoredDeal newest(const QString &key, qint64 import); // of the imports that count, and this one
    // As the workbook has the deal; leads that it knew by what stands in their row keep that key. Clears
    // Deal::formerKey of those that are known by their own.
    StoredDeal newestOf(Deal &deal, qint64 import);
    // False: there is one with its key.
    bool insert(const Deal &deal, qint64 import, const LeadOfDeal &lead = {});
    void replace(const Deal &deal, qint64 import, const LeadOfDeal &lead = {});
    void remove(const QString &key, qint64 import);
    // The row counts under another key by now. It stays, for undoing the import.
    void putGone(const QString &key, qint64 import);

private:
    RowStatement rows(Detail detail) const;
    StoredDeal dealOf(const RowStatement &row) const;
    int countsFrom(const QString &entered) const;
    bool put(RowStatement &row, const Deal &deal, qint64 import, const LeadOfDeal &lead);

    const Database &m_database;
    const QList<Stage> &m_stages;
    const QHash<qint64, int> m_indexes; // of stages, by id
    mutable std::optional<int> m_stageOfLeads; // index; looked for when needed
    std::optional<RowStatement> m_deal, m_insert, m_replace; // made when needed
    QList<qint64> m_imports; // that count, the newest first; read with the first of these
    qint64 m_written = 0; // the import that has rows of this table's writing
};

// Of leads as long as no deal came of them: no id of a deal is one.
QString keyOfLead(QStringView id);
bool isKeyOfLead(const QString &key);

QHash<qint64, int> indexesOf(const QList<Stage> &stages); // by id
// Of the stage it has come to; 0 where that is not known.
qint64 stageIdOf(const Deal &deal, const QList<Stage> &stages);
