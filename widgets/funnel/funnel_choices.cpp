#include "widgets/funnel/funnel_choices.h"

#include "models/funnel/currencies.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/currency_choice.h"
#include "widgets/funnel/grain_switch.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/settings.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

const QString target = u"target"_s; // in place of a period's key

void offer(QComboBox *box, const QString &everything, const QStringList &names)
{
    const QSignalBlocker quiet(box);
    const QString chosen = box->currentData().toString();
    box->clear();
    box->addItem(everything, QString());
    for (const QString &name : names)
        box->addItem(name, name);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
    box->setVisible(!names.isEmpty());
}

} // namespace

FunnelChoices::FunnelChoices(Settings &settings, QWidget *parent)
    : Card(parent)
    , m_settings(settings)
    , m_grain(new GrainSwitch)
    , m_measure(new ChoiceSwitch(tr("Figures"), {tr("Count"), tr("Value")}))
    , m_currency(new CurrencyChoice)
    , m_widths(new ChoiceSwitch(tr("Widths"), {tr("Readable"), tr("To scale")}))
    , m_countedBy(new ChoiceSwitch(tr("Deals are counted"),
                                   {tr("By period of entry (cohort)"), tr("By period of the event")}))
    , m_now(new QComboBox)
    , m_before(new QComboBox)
    , m_region(new QComboBox)
    , m_product(new QComboBox)
    , m_source(new QComboBox)
    , m_import(new QPushButton(themedIcon(u"import"_s), tr("Import from CRM…")))
    , m_more(new QPushButton)
    , m_further(new QWidget)
    , m_rule(new TextLabel({}, Theme::Role::Muted))
{
    m_measure->setCurrent(settings.funnelByValue() ? 1 : 0);
    m_widths->setCurrent(settings.funnelToScale() ? 1 : 0);
    m_countedBy->setCurrent(settings.funnelByEntry() ? 0 : 1);
    build();
}

void FunnelChoices::build()
{
    m_now->setAccessibleName(tr("Period shown"));
    m_before->setAccessibleName(tr("Period compared with"));
    m_region->setAccessibleName(tr("Region"));
    m_product->setAccessibleName(tr("Product"));
    m_source->setAccessibleName(tr("Source"));
    auto *flow = new FlowLayout;
    for (QWidget *tool :
         std::initializer_list<QWidget *>{m_grain, m_now, m_before, m_measure, m_currency, m_more, m_import})
        flow->addWidget(tool);
    auto *further = new FlowLayout(m_further);
    for (QWidget *tool :
         std::initializer_list<QWidget *>{m_widths, m_countedBy, m_region, m_product, m_source})
        further->addWidget(tool);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({}); // as the tools of the other pages
    layout->addLayout(flow);
    layout->addWidget(m_further);
    m_more->setCheckable(true);
    m_more->setChecked(true);
    connect(m_more, &QPushButton::toggled, m_further, &QWidget::setVisible);
    for (ChoiceSwitch *choice : std::initializer_list<ChoiceSwitch *>{m_grain, m_countedBy})
        connect(choice, &ChoiceSwitch::chosen, this, [this] {
            remember();
            Q_EMIT readWanted();
        });
    for (ChoiceSwitch *choice : {m_measure, m_widths})
        connect(choice, &ChoiceSwitch::chosen, this, [this] {
            remember();
            Q_EMIT presentWanted();
        });
    connect(m_currency, &QComboBox::activated, this, &FunnelChoices::readWanted);
    for (QComboBox *box : {m_now, m_before, m_region, m_product, m_source})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_now, &QComboBox::activated, this, &FunnelChoices::onPeriodChosen);
    connect(m_before, &QComboBox::activated, this, [this] {
        m_comparesAsChosen = m_before->currentData() != m_now->itemData(m_now->currentIndex() + 1);
        Q_EMIT presentWanted();
    });
    for (QComboBox *box : {m_region, m_product, m_source})
        connect(box, &QComboBox::activated, this, [this] {
            showRules();
            Q_EMIT readWanted();
        });
    connect(m_import, &QPushButton::clicked, this, &FunnelChoices::importRequested);
    offerCuts({});
}

// In a low window the picture is worth more than all choices at once.
void FunnelChoices::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    constexpr int linesForAll = 48;
    if (!m_shown)
        m_more->setChecked(window()->height() >= em(this, linesForAll));
    m_shown = true;
}

// A choice that is folded away is not forgotten.
void FunnelChoices::nameMore()
{
    const qsizetype made = cut().names().size();
    m_more->setText(made > 0 ? tr("More choices (%1)").arg(QLocale().toString(made)) : tr("More choices"));
}

void FunnelChoices::remember()
{
    m_settings.setFunnelByValue(measure() == Measure::Worth);
    m_settings.setFunnelToScale(widths() == FunnelWidths::Linear);
    m_settings.setFunnelByEntry(countedBy() == CountedBy::Entry);
    showRules();
}

void FunnelChoices::setGrain(Grain grain)
{
    m_grain->setGrain(grain);
}

Grain FunnelChoices::grain() const
{
    return m_grain->grain();
}

