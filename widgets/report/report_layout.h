#pragma once

#include "widgets/report/page_flow.h"
#include "widgets/report/report.h"
#include "widgets/report/report_options.h"

// A report laid out on pages: the same for PDF, print and preview.
struct LaidOutReport
{
    QPageSize::PageSizeId paper = QPageSize::A4;
    QList<LaidOutPage> pages; // the first is the cover
    QList<HeadingPlace> headings; // of the sections
    int contentsPages = 0; // after the cover
    QList<PageLink> links;
    QList<QStringList> spelled; // of each page, see SpelledLines
    QString contentsTitle;
    QString title, author;
    QString language; // BCP 47
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

// Pure, in any thread. None where it was stopped.
std::optional<LaidOutReport> layOutReport(const Report &report, QPageSize::PageSizeId paper,
                                          const ReportProgress &progress = {});
