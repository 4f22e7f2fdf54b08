#pragma once

#include "models/funnel/what_changed.h"
#include "widgets/charts/chart_panel.h"

#include <QLocale>

// Why won value changed between two periods: from the old value over what each factor contributed to the new
// one, as a waterfall.
class WaterfallChart : public ChartPanel
{
    Q_OBJECT

public:
    explicit WaterfallChart(QWidget *parent = nullptr);

    void setChange(const WhatChanged &changed);
};

// One bar of the waterfall, from one height to another; in minor units.
struct WaterfallBar
{
    QString label, text; // what it is, and its figure with a sign
    qint64 from = 0, to = 0;
    bool total = false; // a period rather than a change
};
QList<WaterfallBar> waterfallOf(const WhatChanged &changed, const QLocale &locale);
// Factor, value in both periods, part.
FigureTable changeTable(const WhatChanged &changed, const QLocale &locale);
