#pragma once

#include "models/worksheet/sheet.h"

#include <QCoreApplication>

// The pages and worksheets of the shared story, one function each; put together in storyTab().
struct StorySheets
{
    Q_DECLARE_TR_FUNCTIONS(StorySheets)

public:
    static Page goalsPage();
    static Page baselinePage();
    static Page personasPage();
    static Page messagingPage();
    static Page contradictionsPage();
    static Page contentPage();
    static Page perspectivesPage();
    static Page factsPage();

private:
    static Sheet goal();
    static Sheet baseline();
    static Sheet persona();
    static Sheet ownFact();
    static Sheet house();
    static Sheet pillar();
    static Sheet personaLine();
    static Sheet word();
    static Sheet message();
    static Sheet messageTemplate();
    static Sheet contradiction();
    static Sheet idea();
    static Sheet asset();
    static Sheet repPlan();
    static Sheet perspective();
    static Sheet fact();
    static Field personaLink();
    static Field buyingStage();
};
