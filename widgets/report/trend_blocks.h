#pragma once

#include "models/exchange/workbook_figures.h"
#include "widgets/report/report.h"
#include "widgets/report/report_options.h"

// How the funnel moved over its periods, as the page “Trends” shows it: counts, rates, values and velocity of
// each stage and what was won, with targets and notes, each with its table. None of one period alone.
QList<ReportBlock> trendBlocks(const FunnelReport &report, const ReportOptions &options);
