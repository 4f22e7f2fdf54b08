#include "widgets/shell/tab_view.h"

#include "widgets/controls/sub_tabs.h"
#include "widgets/shell/page_header.h"
#include "widgets/shell/theme.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

TabView::TabView(const PageContext &context, const TabDescription &tab, const PageFactory &factory,
                 QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_tab(tab)
    , m_factory(factory)
    , m_header(new PageHeader(tab.label, tab.question, this))
    , m_tabs(new SubTabs(this))
    , m_stack(new QStackedWidget(this))
    , m_views(tab.pages.size(), nullptr)
{
    for (const Page &page : tab.pages)
        m_tabs->addTab(page.label);
    m_tabs->setVisible(tab.pages.size() > 1);
    m_tabs->setAccessibleName(tr("Worksheets of %1").arg(tab.label));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_header);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &SubTabs::currentChanged, this, &TabView::showIndex);
    adaptMargins();
}

// Heading, names of the worksheets and cards begin on one line; the frame around a name lies beside it.
void TabView::adaptMargins()
{
    const int inset = em(this, 1.2);
    const int beside = m_tabs->overhang();
    layout()->setContentsMargins(inset - beside, inset * 3 / 4, inset - beside, 0);
    layout()->setSpacing(em(this, 0.5));
    m_header->setContentsMargins(beside, 0, beside, 0);
    m_stack->setContentsMargins(beside, 0, beside, 0);
}

// The page is also scrolled while its name has the focus.
void TabView::keyPressEvent(QKeyEvent *event)
{
    auto *scroll = qobject_cast<QScrollArea *>(m_stack->currentWidget());
    const bool down = event->key() == Qt::Key_PageDown;
    if (scroll && (down || event->key() == Qt::Key_PageUp))
        scroll->verticalScrollBar()->triggerAction(down ? QAbstractSlider::SliderPageStepAdd
                                                        : QAbstractSlider::SliderPageStepSub);
    else
        QWidget::keyPressEvent(event);
}

void TabView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adaptMargins();
}

void TabView::showPage(const QString &key)
{
    int index = m_tabs->currentIndex();
    for (int i = 0; i < m_tab.pages.size(); ++i)
        if (m_tab.pages.at(i).key == key)
            index = i;
    if (index == m_tabs->currentIndex())
        showIndex(index);
    else
        m_tabs->setCurrentIndex(index);
}

const Page &TabView::page() const
{
    return m_tab.pages.at(std::max(0, m_tabs->currentIndex()));
}

PageView *TabView::view() const
{
    return m_views.value(m_tabs->currentIndex());
}

void TabView::showIndex(int index)
{
    if (index < 0)
        return;
    if (!m_views.at(index)) {
        PageView *view = m_factory(m_context, m_tab.tab, m_tab.pages.at(index));
        m_views[index] = view;
        auto *scroll = new QScrollArea;
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidget(view);
        m_stack->addWidget(scroll);
    }
    m_stack->setCurrentWidget(m_views.at(index)->parentWidget()->parentWidget());
    Q_EMIT pageShown();
}
