#include "app/pages.h"

#include "widgets/controls/worksheet_page.h"
#include "widgets/funnel/funnel_page.h"
#include "widgets/funnel/numbers_view.h"
#include "widgets/funnel/trends_page.h"
#include "widgets/overview/dashboard_page.h"

namespace {

PageView *makeFunnelPage(const PageContext &context)
{
    auto *page = new FunnelPage(context);
    QObject::connect(page, &FunnelPage::numbersRequested, page,
                     [&context] { context.go(Tab::Funnel, QStringLiteral("numbers")); });
    return page;
}

} // namespace

PageView *makePage(const PageContext &context, Tab tab, const Page &page)
{
    if (tab == Tab::Overview && page.key == u"dashboard")
        return new DashboardPage(context);
    if (tab == Tab::Funnel && page.key == u"funnel")
        return makeFunnelPage(context);
    if (tab == Tab::Funnel && page.key == u"numbers")
        return new NumbersView(context);
    if (tab == Tab::Funnel && page.key == u"trends")
        return new TrendsPage(context);
    return new WorksheetPage(context, page);
}
