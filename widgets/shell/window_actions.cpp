#include "widgets/shell/window_actions.h"

#include "widgets/shell/clipboard_actions.h"
#include "widgets/shell/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

WindowActions::WindowActions(const Catalogue &catalogue, QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_recent(new QMenu(tr("Open &recent"), window))
    , m_clipboard(new ClipboardActions(this))
{
    makeFileActions();
    makeEditActions();
    makeViewActions();
    makeTabActions(catalogue);
    shortcuts = make(tr("&Keyboard shortcuts…"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F1));
    about = make(tr("&About Smarketing Workbook"));
    about->setMenuRole(QAction::AboutRole);
    m_needDocument = m_tabs + QList{saveCopy,      openBackup, importCrm, exportPdf, print,
                                    closeDocument, history,    find,      otherPart, guide};
    setUndo({}, false);
    setRedo({}, false);
    setDocumentOpen(false);
}

QAction *WindowActions::make(const QString &text, const QString &icon, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    if (!icon.isEmpty())
        action->setIcon(themedIcon(icon));
    action->setIconVisibleInMenu(false);
    if (!key.isEmpty()) {
        action->setShortcut(key);
        action->setToolTip(
            tr("%1 (%2)").arg(QString(text).remove(u'&'), key.toString(QKeySequence::NativeText)));
    }
    m_window->addAction(action); // so that the key works where the menu bar is hidden
    return action;
}

void WindowActions::makeFileActions()
{
    newBlank = make(tr("&New workbook…"), u"new"_s, QKeySequence::New);
    newExample = make(tr("New from the e&xample…"), u"example"_s);
    open = make(tr("&Open…"), u"open"_s, QKeySequence::Open);
    saveCopy = make(tr("Save a &copy…"), u"copy"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    openBackup = make(tr("Open a &backup…"));
    importCrm = make(tr("&Import from CRM…"), u"import"_s, QKeySequence(Qt::CTRL | Qt::Key_I));
    exportPdf = make(tr("&Export PDF…"), u"export"_s, QKeySequence(Qt::CTRL | Qt::Key_E));
    print = make(tr("&Print…"), u"print"_s, QKeySequence::Print);
    closeDocument = make(tr("C&lose workbook"), u"close"_s, QKeySequence(Qt::CTRL | Qt::Key_W));
    quit = make(tr("&Quit"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
}

void WindowActions::makeEditActions()
{
    undo = make(tr("&Undo"), u"undo"_s, QKeySequence(Qt::CTRL | Qt::Key_Z));
    redo = make(tr("&Redo"), u"redo"_s);
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    history = make(tr("&History…"));
    find = make(tr("&Find…"), u"find"_s, QKeySequence::Find);
    settings = make(tr("&Settings…"), u"settings"_s, QKeySequence(Qt::CTRL | Qt::Key_Comma));
    settings->setMenuRole(QAction::PreferencesRole);
}

void WindowActions::makeViewActions()
{
    zoomIn = make(tr("Zoom &in"));
    zoomIn->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOut = make(tr("Zoom &out"), {}, QKeySequence(Qt::CTRL | Qt::Key_Minus));
    zoomReset = make(tr("&Actual size"), {}, QKeySequence(Qt::CTRL | Qt::Key_0));
    otherPart = make(tr("&Next part of the window"), {}, QKeySequence(Qt::Key_F6));
    guide = make(tr("&Guide"), u"guide"_s, QKeySequence(Qt::Key_F1));
    guide->setCheckable(true);
    fullScreen = make(tr("&Full screen"), {}, QKeySequence(Qt::Key_F11));
    fullScreen->setCheckable(true);
    auto *themes = new QActionGroup(this);
    systemTheme = make(tr("&As the system"));
    lightTheme = make(tr("&Light"));
    darkTheme = make(tr("&Dark"));
    for (QAction *theme : {systemTheme, lightTheme, darkTheme}) {
        theme->setCheckable(true);
        themes->addAction(theme);
    }
}

void WindowActions::makeTabActions(const Catalogue &catalogue)
{
    for (const TabDescription &tab : catalogue.tabs()) {
        const int number = static_cast<int>(m_tabs.size()) + 1;
        QString label = tab.label;
        label.replace(u'&', u"&&"_s);
        // Not numbered: the framework numbers four of them in another way.
        QAction *action = make(u'&' + label, {}, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)));
        connect(action, &QAction::triggered, this, [this, which = tab.tab] { Q_EMIT tabChosen(which); });
        m_tabs.append(action);
    }
}

void WindowActions::fillMenuBar(QMenuBar *bar)
{
    fillFileMenu(bar->addMenu(tr("&File")));
    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addActions({undo, redo, history});
    edit->addSeparator();
    m_clipboard->addTo(edit);
    edit->addSeparator();
    edit->addAction(find);
    edit->addSeparator();
    edit->addAction(settings);
    fillViewMenu(bar->addMenu(tr("&View")));
    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({guide, shortcuts, about});
}

void WindowActions::fillFileMenu(QMenu *menu)
{
    menu->addActions({newBlank, newExample, open});
    menu->addMenu(m_recent);
    menu->addSeparator();
    menu->addActions({saveCopy, openBackup, importCrm, exportPdf, print});
    menu->addSeparator();
    menu->addActions({closeDocument, quit});
}

void WindowActions::fillViewMenu(QMenu *menu)
{
    menu->addActions(m_tabs);
    menu->addSeparator();
    menu->addAction(otherPart);
    menu->addSeparator();
    menu->addActions({zoomIn, zoomOut, zoomReset});
    menu->addSeparator();
    QMenu *theme = menu->addMenu(tr("&Theme"));
    theme->addActions({systemTheme, lightTheme, darkTheme});
    menu->addActions({guide, fullScreen});
}

void WindowActions::setRecentFiles(const QStringList &paths)
{
    m_recent->clear();
    for (const QString &path : paths) {
        QString label = QFileInfo(path).completeBaseName();
        QAction *action = m_recent->addAction(label.replace(u'&', u"&&"_s));
        action->setToolTip(path);
        action->setEnabled(QFileInfo::exists(path));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentChosen(path); });
    }
    m_recent->setToolTipsVisible(true);
    m_recent->setEnabled(!paths.isEmpty());
}

void WindowActions::setUndo(const QString &label, bool possible)
{
    undo->setText(possible && !label.isEmpty() ? tr("&Undo: %1").arg(label) : tr("&Undo"));
    undo->setToolTip(tr("%1 (Ctrl+Z)").arg(undo->text().remove(u'&')));
    undo->setEnabled(possible);
}

void WindowActions::setRedo(const QString &label, bool possible)
{
    redo->setText(possible && !label.isEmpty() ? tr("&Redo: %1").arg(label) : tr("&Redo"));
    redo->setToolTip(tr("%1 (Ctrl+Y)").arg(redo->text().remove(u'&')));
    redo->setEnabled(possible);
}

void WindowActions::setDocumentOpen(bool isOpen)
{
    for (QAction *action : std::as_const(m_needDocument))
        action->setEnabled(isOpen);
}
