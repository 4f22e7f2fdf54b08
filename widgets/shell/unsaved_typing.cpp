#include "widgets/shell/unsaved_typing.h"

void UnsavedTyping::set(const QObject *editor, bool unsaved)
{
    const auto known = m_editors.find(editor);
    if (unsaved == (known != m_editors.end()) && (!unsaved || !*known))
        return;
    if (unsaved)
        return hold(editor, std::nullopt);
    m_editors.remove(editor);
    disconnect(editor, &QObject::destroyed, this, nullptr);
    Q_EMIT changed();
}

void UnsavedTyping::refuse(const QObject *editor, const RefusedEntry &entry)
{
    hold(editor, entry);
}

void UnsavedTyping::hold(const QObject *editor, const std::optional<RefusedEntry> &entry)
{
    if (!m_editors.contains(editor))
        connect(editor, &QObject::destroyed, this, [this, editor] { set(editor, false); });
    m_editors.insert(editor, entry);
    Q_EMIT changed();
}

std::optional<RefusedEntry> UnsavedTyping::refused() const
{
    std::optional<RefusedEntry> found;
    for (const auto &entry : m_editors) {
        if (!entry)
            return {};
        found = entry;
    }
    return found;
}

QList<RefusedEntry> UnsavedTyping::allRefused() const
{
    QList<RefusedEntry> all;
    for (const auto &entry : m_editors)
        if (entry)
            all.append(*entry);
    return all;
}

bool UnsavedTyping::giveUp(const QWidget *control)
{
    for (auto it = m_editors.cbegin(); it != m_editors.cend(); ++it) {
        if (!control || !*it || (*it)->control != control)
            continue;
        const QObject *editor = it.key();
        Q_EMIT givenUp(editor);
        return true;
    }
    return false;
}

bool UnsavedTyping::commit()
{
    if (any())
        Q_EMIT commitRequested();
    if (refused())
        Q_EMIT commitRefused();
    return !any();
}
