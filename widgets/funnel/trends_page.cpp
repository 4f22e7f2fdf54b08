#include "widgets/funnel/trends_page.h"

#include "models/exchange/workbook_figures.h"
#include "models/funnel/currencies.h"
#include "widgets/charts/picture_menu.h"
#include "widgets/charts/trend_chart.h"
#include "widgets/charts/won_value_chart.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/sheet_view.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/currency_choice.h"
#include "widgets/funnel/grain_switch.h"
#include "widgets/funnel/no_numbers_card.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/theme.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

TrendsPage::TrendsPage(const PageContext &page, DealReader deals, QWidget *parent)
    : PageView(parent)
    , m_page(page)
    , m_deals(std::move(deals))
    , m_grain(new GrainSwitch)
    , m_shows(new ChoiceSwitch(tr("Lines show"), trendNames()))
    , m_currency(new CurrencyChoice)
    , m_rule(new TextLabel({}, Theme::Role::Muted))
    , m_tools(new Card)
    , m_empty(buildEmpty())
    , m_charts(new QVBoxLayout)
    , m_notes(new SheetView(*page.catalogue.sheet(u"funnel_note"_s), m_page, SheetView::Heading::Shown))
{
    m_grain->setGrain(usualGrain(readFunnel(page.document).typed));
    auto *tools = new FlowLayout(m_tools);
    tools->addWidget(m_grain);
    tools->addWidget(m_shows);
    tools->addWidget(m_currency);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, em(this));
    layout->setSpacing(em(this, 0.8));
    layout->addWidget(m_tools);
    layout->addWidget(m_empty);
    layout->addLayout(m_charts);
    layout->addWidget(m_rule);
    auto *notes = new Card;
    (new QVBoxLayout(notes))->addWidget(m_notes);
    layout->addWidget(notes);
    layout->addStretch(1);
    for (ChoiceSwitch *choice : std::initializer_list<ChoiceSwitch *>{m_grain, m_shows})
        connect(choice, &ChoiceSwitch::chosen, this, &TrendsPage::read);
    connect(m_currency, &QComboBox::activated, this, &TrendsPage::read);
    follow(page.document, funnelTables());
}

QWidget *TrendsPage::buildEmpty()
{
    auto *card = new NoNumbersCard(tr("Where are we heading?"),
                                   tr("Counts, rates and won value are drawn here as soon as there are "
                                      "numbers for one period, a point for each. Type them, or import an "
                                      "export of your CRM."),
                                   m_page.document.isReadOnly());
    connect(card, &NoNumbersCard::typeRequested, this, &TrendsPage::numbersRequested);
    connect(card, &NoNumbersCard::importRequested, this, &TrendsPage::importRequested);
    return card;
}

void TrendsPage::showRow(const QString &table, qint64 id)
{
    if (table == m_notes->sheet().table)
        m_notes->showRow(id);
}

void TrendsPage::makeCharts()
{
    m_trends = new TrendChart;
    m_won = new WonValueChart;
    for (ChartPanel *panel : std::initializer_list<ChartPanel *>{m_trends, m_won}) {
        m_charts->addWidget(panel);
        connect(panel, &ChartPanel::saveRequested, this,
                [this](const Picture &picture) { askAndSavePicture(picture, m_page.notifier, window()); });
    }
}

void TrendsPage::read()
{
    if (!m_trends)
        makeCharts();
    const Grain grain = m_grain->grain();
    const FunnelInputs inputs = readFunnel(m_page.document);
    const DealSummary deals = dealFigures(m_deals, m_page, inputs.stages, grain);
    m_currency->offer(m_page.document, inputs, deals);
    const QString currency = m_currency->currency();
    const QList<FunnelFigures> funnels = inputs.funnels(deals, grain, CountedBy::Event, currency);
    m_tools->setVisible(deals.rows > 0 || !inputs.typed.isEmpty()); // other grains may have some
    m_empty->setVisible(funnels.isEmpty());
    for (QWidget *part : {static_cast<QWidget *>(m_trends), static_cast<QWidget *>(m_won)})
        part->setVisible(!funnels.isEmpty());
    m_rule->setText(figuresRule(deals, CountedBy::Event, currency));
    m_rule->setVisible(!funnels.isEmpty() && !m_rule->text().isEmpty());
    QList<FunnelFigures> targets;
    for (const FunnelFigures &funnel : funnels)
        targets.append(inputs.targetFunnel(funnel.period, currency));
    const auto shows = static_cast<TrendChart::Shows>(m_shows->current());
    m_trends->setFigures({.funnels = funnels,
                          .notes = inputs.notes,
                          .targets = targets,
                          .velocities = shows == TrendChart::Shows::Velocity ? velocities(grain, currency)
                                                                             : QList<VelocityTrend>()},
                         shows);
    m_won->setFunnels(funnels, targets);
}

QString TrendsPage::rule() const
{
    return m_rule->text();
}

// Needs every won deal's cycle, which nothing else here does.
QList<VelocityTrend> TrendsPage::velocities(Grain grain, const QString &currency) const
{
    const auto report = readFunnelReport(m_page.document, currency, grain);
    if (!report)
        m_page.notifier.report(report.error());
    return report ? velocityTrends(report->outlookInputs()) : QList<VelocityTrend>();
}
