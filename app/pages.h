#pragma once

#include "widgets/shell/page_view.h"

// The widget of each page: those with a look of their own by name, all others from their descriptions.
PageView *makePage(const PageContext &context, Tab tab, const Page &page);

// From the menu, by the same entrance as on the page of the funnel.
void importFromCrm(const PageContext &context, QWidget *window);
