#pragma once

#include "models/document/result.h"
#include "widgets/report/report_layout.h"

#include <QByteArray>

// Adds to a PDF of the report's pages what QPdfWriter cannot: bookmarks, links on the contents page, page
// labels, language, and that the window shows the document's title.
Result<QByteArray> addPdfMarks(const QByteArray &pdf, const LaidOutReport &report);
