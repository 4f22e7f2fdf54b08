#pragma once

#include "models/exchange/workbook_figures.h"
#include "models/funnel/simulation.h"
#include "widgets/report/report.h"
#include "widgets/report/report_options.h"

#include <QCoreApplication>

// What a report says of the plan: the goal worked backwards and how likely it is, what changed between the
// last two periods, what is in the pipeline and what it earned, and what the same people could sell.
class PlanBlocks
{
    Q_DECLARE_TR_FUNCTIONS(PlanBlocks)

public:
    // Both must outlive it; the report has its segments.
    PlanBlocks(const FunnelReport &report, const ReportOptions &options);

    QList<ReportBlock> plan() const;
    QList<ReportBlock> changes() const;
    QList<ReportBlock> pipeline() const;
    QList<ReportBlock> cash() const; // of the imported deals
    QList<ReportBlock> capacity() const;

private:
    QList<ReportBlock> periods(const Targets &targets) const;
    QList<ReportBlock> spread(const QList<PlanPart> &parts) const;
    QList<ReportBlock> chance(const Simulation &simulation) const;
    QList<ReportBlock> pace() const;
    QList<ReportBlock> changesBy(SegmentKind kind, const QList<SegmentFunnels> &segments) const;

    const FunnelReport &m_report;
    const ReportOptions &m_options;
};
