#pragma once

#include <QStyledItemDelegate>

class SheetProxy;

// A row of a worksheet in a list: its title and a muted second line.
class RecordDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RecordDelegate(const SheetProxy &proxy, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // What stands under the title: the first other columns that say something.
    QString secondLine(const QModelIndex &index) const;

private:
    const SheetProxy &m_proxy;
};
