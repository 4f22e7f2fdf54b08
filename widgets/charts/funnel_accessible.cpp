#include "widgets/charts/funnel_accessible.h"

namespace {

using Kind = FunnelView::Element::Kind;

// One stage or one handover, by its place in the reading order.
class Part : public AccessiblePart
{
public:
    Part(FunnelView *view, int index)
        : AccessiblePart(view, index)
        , m_view(view)
    {
    }

    bool isValid() const override { return m_view && index() < m_view->elements().size(); }

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

private:
    FunnelView::Element element() const { return m_view->elements().at(index()); }

    QPointer<FunnelView> m_view;
};

QAccessibleInterface *makeAccessibleFunnel(const QString &className, QObject *object)
{
    Q_UNUSED(className)
    auto *view = qobject_cast<FunnelView *>(object);
    return view ? new FunnelAccessible(view) : nullptr;
}

} // namespace

FunnelAccessible::FunnelAccessible(FunnelView *view)
    : AccessibleParts(view, QAccessible::Chart)
{
}

void FunnelAccessible::install()
{
    QAccessible::installFactory(makeAccessibleFunnel);
}

FunnelView *FunnelAccessible::view() const
{
    return qobject_cast<FunnelView *>(object());
}

int FunnelAccessible::childCount() const
{
    return view() ? static_cast<int>(view()->elements().size()) : 0;
}

AccessiblePart *FunnelAccessible::makePart(int index) const
{
    return new Part(view(), index);
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
