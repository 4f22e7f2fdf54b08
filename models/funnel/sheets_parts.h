#pragma once

#include "models/worksheet/sheet.h"

#include <QCoreApplication>

// The pages and worksheets of the split funnel, one function each; put together in funnelTab().
struct FunnelSheets
{
    Q_DECLARE_TR_FUNCTIONS(FunnelSheets)

public:
    static Page funnelPage();
    static Page stagesPage();
    static Page numbersPage();
    static Page trendsPage();
    static Page pipelinePage();
    static Page targetsPage();
    static Page changesPage();
    static Page handoversPage();
    static Page estimatesPage();
    static Page capacityPage();

private:
    static Field stageLink(const QString &key, const QString &label);
    static Field stageLeft();
    static QList<Field> measuredCounts(); // of a rate
    static Field grain();
    static QList<Field> periodFields();

    static Sheet stage();
    static Sheet criterion();
    static Sheet handover();
    static Sheet number();
    static Sheet note();
    static Sheet plan();
    static Sheet planRate();
    static Sheet season();
    static Sheet share();
    static Sheet scenario();
    static Sheet scenarioRate();
    static Sheet target();
    static Sheet benchmark();
    static Sheet source();
    static Sheet handoverLog();
    static Sheet estimate();
    static Sheet capacity();
};
