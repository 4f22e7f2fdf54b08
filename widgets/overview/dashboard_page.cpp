#include "widgets/overview/dashboard_page.h"

#include "models/overview/dashboard_texts.h"
#include "models/worksheet/date_text.h"
#include "widgets/controls/card.h"
#include "widgets/controls/chip.h"
#include "widgets/controls/gap_line.h"
#include "widgets/controls/text_label.h"
#include "widgets/overview/headline_card.h"
#include "widgets/shell/appearance.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int shownActions = 6;

TextLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new TextLabel(text, Theme::Role::Ink, parent);
    setTextStyle(label, TextStyle::Strong);
    return label;
}

QString pageWithSheet(const Catalogue &catalogue, const QString &table)
{
    const Page *page = catalogue.pageOf(table);
    return page ? page->key : QString();
}

} // namespace

DashboardPage::DashboardPage(const PageContext &context, QWidget *parent)
    : PageView(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, em(this));
    follow(context.document);
}

void DashboardPage::read()
{
    delete m_content;
    m_content = new QWidget(this);
    m_column->addWidget(m_content);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(this, 0.8));
    m_grid = new QGridLayout;
    m_grid->setSpacing(em(this, 0.8));
    m_below = new QBoxLayout(QBoxLayout::LeftToRight);
    m_below->setSpacing(em(this, 0.8));
    column->addLayout(m_grid);
    const Dashboard dashboard = dashboardOf(m_context.document, m_context.catalogue, QDate::currentDate());
    // Made in the order in which they are seen: so the keyboard and screen readers go through them.
    m_tabCards.clear();
    for (const Dashboard::TabLine &line : dashboard.tabs)
        m_tabCards.append(makeTabCard(line));
    if (!dashboard.headlines.figures.isEmpty()) {
        auto *headlines = new HeadlineCard(dashboard.headlines, m_content);
        connect(headlines, &HeadlineCard::funnelRequested, this,
                [this] { m_context.go(Tab::Funnel, u"funnel"_s); });
        column->addWidget(headlines);
    }
    column->addLayout(m_below);
    column->addStretch(1);
    m_alignment = makeAlignmentCard(dashboard);
    m_side = new QWidget(m_content);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(em(this, 0.8));
    side->addWidget(makeNextCard(dashboard));
    side->addWidget(makeWinCard(dashboard));
    side->addStretch();
    constexpr int alignmentShare = 3;
    constexpr int sideShare = 2;
    m_below->addWidget(m_alignment, alignmentShare, Qt::AlignTop);
    m_below->addWidget(m_side, sideShare);
    m_columns = 0;
    arrange();
    m_content->show(); // now, not when the layout comes to it
}

void DashboardPage::arrange()
{
    if (!m_grid)
        return; // not read yet
    constexpr int sideBySideEms = 52;
    constexpr int wideEms = 34;
    constexpr int middleEms = 24;
    const bool sideBySide = width() > em(this, sideBySideEms);
    const int columns = width() > em(this, wideEms) ? 4 : width() > em(this, middleEms) ? 2 : 1;
    m_below->setDirection(sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    if (columns == m_columns)
        return;
    m_columns = columns;
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0);
    for (int i = 0; i < m_tabCards.size(); ++i)
        m_grid->addWidget(m_tabCards.at(i), i / columns, i % columns);
    for (int i = 0; i < m_tabCards.size(); ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
}

void DashboardPage::resizeEvent(QResizeEvent *event)
{
    PageView::resizeEvent(event);
    arrange();
}

void DashboardPage::changeEvent(QEvent *event)
{
    PageView::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_grid)
        read();
}

QWidget *DashboardPage::makeLink(const QString &text, const QString &name, Tab tab, const QString &page)
{
    auto *button = new QPushButton(text, m_content);
    button->setAccessibleName(name);
    connect(button, &QPushButton::clicked, this, [this, tab, page] { m_context.go(tab, page); });
    return button;
}

QWidget *DashboardPage::makeTabCard(const Dashboard::TabLine &line)
{
    const TabDescription &tab = m_context.catalogue.tab(line.tab);
    auto *card = new Card(m_content);
    const bool signedByBoth
        = line.progress.marketing == SignatureState::Signed && line.progress.sales == SignatureState::Signed;
    if (line.warns)
        card->setWarningEdge();
    else
        card->setEdge(signedByBoth ? Team::Both : Team::None);
    auto *column = new QVBoxLayout(card);
    column->setSpacing(em(this, 0.25));
    column->addWidget(new TextLabel(locale().toString(static_cast<int>(line.tab)), Theme::Role::Muted, card));
    column->addWidget(heading(tab.label, card));
    column->addWidget(new TextLabel(DashboardTexts::signOff(line.progress), Theme::Role::Ink, card));
    if (!line.headline.isEmpty())
        column->addWidget(
            new TextLabel(line.headline, line.warns ? Theme::Role::Warning : Theme::Role::Ink, card));
    column->addWidget(
        new TextLabel(DashboardTexts::filled(line.progress, locale()), Theme::Role::Muted, card));
    column->addStretch();
    column->addWidget(makeLink(tr("Open"), tr("Open %1").arg(tab.label), line.tab, {}), 0, Qt::AlignLeading);
    return card;
}

