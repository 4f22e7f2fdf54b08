#include "widgets/funnel/plan_page.h"

#include "models/arithmetic/share.h"
#include "models/funnel/currencies.h"
#include "models/funnel/pace.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/charts/pace_chart.h"
#include "widgets/charts/simulation_chart.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/choice_switch.h"
#include "widgets/funnel/plan_table.h"
#include "widgets/funnel/plan_tables.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/undoable_message.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array units{PlanUnit::Year, PlanUnit::Quarter, PlanUnit::Month, PlanUnit::WorkingDay};
constexpr int mostSeeds = 1'000'000;

QStringList unitLabels()
{
    QStringList labels;
    for (const PlanUnit unit : units)
        labels.append(planUnitLabel(unit));
    return labels;
}

FigureTableView *namedTable(const QString &name)
{
    auto *table = new FigureTableView;
    table->setAccessibleName(name);
    return table;
}

bool isKnown(const PlanPart &part)
{
    return std::any_of(part.counts.begin(), part.counts.end(),
                       [](const std::optional<qint64> &count) { return count.has_value(); });
}

// What became the targets: more than the plan's table shows where marketing brings a part of the goal.
QString usedText(FunnelPlan plan)
{
    const QString done
        = PlanPage::tr("The plan's numbers are the targets of its periods now, and its goal that of won "
                       "value; “Pace against the target” and coverage run against them.");
    if (plan.marketingShare.value_or(WholeShare) == WholeShare)
        return done;
    const QLocale locale;
    const auto deals = [&] { return locale.toString(targetsOf(plan).stages.last().count.value_or(0)); };
    const QString ofMarketing = deals();
    plan.marketingShare.reset();
    return done % u' '
        % PlanPage::tr("They are the whole house's, as every deal counts there: %1 × %2, of which %3 are to "
                       "come from marketing's leads.")
              .arg(deals(), plan.stages.last().name, ofMarketing);
}

} // namespace

PlanPage::PlanPage(const PageContext &context, const Page &page, DealReader deals, QWidget *parent)
    : FiguresPage(context, page, planTables() + funnelTables() + benchmarkTables(), parent)
    , m_model(context.document)
    , m_deals(std::move(deals))
    , m_unit(new ChoiceSwitch(tr("Shown for one"), unitLabels()))
    , m_rounding(new ChoiceSwitch(tr("Numbers"), {tr("Rounded up"), tr("Unrounded")}))
    , m_spreadBy(new ChoiceSwitch(
          tr("Parts"), {tr("Months"), tr("Quarters"), tr("Regions"), tr("Products"), tr("Sources")}))
    , m_seed(new QSpinBox)
    , m_useMeasured(new QPushButton)
    , m_useAsTargets(new QPushButton(tr("Use as targets")))
    , m_shares(new TextLabel({}, Theme::Role::Warning))
    , m_noCounts(new TextLabel({}, Theme::Role::Warning))
    , m_spread(namedTable(tr("The plan in parts")))
    , m_scenarios(namedTable(tr("What-if scenarios")))
    , m_benchmarks(namedTable(tr("Planned rates beside what others report")))
    , m_name(new QLineEdit)
    , m_chosen(new QComboBox)
    , m_takeOver(new QPushButton(tr("Take over as the plan")))
    , m_remove(new QPushButton(tr("Remove")))
{
    addCard(makePlanCard());
    addCard(makeSpreadCard());
    addCard(makeScenarioCard());
    addCard(makeBenchmarkCard());
    m_charts.setSingleShot(true);
    m_charts.setInterval(0);
    connect(&m_charts, &QTimer::timeout, this, &PlanPage::readCharts);
    connect(&m_simulations, &Simulations::known, this, [this] {
        showScenarioTable();
        if (m_simulation)
            showSimulation();
    });
}

