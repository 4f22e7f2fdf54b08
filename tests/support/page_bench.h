#pragma once

#include "tests/support/workbook.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/page_view.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/unsaved_typing.h"

// A fresh workbook with all that a page of it needs, without the window around it.
struct PageBench
{
    explicit PageBench(const QString &starter)
        : workbook(starter)
        , settings(workbook.filePath(QStringLiteral("settings.ini")))
        , notifier(nullptr)
    {
    }

    const Page &page(const QString &key, Tab tab = Tab::Funnel) const
    {
        for (const Page &page : workbook.catalogue().tab(tab).pages)
            if (page.key == key)
                return page;
        qFatal("no such page");
    }

    TestWorkbook workbook;
    Settings settings;
    Notifier notifier;
    UnsavedTyping typing;
    PageContext context{workbook.document(), workbook.catalogue(), notifier, settings, typing};
};
