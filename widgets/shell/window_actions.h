#pragma once

#include "models/worksheet/catalogue.h"

#include <QKeySequence>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;
class ClipboardActions;

// Everything the window can be told to do, with text, key and place in the menus. What an action does is
// connected by the window.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    WindowActions(const Catalogue &catalogue, QWidget *window);

    void fillMenuBar(QMenuBar *bar);
    void setRecentFiles(const QStringList &paths);
    // An empty label: cannot be undone or redone.
    void setUndo(const QString &label, bool possible);
    void setRedo(const QString &label, bool possible);
    void setDocumentOpen(bool isOpen);

    QAction *newBlank, *newExample, *open, *saveCopy, *openBackup, *importCrm, *exportPdf, *print,
        *closeDocument, *quit;
    QAction *undo, *redo, *history, *find, *settings;
    QAction *zoomIn, *zoomOut, *zoomReset, *otherPart, *guide, *fullScreen, *systemTheme, *lightTheme,
        *darkTheme;
    QAction *shortcuts, *about;

Q_SIGNALS:
    void recentChosen(const QString &path);
    void tabChosen(Tab tab);

private:
    QAction *make(const QString &text, const QString &icon = {}, const QKeySequence &key = {});
    void makeFileActions();
    void makeEditActions();
    void makeViewActions();
    void makeTabActions(const Catalogue &catalogue);
    void fillFileMenu(QMenu *menu);
    void fillViewMenu(QMenu *menu);

    QWidget *m_window;
    QMenu *m_recent;
    ClipboardActions *m_clipboard;
    QList<QAction *> m_tabs;
    QList<QAction *> m_needDocument;
};
