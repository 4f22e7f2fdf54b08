#include "widgets/shell/page_view.h"

#include "models/document/document.h"

void PageView::follow(const Document &document, const QSet<QString> &tables)
{
    m_stale = true;
    connect(&document, &Document::changed, this, [this, tables](const QSet<QString> &changed) {
        if (!tables.isEmpty() && !changed.intersects(tables))
            return;
        m_stale = !isVisible();
        if (!m_stale)
            read();
    });
}

void PageView::showEvent(QShowEvent *event)
{
    if (m_stale) {
        m_stale = false;
        read();
    }
    QWidget::showEvent(event);
}