CountedBy FunnelChoices::countedBy() const
{
    return m_countedBy->current() == 0 ? CountedBy::Entry : CountedBy::Event;
}

Measure FunnelChoices::measure() const
{
    return m_measure->current() == 0 ? Measure::Amount : Measure::Worth;
}

QString FunnelChoices::currency() const
{
    return m_currency->currency();
}

FunnelWidths FunnelChoices::widths() const
{
    return m_widths->current() == 0 ? FunnelWidths::Readable : FunnelWidths::Linear;
}

FunnelCut FunnelChoices::cut() const
{
    return {.segment = m_region->currentData().toString(),
            .source = m_source->currentData().toString(),
            .product = m_product->currentData().toString()};
}

QString FunnelChoices::now() const
{
    return m_now->currentData().toString();
}

QString FunnelChoices::before() const
{
    return isAgainstTarget() ? QString() : m_before->currentData().toString();
}

bool FunnelChoices::isAgainstTarget() const
{
    return m_before->currentData().toString() == target;
}

// The first time, the newest full period against the one before it.
void FunnelChoices::offerPeriods(const QList<FunnelFigures> &periods)
{
    const QSignalBlocker quiet(m_now);
    const QString shown = m_now->currentData().toString();
    const QLocale locale;
    const QDate today = QDate::currentDate();
    const int newest
        = static_cast<int>(periods.size() - 1 - newestFull(periods, today)); // as they are offered
    m_now->clear();
    for (auto it = periods.crbegin(); it != periods.crend(); ++it)
        m_now->addItem(it->period.labelOn(today, locale), it->period.key());
    const int still = m_now->findData(shown);
    m_now->setCurrentIndex(still >= 0 ? still : newest);
    offerComparisons();
}

// With all other periods. It goes along with the period shown, unless another was chosen on purpose.
void FunnelChoices::offerComparisons()
{
    const QSignalBlocker quiet(m_before);
    const QString chosen = m_before->currentData().toString();
    m_before->clear();
    m_before->addItem(tr("not compared"), QString());
    m_before->addItem(tr("against the target"), target);
    for (int i = 0; i < m_now->count(); ++i)
        if (i != m_now->currentIndex())
            m_before->addItem(tr("against %1").arg(m_now->itemText(i)), m_now->itemData(i));
    const int kept = m_comparesAsChosen ? m_before->findData(chosen) : -1;
    m_comparesAsChosen = kept >= 0;
    const QVariant previous = m_now->itemData(m_now->currentIndex() + 1);
    m_before->setCurrentIndex(kept >= 0 ? kept : std::max(0, m_before->findData(previous)));
}

// A comparison with what is now the same or a later period makes no sense any more.
void FunnelChoices::onPeriodChosen()
{
    const int compared = m_now->findData(m_before->currentData());
    m_comparesAsChosen &= compared < 0 || compared > m_now->currentIndex();
    offerComparisons();
    Q_EMIT presentWanted();
}

void FunnelChoices::offerCuts(const CutChoices &cuts)
{
    offer(m_region, tr("All regions"), cuts.regions);
    offer(m_product, tr("All products"), cuts.products);
    offer(m_source, tr("All sources"), cuts.sources);
    showRules();
}

void FunnelChoices::offerCurrencies(const Document &document, const FunnelInputs &inputs,
                                    const DealSummary &deals)
{
    m_currency->offer(document, inputs, deals);
}

void FunnelChoices::setDeals(const DealSummary &deals)
{
    m_deals = deals;
    m_countedBy->setVisible(m_deals.rows > 0);
    showRules();
}

void FunnelChoices::setHasFunnel(bool funnel)
{
    for (QWidget *tool : std::initializer_list<QWidget *>{m_now, m_before, m_measure, m_widths, m_more})
        tool->setVisible(funnel);
    m_currency->setVisible(funnel && m_currency->count() > 0 && measure() == Measure::Worth);
}

void FunnelChoices::setImportEnabled(bool enabled)
{
    m_import->setEnabled(enabled);
}

QString FunnelChoices::cutNames() const
{
    QStringList parts;
    for (const QString &part : cut().names())
        parts.append(tr("“%1”").arg(part));
    return parts.join(tr(" and "));
}

QString FunnelChoices::cutRule() const
{
    const FunnelCut chosen = cut();
    if (chosen.isWhole())
        return {};
    const QString rule = chosen.names().size() == 1
        ? tr("Shown are only %1: numbers typed for it, and imported rows that name it.").arg(cutNames())
        : tr("Shown are only the imported rows that name %1 at once.").arg(cutNames());
    return rule + u' '
        + tr("The log of handovers does not tell these apart: what is shown of handovers and their contracts "
             "is of the whole house.");
}

void FunnelChoices::showRules()
{
    QStringList rules;
    if (m_deals.rows > 0)
        rules.append(countingRule(m_deals, countedBy()));
    if (measure() == Measure::Worth)
        rules.append(currencyRule(m_deals, currency()));
    if (const QString rule = cutRule(); !rule.isEmpty())
        rules.append(rule);
    rules.removeAll(QString());
    nameMore();
    m_rule->setText(rules.join(u'\n'));
    m_rule->setVisible(!rules.isEmpty());
}
