#pragma once

#include "models/document/result.h"
#include "widgets/report/report_layout.h"

// Writes a report as a PDF file. An existing file is replaced only when the new one is complete.
// Pure but for the file, in any thread.
Result<void> writePdf(const Report &report, QPageSize::PageSizeId paper, const QString &path,
                      const ReportProgress &progress = {});
// The PDF in memory.
Result<QByteArray> makePdf(const Report &report, QPageSize::PageSizeId paper,
                           const ReportProgress &progress = {});
