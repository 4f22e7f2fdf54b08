#include "widgets/controls/seen_part.h"

#include "widgets/controls/page_window.h"
#include "widgets/shell/theme.h"

#include <QEvent>

#include <algorithm>

namespace {
constexpr double least = 12; // heights of the font: of the child, even where less of it can be seen
constexpr double margin = 0.4; // below the window's upper edge and above its lower one
} // namespace

SeenPart::SeenPart(QWidget *child, QWidget *parent)
    : QWidget(parent)
    , m_child(child)
    , m_page(new PageWindow(*this))
{
    child->setParent(this);
    child->installEventFilter(this);
    setVisible(!child->isHidden());
    connect(m_page, &PageWindow::scrolled, this, &SeenPart::place);
    connect(m_page, &PageWindow::resized, this, &SeenPart::place);
}

QSize SeenPart::sizeHint() const
{
    return {m_child->sizeHint().width(), em(this, least)};
}

QSize SeenPart::minimumSizeHint() const
{
    return {m_child->minimumSizeHint().width(), em(this, least)};
}

bool SeenPart::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        setVisible(!m_child->isHidden());
    return QWidget::eventFilter(watched, event);
}

void SeenPart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void SeenPart::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    place();
}

void SeenPart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    place();
}

void SeenPart::place()
{
    int top = 0, bottom = height();
    if (const QWidget *window = m_page->get()) {
        const int above = -mapTo(window, QPoint()).y(); // beyond the upper edge of the window
        const int free = em(this, margin);
        const int smallest = std::min(em(this, least), height());
        top = std::clamp(above + free, 0, height() - smallest);
        bottom = std::clamp(above + window->height() - free, top + smallest, height());
    }
    m_child->setGeometry(0, top, width(), bottom - top);
}
