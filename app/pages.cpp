#include "app/pages.h"

#include "widgets/controls/worksheet_page.h"
#include "widgets/crm/cash_page.h"
#include "widgets/feedback/sla_page.h"
#include "widgets/funnel/capacity_page.h"
#include "widgets/funnel/changes_page.h"
#include "widgets/funnel/estimates_page.h"
#include "widgets/funnel/funnel_page.h"
#include "widgets/funnel/handover_health_page.h"
#include "widgets/funnel/import_dialog.h"
#include "widgets/funnel/numbers_view.h"
#include "widgets/funnel/pipeline_page.h"
#include "widgets/funnel/plan_page.h"
#include "widgets/funnel/trends_page.h"
#include "widgets/overview/dashboard_page.h"
#include "widgets/plan/reviews_page.h"
#include "widgets/shell/workbook_view.h"

#include <QApplication>
#include <QPointer>

namespace {

// A page that leads to where numbers come from.
template <typename View> PageView *makeWithImport(const PageContext &context)
{
    auto *page = new View(context);
    // Kept as long as the page: closing it only hides it, so that a long look at a file is not lost.
    QObject::connect(page, &View::importRequested, page,
                     [page, &context, dialog = QPointer<ImportDialog>()]() mutable {
                         if (!dialog)
                             dialog = new ImportDialog(context, page);
                         dialog->begin();
                     });
    QObject::connect(page, &View::numbersRequested, page,
                     [&context] { context.go(Tab::Funnel, QStringLiteral("numbers")); });
    return page;
}

} // namespace

void importFromCrm(const PageContext &context, QWidget *window)
{
    const auto *workbook = window->findChild<WorkbookView *>();
    const PageView *before = workbook->pageView();
    const Tab tab = workbook->tab();
    const QString key = workbook->page().key;
    const QPointer<QWidget> focus = QApplication::focusWidget();
    context.go(Tab::Funnel, QStringLiteral("funnel"));
    auto *page = window->findChild<FunnelPage *>();
    if (!page)
        return;
    Q_EMIT page->importRequested();
    auto *dialog = page->findChild<ImportDialog *>();
    if (!dialog || before == page)
        return;
    // Who has gone elsewhere meanwhile stays there.
    dialog->setWayBack([go = context.go, workbook, page, tab, key, focus] {
        if (workbook->pageView() != page)
            return;
        go(tab, key);
        if (focus && focus->isVisible())
            focus->setFocus(Qt::OtherFocusReason);
    });
}

PageView *makePage(const PageContext &context, Tab tab, const Page &page)
{
    if (tab == Tab::Overview && page.key == u"dashboard")
        return new DashboardPage(context);
    if (tab == Tab::Funnel && page.key == u"funnel")
        return makeWithImport<FunnelPage>(context);
    if (tab == Tab::Funnel && page.key == u"numbers")
        return new NumbersView(context);
    if (tab == Tab::Funnel && page.key == u"trends")
        return makeWithImport<TrendsPage>(context);
    if (tab == Tab::Funnel && page.key == u"handovers")
        return new HandoverHealthPage(context);
    if (tab == Tab::Funnel && page.key == u"targets")
        return new PlanPage(context, page);
    if (tab == Tab::Funnel && page.key == u"changes")
        return makeWithImport<ChangesPage>(context);
    if (tab == Tab::Funnel && page.key == u"estimates")
        return new EstimatesPage(context, page);
    if (tab == Tab::Funnel && page.key == u"capacity")
        return new CapacityPage(context, page);
    if (tab == Tab::Funnel && page.key == u"pipeline")
        return new PipelinePage(context, page);
    if (tab == Tab::Crm && page.key == u"cash")
        return new CashPage(context, page);
    if (tab == Tab::Feedback && page.key == u"sla")
        return new SlaPage(context, page);
    if (tab == Tab::Plan && page.key == u"reviews")
        return new ReviewsPage(context, page);
    return new WorksheetPage(context, page);
}
