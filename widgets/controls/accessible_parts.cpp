#include "widgets/controls/accessible_parts.h"

AccessiblePart::AccessiblePart(QWidget *whole, int index)
    : m_whole(whole)
    , m_index(index)
{
}

void *AccessiblePart::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

AccessibleParts::~AccessibleParts()
{
    for (const QAccessible::Id id : std::as_const(m_parts))
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface *AccessibleParts::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    while (m_parts.size() <= index)
        m_parts.append(QAccessible::registerAccessibleInterface(makePart(static_cast<int>(m_parts.size()))));
    return QAccessible::accessibleInterface(m_parts.at(index));
}

int AccessibleParts::indexOfChild(const QAccessibleInterface *child) const
{
    for (int i = 0; i < m_parts.size(); ++i)
        if (QAccessible::accessibleInterface(m_parts.at(i)) == child)
            return i;
    return -1;
}
