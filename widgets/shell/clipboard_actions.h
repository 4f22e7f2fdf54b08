#pragma once

#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QWidget>

class QAction;
class QMenu;

// Cut, copy, paste and select all in a menu: each does what its keys do in the part of the window that has
// the focus, a table or a field. They show the keys and leave them to that part.
class ClipboardActions : public QObject
{
    Q_OBJECT

public:
    explicit ClipboardActions(QObject *parent);

    void addTo(QMenu *menu);

private:
    QAction *make(const QString &text, const QString &icon, QKeySequence::StandardKey key);
    void adapt();

    QPointer<QWidget> m_focus; // the last to have it; an open menu bar is not meant
    QAction *m_cut, *m_copy, *m_paste, *m_selectAll;
};
