#include "widgets/controls/name_tip.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QToolTip>
#include <QWidget>

namespace {

class NameTip : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *widget = qobject_cast<QWidget *>(watched);
        const QAccessibleInterface *known = event->type() == QEvent::ToolTip && widget
            ? QAccessible::queryAccessibleInterface(widget)
            : nullptr;
        if (!known)
            return QObject::eventFilter(watched, event);
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), known->text(QAccessible::Name),
                           widget);
        return true;
    }
};

} // namespace

void showNameAsTip(QWidget *widget)
{
    widget->installEventFilter(new NameTip(widget));
}
