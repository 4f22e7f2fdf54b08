#pragma once

#include "models/document/result.h"
#include "widgets/report/report_layout.h"

#include <QByteArray>

// Adds to a PDF of the report's pages what QPdfWriter cannot: bookmarks, links on the contents page, page
// labels, language, what lines say whose shapes name no letters, and that the window shows the document's
// title.
//
// A library of its own, loaded with the first PDF: libqpdf brings a dozen others along, and loading them took
// a fourteenth of the program's start.
extern "C" void addPdfMarks(const QByteArray &pdf, const LaidOutReport &report, Result<QByteArray> &marked);
