#include "widgets/shell/shortcuts_dialog.h"

#include "widgets/shell/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QString keysOf(const QAction &action)
{
    QStringList keys;
    const QList<QKeySequence> shortcuts = action.shortcuts();
    for (const QKeySequence &shortcut : shortcuts)
        keys.append(shortcut.toString(QKeySequence::NativeText));
    return keys.join(u", "_s);
}

QString labelOf(const QAction &action)
{
    QString label = action.text();
    return label.replace(u"&&"_s, u"\n"_s).remove(u'&').replace(u'\n', u'&').remove(u'…');
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar &menus, const QWidget *page, QWidget *parent)
    : QDialog(parent)
    , m_keys(new QTreeWidget(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_keys->setHeaderLabels({tr("What it does"), tr("Keys")});
    m_keys->setAccessibleName(windowTitle());
    m_keys->setRootIsDecorated(false);
    m_keys->setItemsExpandable(false);
    m_keys->setIndentation(em(this, 1));
    m_keys->header()->setStretchLastSection(false);
    m_keys->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_keys->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    const QList<QAction *> entries = menus.actions();
    for (const QAction *entry : entries)
        if (entry->menu())
            addMenu(*entry->menu());
    if (page)
        addPage(*page);
    m_keys->expandAll();
    m_keys->setCurrentItem(m_keys->topLevelItem(0));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_keys);
    column->addWidget(buttons);
    resizeWithinScreen(this, {em(this, 32), em(this, 36)});
}

void ShortcutsDialog::addMenu(const QMenu &menu)
{
    addActions(addGroup(labelOf(*menu.menuAction())), menu.actions());
}

void ShortcutsDialog::addPage(const QWidget &page)
{
    QTreeWidgetItem *group = addGroup(tr("On this page"));
    const QList<QWidget *> parts = page.findChildren<QWidget *>();
    for (const QWidget *part : parts)
        if (part->isVisible())
            addActions(group, part->actions());
    group->setHidden(group->childCount() == 0);
}

QTreeWidgetItem *ShortcutsDialog::addGroup(const QString &label)
{
    auto *group = new QTreeWidgetItem(m_keys, {label});
    QFont strong = font();
    strong.setBold(true);
    group->setFont(0, strong);
    group->setFirstColumnSpanned(true);
    return group;
}

// Two tables of a page do the same with a key: it is said once.
void ShortcutsDialog::addActions(QTreeWidgetItem *group, const QList<QAction *> &actions)
{
    for (const QAction *action : actions) {
        const QStringList line{labelOf(*action), keysOf(*action)};
        bool known = line.last().isEmpty() || m_listed.contains(action);
        m_listed.insert(action);
        for (int i = 0; i < group->childCount() && !known; ++i)
            known = group->child(i)->text(0) == line.first() && group->child(i)->text(1) == line.last();
        if (!known)
            group->addChild(new QTreeWidgetItem(line));
    }
}
