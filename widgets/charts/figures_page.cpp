#include "widgets/charts/figures_page.h"

#include "models/document/document.h"
#include "widgets/charts/chart_panel.h"
#include "widgets/charts/picture_menu.h"
#include "widgets/controls/text_label.h"
#include "widgets/controls/worksheet_page.h"
#include "widgets/shell/appearance.h"
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
    m_sheets->setBelowOthers();
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

void FiguresPage::addChart(ChartPanel *chart)
{
    connect(chart, &ChartPanel::saveRequested, this,
            [this](const Picture &picture) { askAndSavePicture(picture, m_context.notifier, window()); });
    addCard(chart);
}

QVBoxLayout *FiguresPage::columnOf(Card *card, const QString &title, QWidget *help)
{
    card->setAccessibleName(title);
    auto *column = new QVBoxLayout(card);
    auto *heading = new TextLabel(title);
    setTextStyle(heading, TextStyle::Heading);
    column->addWidget(heading);
    column->addWidget(help);
    return column;
}

QVBoxLayout *FiguresPage::columnOf(Card *card, const QString &title, const QString &help)
{
    return columnOf(card, title, new TextLabel(help, Theme::Role::Muted));
}

void FiguresPage::tell(const Result<void> &done)
{
    if (!done)
        m_context.notifier.report(done.error());
}