QWidget *PlanPage::makePlanCard()
{
    auto *card = new Card;
    QVBoxLayout *column
        = columnOf(card, tr("From the goal back to the visitors"),
                   tr("Framed figures can be changed, in either direction: a rate changes what is needed, a "
                      "number at a stage changes the goal to what it reaches. Working days are Monday to "
                      "Friday, without holidays."));
    auto *tools = new QWidget;
    auto *flow = new FlowLayout(tools);
    flow->setContentsMargins({});
    flow->addWidget(m_unit);
    flow->addWidget(m_rounding);
    flow->addWidget(m_useMeasured);
    m_useMeasured->hide();
    connect(m_useMeasured, &QPushButton::clicked, this, &PlanPage::useMeasured);
    column->addWidget(tools);
    auto *refusal = new InlineBar(Severity::Warning, {});
    refusal->hide();
    column->addWidget(refusal);
    auto *table = new PlanTable(m_model, context().typing);
    column->addWidget(table);
    connect(refusal, &InlineBar::closed, refusal, &QWidget::hide);
    connect(table, &EntryTable::settled, refusal, &QWidget::hide);
    connect(&m_model, &PlanModel::refused, refusal, [refusal](const QString &message) {
        refusal->setText(message);
        refusal->show();
    });
    m_unit->setCurrent(
        static_cast<int>(std::find(units.begin(), units.end(), m_model.unit()) - units.begin()));
    connect(m_unit, &ChoiceSwitch::chosen, this,
            [this](int index) { m_model.setUnit(units.at(static_cast<size_t>(index))); });
    connect(m_rounding, &ChoiceSwitch::chosen, this, [this](int index) {
        m_model.setNumbers(index == 0 ? PlanModel::Numbers::RoundedUp : PlanModel::Numbers::Exact);
    });
    return card;
}

QWidget *PlanPage::makeSpreadCard()
{
    auto *card = new Card;
    QVBoxLayout *column = columnOf(card, tr("The plan in parts"),
                                   tr("By the weights of “Seasonality” and “Regions, products and sources” "
                                      "below; parts add up exactly."));
    auto *tools = new QWidget;
    auto *flow = new FlowLayout(tools);
    flow->setContentsMargins({});
    flow->addWidget(m_spreadBy);
    flow->addWidget(m_useAsTargets);
    m_useAsTargets->setToolTip(
        tr("What each stage of the whole house needs in each of these periods becomes its target there, and "
           "the goal the target of won value. Before they take the place of others, you are asked."));
    column->addWidget(tools);
    column->addWidget(m_shares);
    column->addWidget(m_spread);
    connect(m_spreadBy, &ChoiceSwitch::chosen, this, &PlanPage::showSpread);
    connect(m_useAsTargets, &QPushButton::clicked, this, &PlanPage::useAsTargets);
    return card;
}

QWidget *PlanPage::makeScenarioCard()
{
    auto *card = new Card;
    QVBoxLayout *column
        = columnOf(card, tr("What if"),
                   tr("The plan beside the scenarios you kept. A scenario has the plan's own "
                      "figures where it changes none. One that it moves out of the plan's range "
                      "stands fast when its chance is worked out."));
    column->addWidget(m_scenarios);
    column->addWidget(m_noCounts);
    auto *tools = new QWidget;
    auto *flow = new FlowLayout(tools);
    flow->setContentsMargins({});
    m_name->setAccessibleName(tr("Name of the scenario"));
    m_name->setPlaceholderText(tr("Name of the scenario"));
    m_name->setMinimumWidth(em(this, 12));
    auto *keepButton = new QPushButton(tr("Keep the plan as a scenario"));
    m_chosen->setAccessibleName(tr("Scenario"));
    m_chosen->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (QWidget *tool : std::initializer_list<QWidget *>{m_name, keepButton, m_chosen, m_takeOver, m_remove})
        flow->addWidget(tool);
    column->addWidget(tools);
    keepButton->setEnabled(false);
    connect(m_name, &QLineEdit::textChanged, keepButton, [this, keepButton](const QString &name) {
        keepButton->setEnabled(!name.trimmed().isEmpty() && !context().document.isReadOnly());
    });
    connect(m_name, &QLineEdit::returnPressed, this, &PlanPage::keep);
    connect(keepButton, &QPushButton::clicked, this, &PlanPage::keep);
    connect(m_takeOver, &QPushButton::clicked, this, &PlanPage::takeOver);
    connect(m_remove, &QPushButton::clicked, this, &PlanPage::remove);
    return card;
}

