#pragma once

#include "models/worksheet/sheet.h"

#include <QCoreApplication>

// The pages and worksheets of plan and reviews, one function each; put together in planTab().
struct PlanSheets
{
    Q_DECLARE_TR_FUNCTIONS(PlanSheets)

public:
    static Page processPage();
    static Page actionsPage();
    static Page parkingPage();
    static Page decisionsPage();
    static Page reviewsPage();

private:
    static Sheet step();
    static Sheet action();
    static Sheet parking();
    static Sheet decision();
    static Field reviewLink();
    static Sheet review();
    static Sheet figure();
    static Sheet promise();
    static Sheet assumption();
};
