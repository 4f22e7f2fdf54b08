#include "widgets/shell/unsaved_typing.h"

void UnsavedTyping::set(const QObject *editor, bool unsaved)
{
    const auto known = m_editors.find(editor);
    if (unsaved == (known != m_editors.end()) && (!unsaved || !*known))
        return;
    if (unsaved) {
        if (known == m_editors.end())
            connect(editor, &QObject::destroyed, this, [this, editor] { set(editor, false); });
        m_editors.insert(editor, std::nullopt);
    } else {
        m_editors.remove(editor);
        disconnect(editor, &QObject::destroyed, this, nullptr);
    }
    Q_EMIT changed();
}

void UnsavedTyping::refuse(const QObject *editor, const RefusedEntry &entry)
{
    set(editor, true);
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

bool UnsavedTyping::commit()
{
    if (any())
        Q_EMIT commitRequested();
    if (refused())
        Q_EMIT commitRefused();
    return !any();
}
