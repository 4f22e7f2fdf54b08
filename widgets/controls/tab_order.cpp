#include "widgets/controls/tab_order.h"

#include <QWidget>

void putTabsAfter(QWidget *before, const QWidget *part)
{
    QWidget *last = before;
    for (QWidget *next = before->nextInFocusChain(); next != before; next = next->nextInFocusChain())
        if (before->isAncestorOf(next) && !part->isAncestorOf(next))
            last = next;
    const auto inside = part->findChildren<QWidget *>();
    for (QWidget *control : inside) {
        if (!(control->focusPolicy() & Qt::TabFocus))
            continue;
        QWidget::setTabOrder(last, control);
        last = control;
    }
}
