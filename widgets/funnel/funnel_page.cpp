#include "widgets/funnel/funnel_page.h"

#include "widgets/charts/figure_table_view.h"
#include "widgets/charts/funnel_view.h"
#include "widgets/controls/card.h"
#include "widgets/controls/chip.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/choice_switch.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QString unknown()
{
    return QString(QChar(0x2013));
}

QString moneyText(const DealTotals &totals, const QLocale &locale)
{
    QStringList texts;
    for (const Money &money : totals.value.sums())
        texts.append(money.toText(locale));
    return texts.isEmpty() ? unknown() : texts.join(u" + "_s);
}

QString dealSizeText(const DealSummary &deals, const QLocale &locale)
{
    QStringList texts;
    for (const Money &money : deals.won.value.sums()) {
        const Fraction size = deals.dealSize(money.currency);
        const auto minor = size.scaled(currencyDigits(money.currency));
        if (minor)
            texts.append(Money{*minor, money.currency}.toText(locale));
    }
    return texts.isEmpty() ? unknown() : texts.join(u" + "_s);
}

} // namespace

FunnelPage::FunnelPage(const PageContext &page, DealReader deals, QWidget *parent)
    : PageView(parent)
    , m_page(page)
    , m_deals(std::move(deals))
    , m_grain(new ChoiceSwitch(tr("Period"), {grainLabel(Grain::Month), grainLabel(Grain::Quarter)}))
    , m_measure(new ChoiceSwitch(tr("Figures"), {tr("Count"), tr("Value")}))
    , m_countedBy(new ChoiceSwitch(tr("Deals are counted"), {tr("Counted by entry"), tr("Counted by event")}))
    , m_now(new QComboBox)
    , m_before(new QComboBox)
    , m_rule(new TextLabel({}, Theme::Role::Muted))
    , m_content(new QWidget)
    , m_empty(buildEmpty())
    , m_funnel(new FunnelView)
    , m_table(new FigureTableView)
    , m_keyGrid(new QGridLayout)
    , m_keyFigures(buildKeyFigures())
{
    m_grain->setCurrent(1);
    m_countedBy->setCurrent(1);
    connect(m_funnel, &FunnelView::failed, this, [this](const QString &message) {
        m_page.notifier.show({.severity = Severity::Error, .text = message});
    });
    const auto carded = [](QWidget *widget) {
        auto *card = new Card;
        (new QVBoxLayout(card))->addWidget(widget);
        return card;
    };
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins({});
    content->addWidget(carded(m_funnel));
    content->addWidget(m_keyFigures);
    content->addWidget(carded(m_table));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, em(this));
    layout->setSpacing(em(this, 0.8));
    layout->addWidget(buildTools());
    layout->addWidget(m_empty);
    layout->addWidget(m_content);
    layout->addStretch(1);
    connect(&page.document, &Document::changed, this, &FunnelPage::onChanged);
}

QWidget *FunnelPage::buildTools()
{
    auto *tools = new Card;
    auto *layout = new QVBoxLayout(tools);
    auto *flow = new FlowLayout;
    auto *legend = new FlowLayout;
    legend->addWidget(new Chip(tr("Marketing generates"), Team::Marketing));
    legend->addWidget(new Chip(tr("Both nurture"), Team::Both));
    legend->addWidget(new Chip(tr("Sales closes"), Team::Sales));
    m_now->setAccessibleName(tr("Period shown"));
    m_before->setAccessibleName(tr("Period compared with"));
    auto *import = new QPushButton(themedIcon(u"import"_s), tr("Import from CRM…"));
    import->setEnabled(!m_page.document.isReadOnly());
    connect(import, &QPushButton::clicked, this, &FunnelPage::importRequested);
    for (QWidget *tool :
         std::initializer_list<QWidget *>{m_grain, m_now, m_before, m_measure, m_countedBy, import})
        flow->addWidget(tool);
    layout->addLayout(legend);
    layout->addLayout(flow);
    layout->addWidget(m_rule);
    for (ChoiceSwitch *choice : {m_grain, m_countedBy})
        connect(choice, &ChoiceSwitch::chosen, this, &FunnelPage::read);
    connect(m_measure, &ChoiceSwitch::chosen, this, &FunnelPage::present);
    for (QComboBox *box : {m_now, m_before}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(box, &QComboBox::activated, this, &FunnelPage::present);
    }
    return tools;
}

QWidget *FunnelPage::buildEmpty()
{
    auto *card = new Card;
    auto *layout = new QVBoxLayout(card);
    auto *title = new TextLabel(tr("How many reach each stage?"));
    scaleFont(title, 1.2, QFont::DemiBold);
    layout->addWidget(title);
    layout->addWidget(
        new TextLabel(tr("The funnel appears as soon as there are numbers for one period. Type them "
                         "or paste them from a spreadsheet, or import an export of your CRM.")));
    auto *buttons = new FlowLayout;
    auto *type = new QPushButton(tr("Type numbers"));
    type->setDefault(true);
    connect(type, &QPushButton::clicked, this, &FunnelPage::numbersRequested);
    auto *import = new QPushButton(themedIcon(u"import"_s), tr("Import from CRM…"));
    connect(import, &QPushButton::clicked, this, &FunnelPage::importRequested);
    for (QPushButton *button : {type, import}) {
        button->setEnabled(!m_page.document.isReadOnly());
        buttons->addWidget(button);
    }
    layout->addLayout(buttons);
    return card;
}

