#include "models/story/sheets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

TabDescription storyTab()
{
    return {.tab = Tab::Story,
            .key = u"story"_s,
            .label = QCoreApplication::translate("StorySheets", "Shared story"),
            .question = QCoreApplication::translate("StorySheets", "Do customers hear one story from us?"),
            .success = {},
            .pages = {}};
}
