#include "widgets/controls/returned_rows.h"

#include "widgets/controls/scroll_into_view.h"
#include "widgets/controls/sheet_proxy.h"

#include <QAbstractItemView>

#include <algorithm>
#include <utility>

ReturnedRows::ReturnedRows(SheetProxy &proxy, QAbstractItemView &view)
    : QObject(&view)
    , m_proxy(proxy)
    , m_view(view)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ReturnedRows::choose);
    SheetModel &model = proxy.sheetModel();
    connect(&model, &SheetModel::rowsAboutToBeRemoved, this,
            [this, &model](const QModelIndex &, int first, int last) {
                for (int row = first; row <= last; ++row)
                    m_gone.insert(model.idAt(row));
            });
    connect(&model, &SheetModel::rowsInserted, this,
            [this, &model](const QModelIndex &, int first, int last) {
                for (int row = first; row <= last; ++row)
                    if (m_gone.remove(model.idAt(row)))
                        m_back.insert(model.idAt(row));
                if (!m_back.isEmpty())
                    m_soon.start();
            });
}

void ReturnedRows::choose()
{
    const QSet<qint64> back = std::exchange(m_back, {});
    QList<int> rows;
    for (const qint64 id : back)
        if (const int row = m_proxy.rowOf(id); row >= 0)
            rows.append(row);
    if (rows.isEmpty())
        return;
    std::sort(rows.begin(), rows.end());
    QItemSelectionModel &chosen = *m_view.selectionModel();
    const int column = std::max(0, chosen.currentIndex().column());
    const QModelIndex first = m_proxy.index(rows.first(), column);
    chosen.setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    chosen.clearSelection();
    for (const int row : std::as_const(rows))
        chosen.select(m_proxy.index(row, column), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    if (!m_view.isVisible())
        return;
    settleLayouts();
    m_view.scrollTo(first);
    scrollIntoView(m_view.viewport(), m_view.visualRect(first));
}
