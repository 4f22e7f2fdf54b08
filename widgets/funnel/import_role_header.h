#pragma once

#include "models/funnel/import/mapping.h"

#include <QHeaderView>

class QComboBox;
class QStandardItemModel;

// The head of a table to import: above each column its name and what it is used for, to be corrected.
class ImportRoleHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ImportRoleHeader(QWidget *parent = nullptr);

    void setColumns(const QStringList &columns);
    void setRoles(const ColumnRoles &roles, RowMeaning rows);
    void placeBoxes(); // over their columns, after scrolling
    QComboBox *box(int column) const { return m_boxes.value(column); }

    QSize sizeHint() const override;

Q_SIGNALS:
    void rolesChosen(const ColumnRoles &roles);
    void boxFocused(int column);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void updateGeometries() override;

private:
    void offer(const QList<ColumnRole> &roles);
    QComboBox *makeBox(const QString &column);
    int nameHeight() const;
    ColumnRoles chosen() const;

    QStandardItemModel *m_choices; // of every box
    QList<ColumnRole> m_offered;
    QStringList m_columns;
    QList<QComboBox *> m_boxes;
};
