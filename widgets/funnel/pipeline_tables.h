#pragma once

#include "models/funnel/outlook.h"
#include "models/funnel/sources.h"
#include "widgets/charts/amount_bars_chart.h"
#include "widgets/charts/figure_table.h"

#include <QLocale>

// Each figure of the way ahead with how it comes about, or why it cannot be worked out.
FigureTable outlookTable(const Outlook &outlook, const QLocale &locale);

// The open deals by stage in one currency, the sum in the last row.
FigureTable stagePipelineTable(const OutlookInputs &inputs, const QString &currency, const QLocale &locale);
AmountBars stagePipelineBars(const OutlookInputs &inputs, const QString &currency);
QString stagePipelineRemark(const OutlookInputs &inputs, const QString &currency, const QLocale &locale);

// What a lead of each source is worth, and the promised leads.
FigureTable sourceValueTable(const QList<SourceOutlook> &sources, const QLocale &locale);
// What was won from each source in a period, with what marketing had to do with it.
FigureTable originTable(const QList<SourceOutlook> &sources, const Period &period, const QLocale &locale);
// Sourced and influenced in each period, apart.
FigureTable earnedTable(const QList<SourceOutlook> &sources, const QList<Period> &periods,
                        const QLocale &locale);
AmountBars earnedBars(const QList<SourceOutlook> &sources, const QList<Period> &periods,
                      const QString &currency, const QLocale &locale);

QString currencyMostWon(const QList<SourceOutlook> &sources); // by rows; empty where nothing was won
