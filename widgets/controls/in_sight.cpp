#include "widgets/controls/in_sight.h"

#include "widgets/controls/page_window.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

InSight::InSight(QWidget &part, QWidget &whole, std::function<Range()> range, std::function<int()> height,
                 std::function<void(int)> glided)
    : QObject(&whole)
    , m_part(part)
    , m_whole(whole)
    , m_range(std::move(range))
    , m_height(std::move(height))
    , m_glided(std::move(glided))
{
    whole.installEventFilter(this);
    part.installEventFilter(this);
    m_page = new PageWindow(whole); // hears of events before this does
    connect(m_page, &PageWindow::scrolled, this, &InSight::place);
}

void InSight::keepHead(QTableView &table)
{
    QHeaderView *head = table.horizontalHeader();
    const auto range = [&table] {
        const int frame = table.frameWidth(), rows = table.model() ? table.model()->rowCount() : 0;
        const int last = rows > 0 ? table.rowHeight(rows - 1) : 0;
        return Range{frame, frame + std::max(0, table.viewport()->height() - last)};
    };
    auto *corner = new QWidget(&table); // beside the head, over the numbers of the rows
    corner->setAutoFillBackground(true);
    corner->setBackgroundRole(QPalette::Base);
    corner->hide();
    const auto glided = [&table, head, corner](int y) {
        const QHeaderView *numbers = table.verticalHeader();
        corner->setGeometry(numbers->x(), y, numbers->width(), head->height());
        corner->setVisible(y > table.frameWidth() && !numbers->isHidden());
        corner->raise();
    };
    new InSight(
        *head, table, range, [head] { return head->height(); }, glided);
}

bool InSight::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Move: // the whole itself puts its part back whenever it arranges its parts
    case QEvent::Resize:
        place();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void InSight::place()
{
    const QWidget *window = m_page->get();
    if (!window || m_part.isHidden())
        return;
    const Range range = m_range();
    const int gone = -m_whole.mapTo(window, QPoint(0, range.top)).y();
    const int beyond = std::max(0, m_height() - window->height());
    const int y = range.top + std::clamp(gone - beyond, 0, std::max(0, range.bottom - range.top));
    if (m_part.y() == y)
        return;
    m_part.move(m_part.x(), y);
    m_part.raise();
    if (m_glided)
        m_glided(y);
}
