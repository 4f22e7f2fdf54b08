#pragma once

#include "widgets/charts/funnel_view.h"
#include "widgets/controls/accessible_parts.h"

// What a screen reader finds in the funnel picture: each stage and each handover as a part of its own, with
// name, value and what can be done with it.
class FunnelAccessible : public AccessibleParts
{
public:
    explicit FunnelAccessible(FunnelView *view);

    static void install(); // once is enough, more often does no harm

    int childCount() const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

protected:
    AccessiblePart *makePart(int index) const override;

private:
    FunnelView *view() const;
};
