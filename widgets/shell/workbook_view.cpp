#include "widgets/shell/workbook_view.h"

#include "models/overview/dashboard_texts.h"
#include "models/plan/standing.h"
#include "models/worksheet/search.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/controls/sheet_view.h"
#include "widgets/controls/tab_order.h"
#include "widgets/shell/guide_panel.h"
#include "widgets/shell/navigation.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/tab_view.h"
#include "widgets/shell/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace {
// Widths, in heights of the font, below which the guide folds and the navigation shows its rings only: sooner
// where the guide was opened all the same.
constexpr int guideNeeds = 62;
constexpr int guideNeedsBesideMore = 82; // than the page itself
constexpr int namesNeed = 46;
constexpr int namesNeedBesideGuide = 56;
} // namespace

WorkbookView::WorkbookView(const PageContext &context, const PageFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_factory(factory)
    , m_navigation(new Navigation(context.catalogue, this))
    , m_stack(new QStackedWidget(this))
    , m_guide(new GuidePanel(m_context, this))
{
    m_context.go = [this](Tab to, const QString &key) { go(to, key); };
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(m_stack, 1);
    row->addWidget(m_guide);
    m_guide->setVisible(false);
    setFocusProxy(m_navigation);

    connect(m_navigation, &Navigation::chosen, this, [this](Tab tab) {
        if (tab != m_tab) // else it only follows
            go(tab);
    });
    connect(m_guide, &GuidePanel::closeRequested, this, [this] { setGuideShown(false); });
    connect(m_guide, &GuidePanel::useExample, this, [this] {
        if (PageView *view = pageView())
            view->useExample();
    });
    // Whoever comes by keyboard to what lies outside the window sees it. A window that becomes active again
    // stays where it was scrolled to, and what lies under the mouse must not move.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *before, const QWidget *now) {
        if (before && now && isAncestorOf(now) && QApplication::mouseButtons() == Qt::NoButton)
            scrollCursorIntoView(now);
    });
    m_refresh.setInterval(150); // ms
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &WorkbookView::refreshStanding);
    connect(&m_context.document, &Document::changed, &m_refresh, qOverload<>(&QTimer::start));
    adaptToWidth();
    go(Tab::Overview);
}

WorkbookView::~WorkbookView()
{
    // A field that is being typed in is left now, while its page and its model are still whole.
    if (QWidget *inside = focusWidget())
        inside->clearFocus();
}

void WorkbookView::go(Tab tab, const QString &page)
{
    TabView *&view = m_tabs[tab];
    if (!view) {
        view = new TabView(m_context, m_context.catalogue.tab(tab), m_factory, m_stack);
        m_stack->addWidget(view);
        connect(view, &TabView::pageShown, this, &WorkbookView::onPageShown);
    }
    m_tab = tab;
    m_stack->setCurrentWidget(view);
    view->showPage(page);
    m_navigation->setCurrent(tab);
}

void WorkbookView::focusPage()
{
    const TabView *view = m_tabs.value(m_tab);
    QWidget *first = view->nextInFocusChain();
    while (first != view
           && !(view->isAncestorOf(first) && first->isVisible() && first->isEnabled()
                && first->focusPolicy() & Qt::TabFocus))
        first = first->nextInFocusChain();
    first->setFocus(Qt::ShortcutFocusReason);
}

void WorkbookView::focusOtherPart()
{
    const QWidget *focus = focusWidget();
    if (focus && m_tabs.value(m_tab)->isAncestorOf(focus))
        m_navigation->setFocus(Qt::ShortcutFocusReason);
    else
        focusPage();
}

// Parts of a page may be made after the guide; it comes last all the same.
bool WorkbookView::focusNextPrevChild(bool next)
{
    putTabsAfter(m_stack, m_guide);
    return QWidget::focusNextPrevChild(next);
}

void WorkbookView::showRow(const QString &table, qint64 id)
{
    const TabDescription *tab = m_context.catalogue.tabOf(table);
    const Page *page = m_context.catalogue.pageOf(table);
    if (!tab || !page)
        return;
    go(tab->tab, page->key);
    if (PageView *view = pageView())
        view->showRow(table, id);
}

