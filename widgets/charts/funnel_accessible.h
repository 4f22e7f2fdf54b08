#pragma once

#include "widgets/charts/funnel_view.h"

#include <QAccessibleWidget>

// What a screen reader finds in the funnel picture: each stage and each handover as a part of its own, with
// name, value and what can be done with it.
class FunnelAccessible : public QAccessibleWidget
{
public:
    explicit FunnelAccessible(FunnelView *view);
    ~FunnelAccessible() override;

    static void install(); // once is enough, more often does no harm

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

private:
    FunnelView *view() const;

    mutable QList<QAccessible::Id> m_children; // made when asked for
};
