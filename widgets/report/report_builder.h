#pragma once

#include "widgets/report/dashboard_blocks.h"
#include "widgets/report/funnel_blocks.h"
#include "widgets/report/plan_blocks.h"
#include "widgets/report/sheet_blocks.h"

// Puts a workbook together as a report: cover, one section per tab, the worksheets from their descriptions.
class ReportBuilder
{
    Q_DECLARE_TR_FUNCTIONS(ReportBuilder)

public:
    // All must outlive it.
    ReportBuilder(Document &document, const Catalogue &catalogue, const ReportOptions &options);

    Report build(const ReportProgress &progress = {}) const; // not all of it where it was stopped

private:
    ReportCover cover() const;
    QString cover(const TabDescription &tab) const;
    QString numbered(const TabDescription &tab) const; // its name as a heading
    ReportSection whatIsAsked() const;
    std::optional<ReportSection> section(const TabDescription &tab, const ReportProgress &progress) const;
    bool isBegun(const TabDescription &tab) const;
    QList<ReportBlock> pageBlocks(const TabDescription &tab, const Page &page, const QString &number) const;
    QList<ReportBlock> ownBlocks(const TabDescription &tab, const Page &page) const; // beside its worksheets
    QList<ReportBlock> funnelBlocks(const Page &page) const;
    bool isLeftOut(const TabDescription &tab, const Sheet &sheet) const;
    QList<ReportBlock> sheetBlocks(const Sheet &sheet) const;
    QString value(const QString &key) const; // of the workbook's own worksheet, as text
    QImage picture(const QString &key) const;

    Document &m_document;
    const Catalogue &m_catalogue;
    const ReportOptions &m_options;
    SheetBlocks m_sheets;
    FunnelBlocks m_funnel;
    PlanBlocks m_plan;
    DashboardBlocks m_dashboard;
    QMap<Tab, TabProgress> m_progress; // of the chosen ones
};

// The workbook in `path` as a report, from a reading of its own: for a thread, so that a window with the
// same workbook stays free.
Result<Report> readReport(const QString &path, const ReportOptions &options,
                          const ReportProgress &progress = {});
