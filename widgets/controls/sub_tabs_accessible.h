#pragma once

#include "widgets/controls/accessible_parts.h"

class SubTabs;

// The names of the worksheets as a screen reader finds them: each where it is drawn. The one of QTabBar knows
// a single row only.
class SubTabsAccessible : public AccessibleParts
{
public:
    explicit SubTabsAccessible(SubTabs *tabs);

    static void install(); // once is enough, more often does no harm

    int childCount() const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

protected:
    AccessiblePart *makePart(int index) const override;

private:
    SubTabs *tabs() const;
};
