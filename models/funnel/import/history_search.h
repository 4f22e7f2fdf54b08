#pragma once

#include "models/funnel/import/history_columns.h"

// What ids that come again in a table say of it.
struct Repetition
{
    std::optional<HistoryColumns> history; // its rows are stages that a deal entered
    QString key; // otherwise: the id of deals of which several rows tell, one for each product or each week
};

// Tells a table with a row for each stage that a deal entered from a table of deals: by ids that come again
// with other stages and other dates, while what names the deal stays alike. Says nothing of a table that
// cannot be read.
Repetition findRepetition(TableSource &source, const TableProfile &profile);