void WorkbookView::showHit(const SearchHit &hit, const QString &needle)
{
    showRow(hit.table, hit.id);
    // Once the page knows where everything lies.
    QTimer::singleShot(0, pageView(), [page = pageView(), hit, needle] {
        const auto sheets = page->findChildren<SheetView *>();
        for (SheetView *sheet : sheets)
            if (sheet->sheet().table == hit.table)
                return sheet->showText(hit.id, hit.key, needle);
    });
}

const Page &WorkbookView::page() const
{
    return m_tabs.value(m_tab)->page();
}

PageView *WorkbookView::pageView() const
{
    return m_tabs.value(m_tab)->view();
}

void WorkbookView::onPageShown()
{
    if (m_shown != &page())
        m_context.notifier.leavePage();
    m_shown = &page();
    if (m_guideVisible)
        m_guide->showPage(m_context.catalogue.tab(m_tab), page());
    disconnect(m_exampleConnection);
    disconnect(m_roomConnection);
    if (PageView *view = pageView()) {
        m_exampleConnection = connect(view, &PageView::exampleChanged, this, &WorkbookView::updateExample);
        m_roomConnection = connect(view, &PageView::roomWanted, this, &WorkbookView::onRoomWanted);
    }
    updateExample();
    adaptToWidth();
    Q_EMIT pageShown();
}

void WorkbookView::updateExample()
{
    const PageView *view = pageView();
    m_guide->setExampleUsable(view && view->canUseExample());
}

bool WorkbookView::isNarrow() const
{
    const PageView *view = m_tabs.isEmpty() ? nullptr : pageView();
    return width() < em(this, view && view->wantsRoom() ? guideNeedsBesideMore : guideNeeds);
}

bool WorkbookView::isGuideShown() const
{
    return m_guideVisible;
}

void WorkbookView::setGuideShown(bool shown)
{
    if (isNarrow())
        m_guideInNarrow = shown;
    else
        m_context.settings.setGuideShown(shown);
    adaptToWidth();
}

// In a narrow window guide and contract stand in one place: whichever was opened last is seen.
void WorkbookView::onRoomWanted()
{
    m_guideInNarrow = m_guideInNarrow && !pageView()->wantsRoom();
    adaptToWidth();
}

void WorkbookView::adaptToWidth()
{
    const bool narrow = isNarrow();
    const bool shown = narrow ? m_guideInNarrow : m_context.settings.guideShown();
    if (PageView *view = m_tabs.isEmpty() ? nullptr : pageView())
        view->stepBack(narrow && shown && view->wantsRoom());
    m_navigation->setCompact(width() < em(this, shown ? namesNeedBesideGuide : namesNeed));
    if (shown == m_guideVisible)
        return;
    m_guideVisible = shown;
    if (shown && !m_tabs.isEmpty())
        m_guide->showPage(m_context.catalogue.tab(m_tab), page());
    m_guide->setVisible(shown);
    Q_EMIT guideShownChanged(shown);
}

void WorkbookView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    adaptToWidth();
}

// What takes long and is not looked for first waits until the first picture is there.
void WorkbookView::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!m_painted)
        m_refresh.start();
    m_painted = true;
}

void WorkbookView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adaptToWidth();
}

void WorkbookView::refreshStanding()
{
    const Catalogue &catalogue = m_context.catalogue;
    QList<TabProgress> progress;
    for (const TabDescription &tab : catalogue.tabs())
        progress.append(progressOf(m_context.document, catalogue, tab));
    m_navigation->setProgress(progress);
    const Document &document = m_context.document;
    const Alignment alignment = alignmentOf(statementsOf(document));
    m_navigation->setStanding(
        standingOf(document.rows(u"plan_action"_s), document.rows(u"plan_review"_s), QDate::currentDate(),
                   alignment.score, document.rows(u"plan_review_figure"_s)),
        alignment.score
            ? DashboardTexts::howScored(alignment, QLocale()) % u'\n' % DashboardTexts::scoreRule()
            : QString());
}