QWidget *FunnelPage::buildKeyFigures()
{
    auto *card = new Card;
    card->setLayout(m_keyGrid);
    return card;
}

void FunnelPage::onChanged(const QSet<QString> &tables)
{
    if (!tables.intersects(funnelTables()))
        return;
    m_stale = true;
    if (isVisible())
        read();
}

void FunnelPage::showEvent(QShowEvent *event)
{
    if (m_stale)
        read();
    PageView::showEvent(event);
}

void FunnelPage::read()
{
    m_stale = false;
    const Grain grain = m_grain->current() == 0 ? Grain::Month : Grain::Quarter;
    const CountedBy by = m_countedBy->current() == 0 ? CountedBy::Entry : CountedBy::Event;
    m_inputs = readFunnel(m_page.document);
    m_summary = dealFigures(m_deals, m_page, m_inputs.stages, grain);
    m_periods = m_inputs.funnels(m_summary, grain, by);
    offerPeriods();
    present();
}

// Keeps what was chosen while it is there; otherwise the newest period against the one before it.
void FunnelPage::offerPeriods()
{
    const QSignalBlocker quiet(m_now);
    const QSignalBlocker quietToo(m_before);
    const QString now = m_now->currentData().toString();
    const QString before = m_before->currentData().toString();
    const bool first = m_now->count() == 0;
    const QLocale locale;
    m_now->clear();
    m_before->clear();
    m_before->addItem(tr("not compared"), QString());
    for (auto it = m_periods.crbegin(); it != m_periods.crend(); ++it) {
        m_now->addItem(it->period.label(locale), it->period.key());
        m_before->addItem(tr("against %1").arg(it->period.label(locale)), it->period.key());
    }
    m_now->setCurrentIndex(std::max(0, m_now->findData(now)));
    const int kept = m_before->findData(before);
    if (first || kept < 0)
        m_before->setCurrentIndex(m_periods.size() > 1 ? 2 : 0);
    else
        m_before->setCurrentIndex(kept);
}

const FunnelFigures *FunnelPage::chosen(const QComboBox *box) const
{
    const QString key = box->currentData().toString();
    for (const FunnelFigures &funnel : m_periods)
        if (!key.isEmpty() && funnel.period.key() == key)
            return &funnel;
    return nullptr;
}

void FunnelPage::present()
{
    const FunnelFigures *now = chosen(m_now);
    m_empty->setVisible(!now);
    m_content->setVisible(now);
    for (QWidget *tool : std::initializer_list<QWidget *>{m_now, m_before, m_measure})
        tool->setVisible(now);
    m_countedBy->setVisible(m_summary.rows > 0);
    m_rule->setText(countingRule());
    m_rule->setVisible(m_summary.rows > 0);
    if (!now)
        return;
    const FunnelFigures *before = chosen(m_before);
    const FunnelQuestion question{.now = *now,
                                  .before = before == now ? nullptr : before,
                                  .measure = m_measure->current() == 0 ? Measure::Amount : Measure::Worth,
                                  .agreed = &m_inputs,
                                  .locale = QLocale()};
    const FigureTable table = funnelTable(question);
    m_funnel->setFunnel(funnelBands(question), table,
                        tr("Split funnel %1").arg(now->period.label(question.locale)));
    m_table->setFigures(table);
    showKeyFigures();
}

QString FunnelPage::countingRule() const
{
    return m_countedBy->current() == 0
        ? tr("Every deal counts, with all stages it has reached so far, in the period in which it began.")
        : tr("A deal counts in the period in which it began, and as won in the period in which it was "
             "closed.");
}

void FunnelPage::showKeyFigures()
{
    m_keyFigures->setVisible(m_summary.rows > 0);
    while (QLayoutItem *item = m_keyGrid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_summary.rows == 0)
        return;
    const QLocale locale;
    const auto days
        = [&](const Fraction &value) { return value.isValid() ? value.toText(locale, 1) : unknown(); };
    const QList<std::pair<QString, QString>> figures{
        {tr("Won deals"), locale.toString(m_summary.won.count)},
        {tr("Won value"), moneyText(m_summary.won, locale)},
        {tr("Lost deals"), locale.toString(m_summary.lost.count)},
        {tr("Open deals"), locale.toString(m_summary.open.count)},
        {tr("Win rate: won of won and lost"), m_summary.winRate().toText(locale)},
        {tr("Deal size"), dealSizeText(m_summary, locale)},
        {tr("Days from start to won, mean"), days(m_summary.meanCycleDays)},
        {tr("Days from start to won, median"), days(m_summary.medianCycleDays)},
    };
    auto *title = new TextLabel(tr("All imported deals"));
    scaleFont(title, 1.1, QFont::DemiBold);
    m_keyGrid->addWidget(title, 0, 0, 1, -1);
    constexpr int columns = 4;
    for (int i = 0; i < figures.size(); ++i) {
        auto *figure = new TextLabel(figures.at(i).second);
        scaleFont(figure, 1.3, QFont::DemiBold);
        figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
        figure->setAccessibleName(tr("%1: %2").arg(figures.at(i).first, figures.at(i).second));
        m_keyGrid->addWidget(figure, 1 + i / columns * 2, i % columns);
        m_keyGrid->addWidget(new TextLabel(figures.at(i).first, Theme::Role::Muted), 2 + i / columns * 2,
                             i % columns, Qt::AlignTop);
        m_keyGrid->setColumnStretch(i % columns, 1);
    }
}
