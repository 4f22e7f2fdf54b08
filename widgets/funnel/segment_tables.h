#pragma once

#include "models/funnel/segment_comparison.h"
#include "widgets/charts/figure_table.h"

#include <QLocale>

// What of the segments stands beside each other.
enum class SegmentShows { Counts, Rates, Values };

// A row for each segment, for what is in none of them, and for all together; a column for each stage, or
// step, of which any segment knows something. Without columns of figures where none does.
FigureTable segmentTable(const SegmentComparison &compared, SegmentKind kind, SegmentShows shows,
                         const QLocale &locale);
// Why the segments do not add up to the whole, where that is not plain; else empty.
QString segmentRule(const SegmentComparison &compared);
