#pragma once

#include "models/exchange/workbook_figures.h"
#include "widgets/report/report.h"
#include "widgets/report/report_options.h"

#include <QCoreApplication>

// What a report says about the funnel beyond its worksheets: the picture and the numbers by period.
class FunnelBlocks
{
    Q_DECLARE_TR_FUNCTIONS(FunnelBlocks)

public:
    // Both must outlive it.
    FunnelBlocks(const Document &document, const ReportOptions &options);

    const FunnelReport &report() const { return m_funnel; }
    // Of the newest period against the one before, by count and by value, and its segments beside each other.
    QList<ReportBlock> funnel() const;
    QList<ReportBlock> numbers() const;
    bool showsAllNumbers() const; // none of a segment or of periods of another length
    QList<ReportBlock> deals() const; // of the imported rows
    QList<ReportBlock> handovers() const; // what was agreed for each, and what came of it

private:
    QList<ReportBlock> picture(Measure measure) const;
    QList<ReportBlock> segments(SegmentKind kind, const QString &question) const;
    FieldsBlock handover(int after) const;
    TableBlock numbersOf(const QList<FunnelFigures> &periods, bool worth) const;
    TableBlock wonByClose(const DealSummary &deals) const;
    QString valueText(const DealTotals &totals, Money::Decimals decimals) const;
    QString figureText(const StageFigure &figure, bool worth, Money::Decimals decimals) const;
    Money::Decimals decimalsOf(int stage) const; // of its values in all periods

    const ReportOptions &m_options;
    FunnelReport m_funnel;
    bool m_hasSegments;
};
