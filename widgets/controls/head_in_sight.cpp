#include "widgets/controls/head_in_sight.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

HeadInSight::HeadInSight(QTableView &table)
    : QObject(&table)
    , m_table(table)
    , m_corner(new QWidget(&table))
{
    m_corner->setAutoFillBackground(true);
    m_corner->setBackgroundRole(QPalette::Base);
    m_corner->hide();
    table.installEventFilter(this);
    table.horizontalHeader()->installEventFilter(this);
}

bool HeadInSight::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
        if (watched == &m_table)
            findPage();
        [[fallthrough]];
    case QEvent::Move: // the table itself puts its head back whenever it arranges its parts
    case QEvent::Resize:
        place();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void HeadInSight::findPage()
{
    QScrollArea *page = nullptr;
    for (QWidget *around = m_table.parentWidget(); around && !page; around = around->parentWidget())
        page = qobject_cast<QScrollArea *>(around);
    if (page == m_page)
        return;
    if (m_page)
        m_page->verticalScrollBar()->disconnect(this);
    m_page = page;
    if (page)
        connect(page->verticalScrollBar(), &QScrollBar::valueChanged, this, &HeadInSight::place);
}

void HeadInSight::place()
{
    QHeaderView *head = m_table.horizontalHeader();
    if (!m_page || !m_page->isAncestorOf(&m_table) || head->isHidden())
        return;
    const int frame = m_table.frameWidth(), rows = m_table.model() ? m_table.model()->rowCount() : 0;
    const int gone = -m_table.mapTo(m_page->viewport(), QPoint(0, frame)).y();
    const int last = rows > 0 ? m_table.rowHeight(rows - 1) : 0;
    const int most = std::max(0, m_table.viewport()->height() - last);
    const int y = frame + std::clamp(gone, 0, most);
    if (head->y() == y)
        return;
    head->move(head->x(), y);
    head->raise();
    const QHeaderView *numbers = m_table.verticalHeader();
    m_corner->setGeometry(numbers->x(), y, numbers->width(), head->height());
    m_corner->setVisible(y > frame && !numbers->isHidden());
    m_corner->raise();
}
