#include "widgets/shell/page_view.h"

#include "models/document/document.h"

#include <QEvent>

void PageView::follow(const Document &document, const QSet<QString> &tables)
{
    m_follows = true;
    m_stale = true;
    connect(&document, &Document::changed, this, [this, tables](const QSet<QString> &changed) {
        if (tables.isEmpty() || changed.intersects(tables))
            readWhenSeen();
    });
}

void PageView::readWhenSeen()
{
    m_stale = !isVisible();
    if (!m_stale)
        read();
}

// The colours of a chart are those of the theme in which it was read.
void PageView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_follows)
        QMetaObject::invokeMethod(this, &PageView::readWhenSeen, Qt::QueuedConnection);
}

void PageView::showEvent(QShowEvent *event)
{
    if (m_stale) {
        m_stale = false;
        read();
    }
    QWidget::showEvent(event);
}
