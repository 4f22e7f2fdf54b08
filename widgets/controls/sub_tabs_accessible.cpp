#include "widgets/controls/sub_tabs_accessible.h"

#include "widgets/controls/sub_tabs.h"

namespace {

class Name : public AccessiblePart
{
public:
    Name(SubTabs *tabs, int index)
        : AccessiblePart(tabs, index)
        , m_tabs(tabs)
    {
    }

    bool isValid() const override { return m_tabs && index() < m_tabs->count(); }
    QAccessible::Role role() const override { return QAccessible::PageTab; }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.invisible = !isValid() || !m_tabs->isVisible();
        state.selectable = true;
        state.focusable = true;
        state.selected = isValid() && m_tabs->currentIndex() == index();
        state.focused = state.selected && m_tabs->hasFocus();
        return state;
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_tabs->rectOf(index());
        return {m_tabs->mapToGlobal(rect.topLeft()), rect.size()};
    }

    QString text(QAccessible::Text what) const override
    {
        return isValid() && what == QAccessible::Name ? m_tabs->tabText(index()) : QString();
    }

    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == setFocusAction())
            m_tabs->setFocus(Qt::OtherFocusReason);
        m_tabs->setCurrentIndex(index());
    }

private:
    QPointer<SubTabs> m_tabs;
};

QAccessibleInterface *makeAccessibleTabs(const QString &className, QObject *object)
{
    Q_UNUSED(className)
    auto *tabs = qobject_cast<SubTabs *>(object);
    return tabs ? new SubTabsAccessible(tabs) : nullptr;
}

} // namespace

SubTabsAccessible::SubTabsAccessible(SubTabs *tabs)
    : AccessibleParts(tabs, QAccessible::PageTabList)
{
}

void SubTabsAccessible::install()
{
    QAccessible::installFactory(makeAccessibleTabs);
}

SubTabs *SubTabsAccessible::tabs() const
{
    return qobject_cast<SubTabs *>(object());
}

int SubTabsAccessible::childCount() const
{
    return tabs() ? tabs()->count() : 0;
}

QAccessibleInterface *SubTabsAccessible::childAt(int x, int y) const
{
    return child(tabs()->indexAt(tabs()->mapFromGlobal(QPoint(x, y))));
}

QAccessibleInterface *SubTabsAccessible::focusChild() const
{
    return tabs()->hasFocus() ? child(tabs()->currentIndex()) : nullptr;
}

AccessiblePart *SubTabsAccessible::makePart(int index) const
{
    return new Name(tabs(), index);
}
