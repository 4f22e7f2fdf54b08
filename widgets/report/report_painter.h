#pragma once

#include "widgets/report/report_layout.h"

class QPainter;
class QPagedPaintDevice;

// Paints laid-out pages: onto paper, into a PDF, onto the screen. Pure, in any thread.
namespace ReportPainter {

// In units of the page (see ReportStyle), from its top left corner.
void paintPage(QPainter &painter, const LaidOutPage &page, DecodedPictures &pictures);
// Pages `first` … `last`, from 0; false where it was stopped or the device failed.
bool paintPages(QPagedPaintDevice &device, const LaidOutReport &report, int first, int last,
                const ReportProgress &progress = {});

} // namespace ReportPainter
