#pragma once

#include <QObject>
#include <QSet>

// Which editors hold typing that is not in the file yet. Editors report here; the status bar says "All
// changes saved" only while there are none, and whatever needs the whole truth (undo, print, close) asks for
// it first.
class UnsavedTyping : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void set(const QObject *editor, bool unsaved);
    bool any() const { return !m_editors.isEmpty(); }
    // Has every editor write what it holds; false if one could not.
    bool commit();

Q_SIGNALS:
    void changed();
    void commitRequested(); // editors answer by writing and then set(this, false)

private:
    QSet<const QObject *> m_editors;
};
