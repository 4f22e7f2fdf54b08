#pragma once

#include "models/funnel/what_changed.h"
#include "widgets/charts/chart_panel.h"

#include <QCategoryAxis>
#include <QLocale>
#include <QPointer>

// One bar of the waterfall, from one height to another; in minor units.
struct WaterfallBar
{
    QString label, text; // what it is, and its figure with a sign
    qint64 from = 0, to = 0;
    bool total = false; // a period rather than a change
};

// Why won value changed between two periods: from the old value over what each factor contributed to the new
// one, as a waterfall.
class WaterfallChart : public ChartPanel
{
    Q_OBJECT

public:
    explicit WaterfallChart(QWidget *parent = nullptr);

    void setChange(const WhatChanged &changed);
    void setChange(const ChangeBySegment &changed);

private:
    void showBars(const QList<WaterfallBar> &bars, const FigureTable &table, const QString &currency,
                  const QString &source);
    void fitNames();

    QList<WaterfallBar> m_bars;
    QStringList m_names; // on the axis, with the figures
    QPointer<QCategoryAxis> m_factors;
};

QList<WaterfallBar> waterfallOf(const WhatChanged &changed, const QLocale &locale);
// Factor, value in both periods, part.
FigureTable changeTable(const WhatChanged &changed, const QLocale &locale);
// The same by segments: the change of each, and what is in none of them.
QList<WaterfallBar> waterfallOf(const ChangeBySegment &changed, const QLocale &locale);
// Segment, won value in both periods, the parts of volume, rates and deal size, change.
FigureTable changeTable(const ChangeBySegment &changed, const QLocale &locale);
// Why some segments have no figures, and what the rest is where that is not plain; else empty.
QString segmentRemark(const ChangeBySegment &changed);
