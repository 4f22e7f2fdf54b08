#include "widgets/funnel/figures_page.h"

#include "models/document/document.h"
#include "widgets/controls/worksheet_page.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/theme.h"

#include <QVBoxLayout>

FiguresPage::FiguresPage(const PageContext &context, const Page &page, const QSet<QString> &tables,
                         QWidget *parent)
    : PageView(parent)
    , m_context(context)
    , m_cards(new QVBoxLayout)
    , m_sheets(new WorksheetPage(context, page, this))
{
    m_cards->setSpacing(em(this, 0.7));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, em(this));
    column->setSpacing(em(this, 0.7));
    column->addLayout(m_cards);
    column->addWidget(m_sheets);
    column->addStretch(1);
    connect(m_sheets, &PageView::exampleChanged, this, &PageView::exampleChanged);
    follow(context.document, tables);
}

bool FiguresPage::canUseExample() const
{
    return m_sheets->canUseExample();
}

void FiguresPage::useExample()
{
    m_sheets->useExample();
}

void FiguresPage::showRow(const QString &table, qint64 id)
{
    m_sheets->showRow(table, id);
}

void FiguresPage::addCard(QWidget *card)
{
    m_cards->addWidget(card);
}

void FiguresPage::tell(const Result<void> &done)
{
    if (!done)
        m_context.notifier.report(done.error());
}
