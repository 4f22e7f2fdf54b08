#pragma once

#include "models/overview/dashboard.h"
#include "widgets/report/report.h"
#include "widgets/report/report_options.h"

#include <QCoreApplication>

// Where both teams stand, as the overview shows it: the tabs, how aligned they are, the numbers, what is
// next.
class DashboardBlocks
{
    Q_DECLARE_TR_FUNCTIONS(DashboardBlocks)

public:
    // All must outlive it.
    DashboardBlocks(Document &document, const Catalogue &catalogue, const ReportOptions &options);

    // None while nothing is filled in anywhere.
    QList<ReportBlock> blocks() const;

private:
    QList<ReportBlock> tabs(const Dashboard &dashboard) const;
    QList<ReportBlock> headlines(const Dashboard &dashboard) const;
    QList<ReportBlock> alignment(const Dashboard &dashboard) const;
    QList<ReportBlock> next(const Dashboard &dashboard) const;
    QList<ReportBlock> wins(const Dashboard &dashboard) const;
    QString date(QDate date) const; // empty where there is none

    Document &m_document;
    const Catalogue &m_catalogue;
    const ReportOptions &m_options;
};
