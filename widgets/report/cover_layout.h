#pragma once

#include "widgets/report/page_flow.h"
#include "widgets/report/report.h"

LaidOutPage layOutCover(const ReportCover &cover, const QSizeF &size, Qt::LayoutDirection direction);
