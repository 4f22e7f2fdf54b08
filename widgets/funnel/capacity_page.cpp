#include "widgets/funnel/capacity_page.h"

#include "models/funnel/plan_store.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/controls/card.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/plan_tables.h"
#include "widgets/shell/appearance.h"

#include <QVBoxLayout>

CapacityPage::CapacityPage(const PageContext &context, const Page &page, QWidget *parent)
    : FiguresPage(context, page, planTables(), parent)
    , m_result(new TextLabel({}))
    , m_figures(new FigureTableView)
{
    auto *card = new Card;
    card->setAccessibleName(tr("What it comes to"));
    auto *column = new QVBoxLayout(card);
    auto *title = new TextLabel(tr("What it comes to"));
    setTextStyle(title, TextStyle::Heading);
    column->addWidget(title);
    column->addWidget(m_result);
    column->addWidget(m_figures);
    m_figures->setAccessibleName(tr("Capacity in a year"));
    addCard(card);
}

QString CapacityPage::result() const
{
    return m_result->text();
}

void CapacityPage::read()
{
    const QLocale locale;
    const CapacityInputs inputs = readPlan(context().document).capacity;
    const Capacity capacity = capacityOf(inputs);
    m_figures->setFigures(capacityTable(inputs, locale));
    if (!capacity.moreWon.value) {
        m_result->setText(capacity.moreWon.problem);
        return;
    }
    m_result->setText(tr("Moving nurture to marketing frees %1 hours a year: with the same people %2 more "
                         "conversations, and "
                         "%3 more won.")
                          .arg(capacity.freedHours.value->toText(locale, 0),
                               capacity.moreConversations.value->toText(locale, 1, false),
                               capacity.moreWon.value->toText(locale, 1, false)));
}
