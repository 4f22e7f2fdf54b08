#pragma once

#include "models/funnel/import/profile.h"
#include "models/funnel/query/saved_query.h"

#include <QVariant>

// What a database answered to a query, as it came.
struct QueryTable
{
    QStringList columns;
    QList<QVariantList> rows;
    bool readOnly = true; // the database itself was told to refuse every change
};

// Connects, reads and closes; shares nothing with the caller, who may be in any thread. Where `progress` says
// no, the answer is thrown away; PostgreSQL, over either driver, is asked to stop, and stops by itself (from
// 14 on) where the program has been ended meanwhile.
Result<QueryTable> runQuery(const SavedQuery &query, const QString &password, const Progress &progress = {});
