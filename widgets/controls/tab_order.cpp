#include "widgets/controls/tab_order.h"

#include <QWidget>

namespace {

bool comesByTab(const QWidget *control)
{
    return control->focusPolicy() & Qt::TabFocus;
}

// setTabOrder() knows only controls that take the focus; where the last widget takes none, the one before it.
QWidget *lastControl(QWidget *before, const QWidget *part)
{
    QWidget *last = before;
    for (QWidget *next = before->nextInFocusChain(); next != before; next = next->nextInFocusChain())
        if (before->isAncestorOf(next) && !part->isAncestorOf(next))
            last = next;
    const QWidget *start = last;
    while (!comesByTab(last) || last == part || part->isAncestorOf(last)) {
        last = last->previousInFocusChain();
        if (last == start)
            return nullptr;
    }
    return last;
}

} // namespace

void putTabsAfter(QWidget *before, QWidget *part)
{
    QWidget *last = lastControl(before, part);
    if (!last)
        return;
    const QWidgetList controls = QWidgetList{part} + part->findChildren<QWidget *>();
    for (QWidget *control : controls) {
        if (!comesByTab(control) || control->window() != last->window()) // of a pop-up
            continue;
        QWidget::setTabOrder(last, control);
        last = control;
    }
}
