#pragma once

#include "models/worksheet/sheet.h"

#include <QCoreApplication>

// The pages and worksheets of the feedback loop, one function each; put together in feedbackTab().
struct FeedbackSheets
{
    Q_DECLARE_TR_FUNCTIONS(FeedbackSheets)

public:
    static Page agreementPage();
    static Page slaPage();
    static Page logPage();
    static Page campaignsPage();
    static Page intelligencePage();
    static Page winsPage();
    static Page payPage();
    static Page processPage();

private:
    static Sheet agreement();
    static Sheet sla();
    static Sheet slaWorth();
    static Sheet log();
    static QList<Choice> feedbackKinds();
    static Sheet campaign();
    static Sheet intelligence();
    static QList<Choice> intelligenceKinds();
    static Sheet win();
    static Sheet kpi();
    static Sheet process();
};
