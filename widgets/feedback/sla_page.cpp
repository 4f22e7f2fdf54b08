#include "widgets/feedback/sla_page.h"

#include "widgets/charts/figure_table_view.h"
#include "widgets/controls/card.h"
#include "widgets/feedback/sla_table.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

SlaPage::SlaPage(const PageContext &context, const Page &page, QWidget *parent)
    : FiguresPage(context, page, {u"feedback_sla_worth"_s}, parent)
    , m_card(new Card)
    , m_figures(new FigureTableView)
{
    columnOf(m_card, tr("What the promised leads are worth"),
             tr("Worked out from “What the agreement is worth” below, for the same time as the quota."))
        ->addWidget(m_figures);
    m_figures->setAccessibleName(tr("What the promised leads are worth"));
    addCard(m_card);
}

void SlaPage::read()
{
    const QLocale locale;
    const SlaWorth worth = slaWorthOf(context().document.rows(u"feedback_sla_worth"_s).value(0));
    m_card->setVisible(worth.isBegun());
    m_figures->setFigures(slaTable(worth, locale));
}
