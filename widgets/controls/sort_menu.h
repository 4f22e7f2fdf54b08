#pragma once

#include <QMenu>

class QActionGroup;
class SheetProxy;

// Sorts a list of rows by one of their fields, as the headings of a table do, or leaves them in their own
// order.
class SortMenu : public QMenu
{
    Q_OBJECT

public:
    SortMenu(SheetProxy &proxy, QWidget *parent);

private:
    void sort();

    SheetProxy &m_proxy;
    QActionGroup *m_fields;
    QAction *m_descending;
};
