#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

class QAbstractItemView;
class SheetProxy;

// Chooses the rows of a list or table that were deleted and have come back, as by undo, and brings the first
// of them in sight: somebody wants to see that they are there again.
class ReturnedRows : public QObject
{
    Q_OBJECT

public:
    // `view` shows the proxy. Lives as long as the view.
    ReturnedRows(SheetProxy &proxy, QAbstractItemView &view);

private:
    void choose();

    SheetProxy &m_proxy;
    QAbstractItemView &m_view;
    QSet<qint64> m_gone; // ids
    QSet<qint64> m_back; // to be chosen once all of them are there
    QTimer m_soon;
};
