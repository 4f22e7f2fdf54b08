#pragma once

#include "models/funnel/funnel.h"
#include "models/funnel/query/query_run.h"
#include "models/tables/table_source.h"

// A number that a query gives for one stage, period and segment, beside what the workbook has typed there.
struct QueryFigure
{
    enum class State { New, Changed, AsBefore };

    Stage stage;
    Period period;
    QString segment; // as in the worksheet of numbers; empty: everything
    qint64 amount = 0;
    std::optional<Money> worth;
    std::optional<qint64> amountBefore;
    State state = State::New;
    qint64 row = 0; // of funnel_number; 0: there is none yet
};

// What taking over the answer to a query would do.
struct QueryPlan
{
    QList<QueryFigure> figures; // by period, then along the stages
    QList<TableRemark> wrongRows; // with their number; where there are any, nothing can be taken over
    QList<std::pair<QString, qint64>> unknownStages; // and how many rows each has; they are left out

    qint64 count(QueryFigure::State state) const;
};

// Columns are known by name: stage, period or date, count, and where they are there value, currency and
// segment. Rows of the same stage, period and segment are added up.
Result<QueryPlan> planFigures(const Document &document, const QueryTable &table, Grain grain,
                              const QString &currency);

// One undo step; none where nothing is new.
Result<void> takeOver(Document &document, const QueryPlan &plan, const QString &queryName);
