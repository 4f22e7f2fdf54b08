#pragma once

#include "models/document/result.h"
#include "models/funnel/funnel.h"

// A figure of a block copied from a spreadsheet, and where it belongs.
struct PlacedText
{
    qsizetype stage = 0; // index
    Period period;
    QString text;
};

// Where a block is put that has no headings, or headings on one side only.
struct BlockPlace
{
    qsizetype stage = 0;
    Period period;
};

// A block goes where its headings say: stages and periods, on either side and in any order. Without
// headings it goes down and on from `at`. Refused as a whole where a heading names nothing that is here.
Result<QList<PlacedText>> placedBlock(QList<QStringList> cells, const QList<Stage> &stages,
                                      const BlockPlace &at, const QLocale &locale);
