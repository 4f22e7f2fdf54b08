#include "widgets/controls/page_window.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

PageWindow::PageWindow(QWidget &inside)
    : QObject(&inside)
    , m_inside(inside)
{
    inside.installEventFilter(this);
    find();
}

QWidget *PageWindow::get() const
{
    return m_window && m_window->isAncestorOf(&m_inside) ? m_window.data() : nullptr;
}

bool PageWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_inside && event->type() == QEvent::Show)
        find();
    else if (watched == m_window && event->type() == QEvent::Resize)
        Q_EMIT resized();
    return QObject::eventFilter(watched, event);
}

void PageWindow::find()
{
    QScrollArea *page = nullptr;
    for (QWidget *around = m_inside.parentWidget(); around && !page; around = around->parentWidget())
        page = qobject_cast<QScrollArea *>(around);
    if (page && page->viewport() == m_window)
        return;
    disconnect(m_scrolling);
    if (m_window)
        m_window->removeEventFilter(this);
    m_window = page ? page->viewport() : nullptr;
    if (!page)
        return;
    m_window->installEventFilter(this);
    m_scrolling = connect(page->verticalScrollBar(), &QScrollBar::valueChanged, this, &PageWindow::scrolled);
}
