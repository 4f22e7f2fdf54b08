#pragma once

#include "models/exchange/workbook_figures.h"
#include "widgets/report/report.h"
#include "widgets/report/report_options.h"

#include <QCoreApplication>

// What a report says of the plan: the goal worked backwards and how likely it is, what changed between the
// last two periods, and what the same people could sell.
class PlanBlocks
{
    Q_DECLARE_TR_FUNCTIONS(PlanBlocks)

public:
    // Both must outlive it.
    PlanBlocks(const FunnelReport &report, const ReportOptions &options);

    QList<ReportBlock> plan() const;
    QList<ReportBlock> changes() const;
    QList<ReportBlock> capacity() const;

private:
    const FunnelReport &m_report;
    const ReportOptions &m_options;
};