QWidget *DashboardPage::makeAlignmentCard(const Dashboard &dashboard)
{
    auto *card = new Card(m_content);
    auto *column = new QVBoxLayout(card);
    column->addWidget(heading(tr("How aligned are we?"), card));
    const Alignment &alignment = dashboard.alignment;
    column->addWidget(new TextLabel(DashboardTexts::howAnswered(alignment), Theme::Role::Muted, card));
    if (alignment.answered > 0) {
        auto *signs = new QHBoxLayout; // as GapLine draws them
        signs->addWidget(new Chip(tr("● %1").arg(teamName(Team::Marketing)), Team::Marketing, card));
        signs->addWidget(new Chip(tr("■ %1").arg(teamName(Team::Sales)), Team::Sales, card));
        signs->addStretch();
        column->addLayout(signs);
    }
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(em(this, 0.8));
    grid->setVerticalSpacing(em(this, 0.4));
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    int row = 0;
    for (const RatedStatement &statement : dashboard.statements) {
        grid->addWidget(new TextLabel(statement.statement, Theme::Role::Ink, card), row, 0);
        auto *line = new GapLine(card);
        if (statement.gap()) // one side's answer alone would lead the other
            line->setScores(*statement.marketing, *statement.sales);
        else
            line->setAccessibleName(DashboardTexts::gap(statement));
        const bool wide = statement.gap().value_or(0) >= 2;
        auto *apart
            = new TextLabel(DashboardTexts::gap(statement), wide ? Theme::Role::Warning : Theme::Role::Muted,
                            card, TextLabel::Fit::Shortened);
        apart->setMinimumWidth(apart->sizeHint().width());
        grid->addWidget(line, row, 1);
        grid->addWidget(apart, row++, 2);
    }
    column->addLayout(grid);
    if (alignment.score) {
        const QString how
            = DashboardTexts::howScored(alignment, locale()) % u' ' % DashboardTexts::scoreRule();
        for (const QString &text : {DashboardTexts::alignment(dashboard, locale()), how})
            column->addWidget(new TextLabel(text, Theme::Role::Muted, card));
    }
    column->addWidget(makeLink(alignment.answered > 0 ? tr("Answer again") : tr("Answer the statements"), {},
                               Tab::Overview, pageWithSheet(m_context.catalogue, u"overview_statement"_s)),
                      0, Qt::AlignLeading);
    return card;
}

QWidget *DashboardPage::makeNextCard(const Dashboard &dashboard)
{
    auto *card = new Card(m_content);
    auto *column = new QVBoxLayout(card);
    column->addWidget(heading(tr("Next"), card));
    if (dashboard.nextReview.isValid()) {
        const int days = static_cast<int>(QDate::currentDate().daysTo(dashboard.nextReview));
        const QString when
            = days == 0 ? tr("Review today, %1") : tr("Review on %1, in %n day(s)", nullptr, days);
        column->addWidget(new TextLabel(
            when.arg(locale().toString(dashboard.nextReview, QLocale::LongFormat)), Theme::Role::Ink, card));
    }
    for (const Dashboard::Action &action :
         dashboard.actions.first(std::min<qsizetype>(shownActions, dashboard.actions.size()))) {
        QStringList about;
        if (action.team != Team::None)
            about.append(teamName(action.team));
        if (action.due.isValid())
            about.append(shortDate(action.due, locale()));
        QString text = action.what;
        if (!about.isEmpty())
            text += u" · "_s + about.join(u", "_s);
        column->addWidget(new TextLabel(action.overdue ? tr("Overdue: %1").arg(text) : text,
                                        action.overdue ? Theme::Role::Warning : Theme::Role::Ink, card));
    }
    if (dashboard.actions.isEmpty())
        column->addWidget(new TextLabel(tr("No open actions."), Theme::Role::Muted, card));
    else if (dashboard.actions.size() > shownActions)
        column->addWidget(new TextLabel(
            tr("and %n more", nullptr, static_cast<int>(dashboard.actions.size()) - shownActions),
            Theme::Role::Muted, card));
    column->addWidget(
        makeLink(tr("All actions"), {}, Tab::Plan, pageWithSheet(m_context.catalogue, u"plan_action"_s)), 0,
        Qt::AlignLeading);
    return card;
}

QWidget *DashboardPage::makeWinCard(const Dashboard &dashboard)
{
    auto *card = new Card(m_content);
    auto *column = new QVBoxLayout(card);
    column->addWidget(heading(tr("Recent wins"), card));
    for (const Dashboard::Win &win : dashboard.recentWins) {
        QStringList about{win.name};
        if (win.worth)
            about.append(win.worth->toText(locale()));
        if (win.on.isValid())
            about.append(shortDate(win.on, locale()));
        if (win.id != dashboard.recentWins.first().id)
            column->addSpacing(em(this, 0.4));
        column->addWidget(new TextLabel(about.join(u" · "_s), Theme::Role::Ink, card));
        if (!win.marketing.isEmpty())
            column->addWidget(new Chip(tr("Marketing: %1").arg(win.marketing), Team::Marketing, card));
        if (!win.sales.isEmpty())
            column->addWidget(new Chip(tr("Sales: %1").arg(win.sales), Team::Sales, card));
    }
    if (dashboard.recentWins.isEmpty()) {
        column->addWidget(
            new TextLabel(tr("No win written down yet. The next one names what both sides did for it."),
                          Theme::Role::Muted, card));
    }
    column->addWidget(
        makeLink(tr("All wins"), {}, Tab::Feedback, pageWithSheet(m_context.catalogue, u"feedback_win"_s)), 0,
        Qt::AlignLeading);
    return card;
}
