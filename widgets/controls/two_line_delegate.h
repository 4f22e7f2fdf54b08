#pragma once

#include <QStyledItemDelegate>

// An entry of a list as a title and a muted second line.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { SecondLineRole = Qt::UserRole + 100 };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    virtual QString firstLine(const QModelIndex &index) const;
    virtual QString secondLine(const QModelIndex &index) const;
};
