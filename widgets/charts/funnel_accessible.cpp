#include "widgets/charts/funnel_accessible.h"

#include <QPointer>

namespace {

using Kind = FunnelView::Element::Kind;

// One stage or one handover, by its place in the reading order.
class Part : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    Part(FunnelView *view, int index)
        : m_view(view)
        , m_index(index)
    {
    }

    bool isValid() const override { return m_view && m_index < m_view->elements().size(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QAccessible::Role role() const override
    {
        return isValid() && element().kind == Kind::Handover ? QAccessible::Button : QAccessible::ListItem;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.invalid = !isValid();
        state.focused = isValid() && m_view->hasFocus() && m_view->focused() == element();
        return state;
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_view->rectOf(element());
        return {m_view->mapToGlobal(rect.topLeft()), rect.size()};
    }

    QString text(QAccessible::Text what) const override
    {
        if (!isValid())
            return {};
        const FunnelBand &band = m_view->funnel().bands.at(element().band);
        switch (what) {
        case QAccessible::Name:
            return m_view->nameOf(element());
        case QAccessible::Value:
            return element().kind == Kind::Handover ? band.handoverTerms : band.figure;
        case QAccessible::Description:
            return m_view->descriptionOf(element());
        default:
            return {};
        }
    }
    void setText(QAccessible::Text, const QString &) override { }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == pressAction())
            m_view->activate(element());
        else if (name == setFocusAction()) {
            m_view->setFocus(Qt::OtherFocusReason);
            m_view->setFocused(element());
        }
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    FunnelView::Element element() const { return m_view->elements().at(m_index); }

    QPointer<FunnelView> m_view;
    int m_index;
};

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    Q_UNUSED(className)
    auto *view = qobject_cast<FunnelView *>(object);
    return view ? new FunnelAccessible(view) : nullptr;
}

} // namespace

FunnelAccessible::FunnelAccessible(FunnelView *view)
    : QAccessibleWidget(view, QAccessible::Chart)
{
}

FunnelAccessible::~FunnelAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

void FunnelAccessible::install()
{
    QAccessible::installFactory(makeAccessible);
}

FunnelView *FunnelAccessible::view() const
{
    return qobject_cast<FunnelView *>(object());
}

int FunnelAccessible::childCount() const
{
    return view() ? static_cast<int>(view()->elements().size()) : 0;
}

QAccessibleInterface *FunnelAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    while (m_children.size() <= index)
        m_children.append(
            QAccessible::registerAccessibleInterface(new Part(view(), static_cast<int>(m_children.size()))));
    return QAccessible::accessibleInterface(m_children.at(index));
}

int FunnelAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    for (int i = 0; i < m_children.size(); ++i)
        if (QAccessible::accessibleInterface(m_children.at(i)) == child)
            return i;
    return -1;
}

QAccessibleInterface *FunnelAccessible::childAt(int x, int y) const
{
    const auto element = view()->elementAt(view()->mapFromGlobal(QPoint(x, y)));
    return element ? child(static_cast<int>(view()->elements().indexOf(*element))) : nullptr;
}

QAccessibleInterface *FunnelAccessible::focusChild() const
{
    if (!view()->hasFocus())
        return nullptr;
    return child(static_cast<int>(view()->elements().indexOf(view()->focused())));
}
