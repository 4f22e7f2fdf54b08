#include "widgets/controls/scroll_into_view.h"

#include "widgets/shell/theme.h"

#include <QCoreApplication>
#include <QFocusEvent>
#include <QHeaderView>
#include <QScrollArea>
#include <QTableView>
#include <QTimer>

namespace {

// A table's head may lie over its upper rows: see InSight.
int headAbove(const QWidget *widget)
{
    for (const QWidget *around = widget->parentWidget(); around; around = around->parentWidget())
        if (const auto *table = qobject_cast<const QTableView *>(around))
            return table->horizontalHeader()->isHidden() ? 0 : table->horizontalHeader()->height();
    return 0;
}

class FocusFollower : public QObject
{
public:
    explicit FocusFollower(QTableView &table)
        : QObject(&table)
        , m_table(table)
    {
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn) {
            const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
            // Afterwards: a scroll area that moves the focus on by Tab shows some part of what has it.
            if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)
                QTimer::singleShot(0, this, &FocusFollower::showCell);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void showCell() const
    {
        if (m_table.currentIndex().isValid())
            scrollIntoView(m_table.viewport(), m_table.visualRect(m_table.currentIndex()));
    }

    QTableView &m_table;
};

} // namespace

void scrollIntoView(const QWidget *widget, const QRect &part)
{
    const int head = headAbove(widget);
    for (QWidget *around = widget->parentWidget(); around; around = around->parentWidget()) {
        auto *scroll = qobject_cast<QScrollArea *>(around);
        if (!scroll || !scroll->widget() || !scroll->widget()->isAncestorOf(widget))
            continue;
        const int margin = em(widget, 1);
        const QRect inside(widget->mapTo(scroll->widget(), part.topLeft()), part.size());
        // What is higher than the window shows its beginning.
        scroll->ensureVisible(0, inside.bottom(), 0, margin);
        scroll->ensureVisible(0, inside.top() - head, 0, margin);
    }
}

void scrollIntoView(const QWidget *widget)
{
    scrollIntoView(widget, widget->rect());
}

bool isInSight(const QWidget *widget, const QRect &part)
{
    for (const QWidget *around = widget->parentWidget(); around; around = around->parentWidget()) {
        const auto *scroll = qobject_cast<const QScrollArea *>(around);
        if (scroll && scroll->viewport()->isAncestorOf(widget)
            && !scroll->viewport()->rect().contains(
                QRect(widget->mapTo(scroll->viewport(), part.topLeft()), part.size())))
            return false;
    }
    return true;
}

void scrollCursorIntoView(const QWidget *widget)
{
    const QWidget *around = widget->parentWidget();
    while (around && !qobject_cast<const QScrollArea *>(around))
        around = around->parentWidget();
    const auto *scroll = qobject_cast<const QScrollArea *>(around);
    if (scroll && widget->height() + 2 * em(widget, 1) <= scroll->viewport()->height())
        scrollIntoView(widget);
    scrollIntoView(widget, widget->inputMethodQuery(Qt::ImCursorRectangle).toRect());
}

void settleLayouts()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

void followFocus(QTableView &table)
{
    table.installEventFilter(new FocusFollower(table));
}
