#include "widgets/controls/focus_edge.h"

#include "widgets/shell/theme.h"

#include <QAbstractScrollArea>
#include <QFocusEvent>
#include <QPainter>

namespace {

class FocusEdge : public QWidget
{
public:
    explicit FocusEdge(QAbstractScrollArea &area)
        : QWidget(&area)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
        area.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::FocusIn:
            setVisible(static_cast<QFocusEvent *>(event)->reason() != Qt::MouseFocusReason);
            [[fallthrough]];
        case QEvent::Resize:
            setGeometry(parentWidget()->rect());
            raise();
            break;
        case QEvent::FocusOut:
            hide();
            break;
        default:
            break;
        }
        return QWidget::eventFilter(watched, event);
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Theme::of(this).color(Theme::Role::Accent), 2));
        const double radius = cornerRadius(fontMetrics());
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    }
};

} // namespace

void showFocusAround(QAbstractScrollArea &area)
{
    new FocusEdge(area);
}
