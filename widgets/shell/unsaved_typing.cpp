#include "widgets/shell/unsaved_typing.h"

void UnsavedTyping::set(const QObject *editor, bool unsaved)
{
    if (unsaved == m_editors.contains(editor))
        return;
    if (unsaved) {
        m_editors.insert(editor);
        connect(editor, &QObject::destroyed, this, [this, editor] { set(editor, false); });
    } else {
        m_editors.remove(editor);
        disconnect(editor, &QObject::destroyed, this, nullptr);
    }
    Q_EMIT changed();
}

bool UnsavedTyping::commit()
{
    if (any())
        Q_EMIT commitRequested();
    return !any();
}
