#pragma once

#include <QDialog>
#include <QSet>

class QAction;
class QMenu;
class QMenuBar;
class QTreeWidget;
class QTreeWidgetItem;

// All that keys do: what stands in the menus, and what the page that is open adds to it. Read from them, so
// that it is true.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    // Without a page, of the menus alone.
    ShortcutsDialog(const QMenuBar &menus, const QWidget *page, QWidget *parent);

private:
    void addMenu(const QMenu &menu);
    void addPage(const QWidget &page);
    QTreeWidgetItem *addGroup(const QString &label);
    void addActions(QTreeWidgetItem *group, const QList<QAction *> &actions);

    QTreeWidget *m_keys;
    QSet<const QAction *> m_listed; // some stand in two menus
};
