#pragma once

#include "models/tables/table_source.h"

#include <vector>

// Two columns by which the rows of two tables could be joined.
struct JoinCandidate
{
    QString name; // as in JoinKey
    qsizetype first = 0, second = 0; // columns
    bool hasOneName = true; // in both tables
    bool uniqueInFirst = false, uniqueInSecond = false;
    qint64 matches = 0; // rows of the first with a row in the second
};

namespace JoinKeys {

// Those by which rows can be told apart, the likeliest first.
std::vector<JoinCandidate> candidates(TableSource &first, TableSource &second);
// The one that the user names, as in JoinKey; it comes first among the candidates then.
Result<JoinCandidate> wantedBy(TableSource &first, TableSource &second,
                               std::vector<JoinCandidate> &candidates, const QString &wanted);
// The best of the candidates. Refused where several are as good, unless any of them is enough, and where no
// rows belong together by it.
Result<JoinCandidate> likeliest(const std::vector<JoinCandidate> &candidates, bool isEnough);

// The key in a cell: addresses are alike in upper and lower case, however either program writes them.
QString keyIn(QStringView cell);

bool isId(const QString &column); // "Deal ID": by its name
// Whether each cell of a column with this name may hold several keys: "Associated Deal IDs"; and these.
bool holdsSeveral(const QString &column);
QStringList keysIn(QStringView cell);

// Whether its rows are leads or people, each with an id of its own.
bool listsLeads(TableSource &table);
// Whether a table with this key lists accounts or the like: rows that no deal names are none themselves.
bool listsNoDeals(const QStringList &columns, const QString &key);
// That, where both tables have each key once and only what else they hold tells.
bool listsOnlyAccounts(const QStringList &columns, const QString &key);

// That only one of the two has.
QStringList differentColumns(const TableSource &first, const TableSource &second);
bool mayBeParts(const TableSource &first, const TableSource &second); // most columns are the same
// Whether both are parts of one table: the same columns, and not the same ids; where a few columns differ,
// none of these.
bool areParts(TableSource &first, TableSource &second);

} // namespace JoinKeys
