#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QVariantMap>
#include <QWidget>

#include <optional>

// An entry that cannot be taken and stays in its editor until somebody mends it: what it is called, and where
// it stands.
struct RefusedEntry
{
    QString name = {};
    QString table = {};
    qint64 row = 0;
    QPointer<QWidget> control = {};
    QVariantMap columns = {}; // what it comes to, where only the file does not take it
};

// Which editors hold typing that is not in the file yet. Editors report here; the status bar says "All
// changes saved" only while there are none, and whatever needs the whole truth (print, copy, close) asks for
// it first.
class UnsavedTyping : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void set(const QObject *editor, bool unsaved);
    // Counts until the editor is set() again.
    void refuse(const QObject *editor, const RefusedEntry &entry);
    bool any() const { return !m_editors.isEmpty(); }
    // One of those that wait to be mended; none while all the others may still be written.
    std::optional<RefusedEntry> refused() const;
    QList<RefusedEntry> allRefused() const;
    // Has the editor of this control show again what is in the file; false where it holds nothing refused.
    bool giveUp(const QWidget *control);
    // Has every editor write what it holds; false if one could not.
    bool commit();

Q_SIGNALS:
    void changed();
    void givenUp(const QObject *editor); // it forgets what it holds and then calls set(this, false)
    void commitRefused(); // a commit() has left what refused() tells of
    void commitRequested(); // editors answer by writing and then set(this, false)

private:
    void hold(const QObject *editor, const std::optional<RefusedEntry> &entry);

    QHash<const QObject *, std::optional<RefusedEntry>> m_editors;
};