QWidget *PlanPage::makeBenchmarkCard()
{
    auto *card = new Card;
    QVBoxLayout *column
        = columnOf(card, tr("Planned rates beside what others report"),
                   tr("Sources contradict each other, and few say how they measured: a range to think about, "
                      "not a verdict. The ranges can be changed in “What others report” below."));
    column->addWidget(m_benchmarks);
    return card;
}

void PlanPage::showBenchmarks()
{
    const FigureTable table
        = benchmarkTable(m_model.inputs().plan, readBenchmarks(context().document), QLocale());
    m_benchmarks->setFigures(table);
    m_benchmarks->parentWidget()->setVisible(!table.rows.isEmpty());
}

void PlanPage::makeCharts()
{
    m_simulation = new SimulationChart;
    m_outcome = new TextLabel({});
    m_simulation->setNothingToShow(tr("Being worked out…"));
    m_pace = new PaceChart;
    m_seed->setAccessibleName(tr("Seed of the random numbers"));
    m_seed->setToolTip(tr("The same seed gives the same result, here and on every other machine."));
    m_seed->setPrefix(tr("Seed "));
    m_seed->setRange(1, mostSeeds);
    m_seed->setFocusPolicy(Qt::StrongFocus);
    auto *column = qobject_cast<QVBoxLayout *>(m_simulation->layout());
    column->insertWidget(1, m_outcome);
    column->insertWidget(2, m_seed, 0, Qt::AlignLeading);
    connect(m_seed, &QSpinBox::valueChanged, this, &PlanPage::showSimulation);
    addChart(m_simulation);
    addChart(m_pace);
}

void PlanPage::read()
{
    m_model.reload();
    showSpread();
    showScenarios();
    showBenchmarks();
    m_charts.start();
}

void PlanPage::readCharts()
{
    if (!m_simulation)
        makeCharts();
    showSimulation();
    const FunnelInputs inputs = readFunnel(context().document);
    showPace(inputs);
    offerMeasured(inputs);
}

// What the plan does not say yet, and the newest full period can tell.
void PlanPage::offerMeasured(const FunnelInputs &inputs)
{
    FunnelPlan plan = m_model.inputs().plan;
    if (!hasGaps(plan))
        return m_useMeasured->hide();
    const Grain grain = usualGrain(inputs.typed);
    const DealSummary deals = dealFigures(m_deals, context(), inputs.stages, grain);
    m_measured = newestFigures(inputs, deals, grain, QDate::currentDate(), Running::Unwanted,
                               currencyToShow(context().document, inputs, deals));
    const PlanGaps gaps = fillGaps(plan, m_measured);
    m_useMeasured->setVisible(gaps.period.isValid());
    m_useMeasured->setEnabled(!context().document.isReadOnly());
    if (!gaps.period.isValid())
        return;
    const QLocale locale;
    m_useMeasured->setText(tr("Fill in what %1 measured").arg(gaps.period.label(locale)));
    QStringList figures;
    if (gaps.dealSize)
        figures.append(tr("deal size %1").arg(plan.dealSize->toText(locale)));
    for (const int stage : gaps.rates)
        figures.append(tr("rate into %1 %2", "stage, rate")
                           .arg(plan.stages.at(stage).name, m_measured.stepRate(stage - 1).toText(locale)));
    m_useMeasured->setToolTip(tr("What the plan does not say yet: %1.").arg(figures.join(u", "_s)));
}

void PlanPage::useMeasured()
{
    FunnelPlan plan = m_model.inputs().plan;
    const PlanGaps gaps = fillGaps(plan, m_measured);
    tell(usePlanGaps(context().document, plan, gaps));
}

void PlanPage::showPace(const FunnelInputs &inputs)
{
    if (inputs.stages.isEmpty()) {
        m_pace->setPace({}, {});
        return;
    }
    const Stage &last = inputs.stages.last();
    const Grain grain = paceGrain(inputs.targets, last.id, usualGrain(inputs.typed));
    const DealSummary deals = dealFigures(m_deals, context(), inputs.stages, grain);
    Pace pace = paceOf(inputs.funnels(deals, grain, CountedBy::Event), inputs.targets, last.id,
                       Measure::Amount, grain, QDate::currentDate(), firstMonthOfYear(m_model.inputs().plan));
    noteOtherGrain(pace, usualGrain(inputs.typed));
    m_pace->setPace(pace, last.name);
}

void PlanPage::showSimulation()
{
    SimulationSettings settings;
    settings.seed = static_cast<quint64>(m_seed->value());
    const auto simulation = m_simulations.of(m_model.inputs().plan, settings);
    if (!simulation)
        return;
    m_simulation->setSimulation(*simulation);
    // Why there is none the chart itself says.
    m_outcome->setText(simulation->problem.isNone() ? simulationText(*simulation, QLocale()) : QString());
}

void PlanPage::showSpread()
{
    const auto parts = static_cast<PlanParts>(m_spreadBy->current());
    m_useAsTargets->setVisible(!areSegments(parts));
    const QList<PlanPart> all = partsOf(m_model.inputs(), parts);
    m_spread->setFigures(spreadTable(m_model.inputs(), all, QLocale()));
    m_shares->setText(areSegments(parts) ? shareRemark(segmentsOf(m_model.inputs(), parts), QLocale())
                                         : partsRemark(m_model.inputs(), parts));
    m_spread->setVisible(areSegments(parts) || !all.isEmpty());
    m_shares->setVisible(!m_shares->text().isEmpty());
    m_useAsTargets->setEnabled(!context().document.isReadOnly()
                               && std::any_of(all.begin(), all.end(), &isKnown));
}

void PlanPage::useAsTargets()
{
    const PlanInputs inputs = m_model.inputs(); // the edit reads the model's anew
    const Grain grain
        = static_cast<PlanParts>(m_spreadBy->current()) == PlanParts::Months ? Grain::Month : Grain::Quarter;
    const int replaced = targetsToReplace(context().document, inputs, grain);
    if (replaced > 0
        && context().notifier.questions().choose(
               this,
               tr("There are targets already. %1 of them would be replaced by the plan's: the counts of "
                  "all stages, and the won values, over which the goal of %2 is spread. Values of other "
                  "stages stay, as do targets of other periods and of segments.")
                   .arg(QLocale().toString(replaced),
                        inputs.plan.goal ? inputs.plan.goal->toText(QLocale()) : QString()),
               {tr("Leave them"), tr("Replace")})
            != 1)
        return;
    const Result<bool> used = usePlanAsTargets(context().document, inputs, grain);
    tell(used ? Result<void>() : Result<void>(used.error()));
    if (used && *used)
        showUndoable(context(), usedText(inputs.plan));
    else if (used)
        context().notifier.show(
            {.text = tr("The targets are the plan's numbers already: nothing was changed."), .ofPage = true});
}

void PlanPage::showScenarios()
{
    const PlanInputs &inputs = m_model.inputs();
    showScenarioTable();
    const QVariant chosen = m_chosen->currentData();
    m_chosen->clear();
    for (const PlanInputs::Scenario &scenario : inputs.scenarios)
        m_chosen->addItem(scenario.name, scenario.id);
    m_chosen->setCurrentIndex(std::max(0, m_chosen->findData(chosen)));
    const bool any = !inputs.scenarios.isEmpty();
    for (QWidget *tool : std::initializer_list<QWidget *>{m_chosen, m_takeOver, m_remove}) {
        tool->setVisible(any);
        tool->setEnabled(!context().document.isReadOnly());
    }
}

void PlanPage::showScenarioTable()
{
    const QLocale locale;
    m_noCounts->setText(scenarioRemarks(m_model.inputs()).join(u'\n'));
    m_noCounts->setVisible(!m_noCounts->text().isEmpty());
    m_scenarios->setFigures(scenarioTable(m_model.inputs(), locale, [&](const FunnelPlan &plan) {
        const auto simulation = m_simulations.of(plan);
        return simulation ? chanceText(*simulation, locale) : QString(QChar(0x2026));
    }));
}

void PlanPage::keep()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return;
    const Result<void> kept = keepScenario(context().document, name, m_model.inputs().plan);
    if (kept)
        m_name->clear();
    tell(kept);
}

void PlanPage::takeOver()
{
    const qint64 id = m_chosen->currentData().toLongLong();
    for (const PlanInputs::Scenario &scenario : m_model.inputs().scenarios)
        if (scenario.id == id)
            return tell(applyScenario(context().document, FunnelPlan(scenario.plan)));
}

void PlanPage::remove()
{
    tell(removeScenario(context().document, m_chosen->currentData().toLongLong()));
}
