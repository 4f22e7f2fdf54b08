#include "models/document/ids.h"
#include "models/funnel/estimates.h"
#include "models/funnel/funnel_edits.h"
#include "models/funnel/simulation.h"
#include "tests/support/made_import.h"
#include "tests/support/page_bench.h"
#include "tests/support/scripted_questions.h"
#include "widgets/charts/amount_bars_chart.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/charts/picture_menu.h"
#include "widgets/charts/simulation_chart.h"
#include "widgets/charts/waterfall_chart.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/capacity_page.h"
#include "widgets/funnel/changes_page.h"
#include "widgets/funnel/estimates_page.h"
#include "widgets/funnel/pipeline_page.h"
#include "widgets/funnel/plan_page.h"
#include "widgets/funnel/plan_table.h"
#include "widgets/funnel/plan_tables.h"
#include "widgets/funnel/simulations.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/questions.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

template <class Widget> Widget *named(const QWidget &page, const QString &name)
{
    for (Widget *widget : page.findChildren<Widget *>())
        if (widget->accessibleName() == name)
            return widget;
    return nullptr;
}

QPushButton *button(const QWidget &page, const QString &text)
{
    for (QPushButton *found : page.findChildren<QPushButton *>())
        if (found->text() == text)
            return found;
    return nullptr;
}

QString cellText(const FigureTableView &table, int row, int column)
{
    return table.item(row, column)->text();
}

} // namespace

// The pages of the split funnel that calculate.
class PlanPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void planIsEditedInItsTable();
    void whatIsMeasuredFillsThePlan();
    void targetsAreReplacedOnceThatIsWanted();
    void scenariosStandBesideThePlan();
    void manySimulationsComeToAnEnd();
    void changesAddUp();
    void changesBySegmentAddUp();
    void changesByRegionAndByProductOfOneFile();
    void waterfallIsTakenAlong();
    void ratesStandBesideWhatOthersReport();
    void nothingToCompareIsSaid();
    void estimateIsRevealedTogether();
    void estimatesTellTheStepTheyAreOf();
    void estimateIsHeldAgainstWhatIsOver();
    void capacityIsBesideTheForm();
    void pipelineIsWorkedOut();
    void pipelineSaysWhatIsMissing();
    void ratesHaveAsManyDecimals();

private:
    Appearance m_appearance;
};

void PlanPagesTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_appearance.apply(ThemeMode::Light, 100);
}

void PlanPagesTest::planIsEditedInItsTable()
{
    PageBench bench(u"example"_s);
    PlanPage page(bench.context, bench.page(u"targets"_s));
    page.resize(900, 2000);
    page.show();
    auto *table = page.findChild<PlanTable *>();
    QVERIFY(table);
    const int won = 3;
    const QModelIndex number = page.plan().index(won, PlanModel::Number);
    QVERIFY(table->sizeHintForIndex(number.siblingAtColumn(PlanModel::Step)).width()
            >= table->fontMetrics().horizontalAdvance(u"Won · Sales"_s));
    QCOMPARE(number.data().toString(), u"84"_s);
    table->setCurrentIndex(number);
    QTest::keyClick(table, Qt::Key_F2);
    auto *editor = table->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(u"60"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(page.plan().inputs().plan.goal, (Money{115'000'000, u"EUR"_s}));
    const auto *refusal = table->parentWidget()->findChild<InlineBar *>();
    QVERIFY(!refusal->isVisible());
    page.plan().setData(number, u"some"_s);
    QVERIFY(refusal->isVisible());
    QVERIFY(refusal->text().startsWith(u"Won, "_s));
}

void PlanPagesTest::whatIsMeasuredFillsThePlan()
{
    PageBench bench(u"example"_s);
    PlanPage page(bench.context, bench.page(u"targets"_s));
    page.resize(900, 2000);
    page.show();
    const auto fill = [&page] {
        for (auto *found : page.findChildren<QPushButton *>())
            if (found->text().startsWith(u"Fill in what"_s))
                return found;
        return static_cast<QPushButton *>(nullptr);
    };
    QTRY_VERIFY(page.findChild<SimulationChart *>()); // it is offered when the charts are made
    QVERIFY(!fill() || !fill()->isVisible()); // the example's plan says everything
    QVERIFY(bench.workbook.document().edit(u"Empty the plan"_s, [](const Database &database) {
        database.execute(u"UPDATE funnel_plan SET deal_size = NULL, deal_size_currency = NULL"_s);
        database.execute(u"DELETE FROM funnel_plan_rate WHERE position > (SELECT min(position) FROM "
                         "funnel_plan_rate)"_s);
    }));
    QTRY_VERIFY(fill() && fill()->isVisible());
    QVERIFY2(fill()->toolTip().contains(u"deal size"), qPrintable(fill()->toolTip()));
    const auto kept = page.plan().inputs().plan.rates.at(1).likely;
    QVERIFY(kept);
    QTest::mouseClick(fill(), Qt::LeftButton);
    const FunnelPlan &plan = page.plan().inputs().plan;
    QVERIFY(plan.dealSize);
    QCOMPARE(plan.rates.at(1).likely, kept);
    const FunnelInputs inputs = readFunnel(bench.workbook.document());
    const FunnelFigures newest
        = newestFigures(inputs, {}, usualGrain(inputs.typed), QDate::currentDate(), Running::Unwanted, {});
    QCOMPARE(*plan.rates.at(2).likely, *newest.stepRate(1).value().scaled(6));
    QCOMPARE(plan.rates.at(2).measured()->toFraction(), newest.stepRate(1).value()); // not cut short
    QCOMPARE(plan.rates.at(2).from, plan.stages.at(1).name);
    QVERIFY(!plan.rates.at(1).measured());
    QVERIFY(keepScenario(bench.workbook.document(), u"As measured"_s, FunnelPlan(plan)));
    const PlannedRate &kept2 = page.plan().inputs().scenarios.last().plan.rates.at(2);
    QCOMPARE(kept2.measured(), page.plan().inputs().plan.rates.at(2).measured());
    QVERIFY(bench.workbook.document().undo().ok());
    QTRY_VERIFY(!fill()->isVisible());
    QVERIFY(bench.workbook.document().undo().ok());
    QTRY_VERIFY(fill()->isVisible());
    QVERIFY(!page.plan().inputs().plan.dealSize);
}

void PlanPagesTest::ratesStandBesideWhatOthersReport()
{
    PageBench bench(u"example"_s);
    PlanPage page(bench.context, bench.page(u"targets"_s));
    page.show();
    const FigureTableView &table = *page.benchmarks();
    QVERIFY(table.rowCount() > 10);
    QCOMPARE(cellText(table, 0, 0), u"Leads of Visitors"_s);
    QVERIFY(cellText(table, 0, 1).contains(u"2026"));
    QCOMPARE(cellText(table, 0, 2), u"4.8\u00a0% likely, 4.4\u00a0% to 5.2\u00a0%"_s);
    QCOMPARE(cellText(table, 5, 2), u"50.0\u00a0% likely, 46.0\u00a0% to 54.0\u00a0%"_s); // as many decimals
    QCOMPARE(cellText(table, 0, 3), u"1\u00a0% to 5\u00a0%"_s);
}

void PlanPagesTest::targetsAreReplacedOnceThatIsWanted()
{
    PageBench bench(u"example"_s);
    auto asking = std::make_unique<ScriptedQuestions>();
    ScriptedQuestions &questions = *asking;
    Notifier notifier(std::move(asking));
    Document &document = bench.workbook.document();
    const PageContext context{document, bench.workbook.catalogue(), notifier, bench.settings, bench.typing};
    PlanPage page(context, bench.page(u"targets"_s));
    page.show();
    const QString before = contentOf(document);
    QPushButton *use = button(page, u"Use as targets"_s);
    questions.choices = {std::nullopt, 1};
    use->click();
    QCOMPARE(questions.asked.size(), 1);
    QVERIFY2(questions.asked.first().contains(u"24 of them would be replaced"_s),
             qPrintable(questions.asked.first()));
    QCOMPARE(contentOf(document), before);
    use->click();
    QVERIFY(contentOf(document) != before);
    // More than the 84 that the plan's table shows.
    QVERIFY2(notifier.texts().value(0).contains(u"140 × Won, of which 84"_s),
             qPrintable(notifier.texts().join(u' ')));
    use->click(); // nothing is left to be replaced
    QCOMPARE(questions.asked.size(), 2);
}

void PlanPagesTest::scenariosStandBesideThePlan()
{
    PageBench bench(u"example"_s);
    PlanPage page(bench.context, bench.page(u"targets"_s));
    page.show();
    QCOMPARE(page.scenarios()->columnCount(), 4);
    const int chance = page.scenarios()->rowCount() - 1;
    QCOMPARE(cellText(*page.scenarios(), chance, 0), u"Chance of the goal"_s);
    QTRY_COMPARE(cellText(*page.scenarios(), chance, 1),
                 chanceText(simulate(page.plan().inputs().plan), QLocale()));
    // As many decimals as the others beside it.
    Simulation three;
    three.runs = 4;
    three.reached = 3;
    QCOMPARE(chanceText(three, QLocale()), u"75.0\u00a0%"_s);
    const QString outcome = simulationText(simulate(page.plan().inputs().plan), QLocale());
    const auto saysOutcome = [&page, &outcome] {
        const auto labels = page.findChildren<TextLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&outcome](const TextLabel *label) { return label->text() == outcome; });
    };
    QTRY_VERIFY(saysOutcome());
    auto *name = named<QLineEdit>(page, u"Name of the scenario"_s);
    QPushButton *keep = button(page, u"Keep the plan as a scenario"_s);
    QVERIFY(name && keep && !keep->isEnabled());
    name->setText(u"Today"_s);
    keep->click();
    QCOMPARE(page.scenarios()->columnCount(), 5);
    QCOMPARE(page.scenarios()->horizontalHeaderItem(4)->text(), u"Today"_s);
    for (int row = 0; row < page.scenarios()->rowCount(); ++row)
        QCOMPARE(cellText(*page.scenarios(), row, 4), cellText(*page.scenarios(), row, 1));
    auto *chosen = named<QComboBox>(page, u"Scenario"_s);
    chosen->setCurrentIndex(1);
    button(page, u"Take over as the plan"_s)->click();
    QCOMPARE(page.plan().inputs().plan.dealSize, (Money{890'000, u"EUR"_s}));
    button(page, u"Remove"_s)->click();
    QCOMPARE(page.scenarios()->columnCount(), 4);
}

// However many scenarios there are, each is worked out once.
void PlanPagesTest::manySimulationsComeToAnEnd()
{
    constexpr int scenarios = 70;
    Simulations simulations;
    int unknown = -1;
    const auto ask = [&] {
        unknown = 0;
        for (int i = 1; i <= scenarios; ++i) {
            FunnelPlan plan;
            plan.marketingShare = i;
            unknown += simulations.of(plan) ? 0 : 1;
        }
    };
    connect(&simulations, &Simulations::known, this, ask);
    ask();
    QTRY_COMPARE(unknown, 0);
}

void PlanPagesTest::changesAddUp()
{
    PageBench bench(u"example"_s);
    ChangesPage page(bench.context);
    page.resize(900, 900);
    page.show();
    page.chart()->showTable(true);
    auto *table = page.chart()->findChild<FigureTableView *>();
    QCOMPARE(table->rowCount(), 8);
    QCOMPARE(cellText(*table, 0, 0), u"Volume: Visitors"_s);
    QCOMPARE(cellText(*table, 7, 3), u"+€84,000"_s);
    static const QRegularExpression cents(u"\\.\\d\\d$"_s);
    for (int row = 0; row < 8; ++row) // they say nothing beside thousands
        QVERIFY2(!cellText(*table, row, 3).contains(cents), qPrintable(cellText(*table, row, 3)));
    qint64 sum = 0;
    for (int row = 0; row < 7; ++row)
        sum += cellText(*table, row, 3)
                   .remove(u"€"_s)
                   .remove(u","_s)
                   .replace(QChar(0x2212), u"-"_s)
                   .toLongLong();
    QCOMPARE(sum, 84'000); // as they are shown
    QVERIFY(!page.notes().isEmpty());
    auto *from = named<QComboBox>(page, u"From"_s);
    from->setCurrentIndex(0);
    Q_EMIT from->activated(0);
    QVERIFY(cellText(*table, 7, 3) != u"+€84,000"_s);
}

void PlanPagesTest::changesBySegmentAddUp()
{
    PageBench bench(u"example"_s);
    ChangesPage page(bench.context);
    page.resize(900, 900);
    page.show();
    button(page, u"Source"_s)->click();
    const FigureTable table = page.chart()->picture().table;
    QCOMPARE(table.rows.size(), 6); // five sources have it all between them
    QCOMPARE(table.rows.first().first(), u"Trade fairs"_s);
    QCOMPARE(table.rows.first().last(), u"+€38,000"_s);
    QCOMPARE(table.rows.last().last(), u"+€84,000"_s);
    QVERIFY(!page.notes().isEmpty());
    button(page, u"Product"_s)->click();
    QVERIFY(page.chart()->picture().table.rows.isEmpty());
    button(page, u"Region"_s)->click();
    QCOMPARE(page.chart()->picture().table.rows.size(), 4);
}

void PlanPagesTest::changesByRegionAndByProductOfOneFile()
{
    PageBench bench(u"blank"_s);
    QVERIFY(
        importInto(bench.context.document,
                   "Deal ID,Stage,Created,Closed,Amount,Region,Product\n"
                   "1,Won,2026-01-05,2026-02-01,100,North,Cell\n2,Won,2026-01-05,2026-05-01,300,South,Cell\n"
                   "3,Won,2026-01-05,2026-05-01,50,South,Arm\n")
            .ok());
    ChangesPage page(bench.context);
    page.resize(900, 900);
    page.show();
    const auto changesBy = [&page](const QString &kind) {
        QStringList changes;
        button(page, kind)->click();
        for (const QStringList &row : page.chart()->picture().table.rows)
            changes.append(row.first() + u' ' + row.last());
        return changes;
    };
    QCOMPARE(changesBy(u"Region"_s), (QStringList{u"South +€350"_s, u"North −€100"_s, u"Together +€250"_s}));
    QCOMPARE(changesBy(u"Product"_s), (QStringList{u"Cell +€200"_s, u"Arm +€50"_s, u"Together +€250"_s}));
}

void PlanPagesTest::waterfallIsTakenAlong()
{
    PageBench bench(u"example"_s);
    ChangesPage page(bench.context);
    page.resize(900, 900);
    page.show();
    const Picture picture = page.chart()->picture();
    QCOMPARE(picture.table.rows.size(), 8);
    for (const QString &kind : {u"png"_s, u"svg"_s}) {
        const QString file = bench.workbook.filePath(u"changed."_s + kind);
        QVERIFY(savePicture(picture, file));
        QVERIFY(QFile(file).size() > 1000);
    }
}

void PlanPagesTest::nothingToCompareIsSaid()
{
    PageBench bench(u"blank"_s);
    ChangesPage page(bench.context);
    QSignalSpy numbers(&page, &ChangesPage::numbersRequested);
    QSignalSpy import(&page, &ChangesPage::importRequested);
    page.show();
    QVERIFY(!page.chart()->isVisible());
    button(page, u"Type numbers"_s)->click();
    button(page, u"Import from CRM…"_s)->click();
    QCOMPARE(numbers.size(), 1);
    QCOMPARE(import.size(), 1);
    const Document &document = bench.context.document;
    for (const QString &period : {u"2026-04-01"_s, u"2026-07-01"_s}) {
        QVERIFY(button(page, u"Type numbers"_s)->isVisible()); // there is still nothing to compare
        QVERIFY(bench.context.document.edit(u"Type"_s, [&](const Database &database) {
            database.insert(u"funnel_number"_s,
                            {{u"id"_s, newId()},
                             {u"position"_s, newId()},
                             {u"stage"_s, readStages(document).last().id},
                             {u"grain"_s, u"quarter"_s},
                             {u"period_start"_s, period},
                             {u"amount"_s, 3}});
        }));
    }
    QTRY_VERIFY(page.chart()->isVisible());
    QVERIFY(!button(page, u"Type numbers"_s)->isVisible());
}

void PlanPagesTest::estimateIsRevealedTogether()
{
    PageBench bench(u"example"_s);
    EstimatesPage page(bench.context, bench.page(u"estimates"_s));
    page.show();
    const qsizetype before = readEstimates(bench.workbook.document()).size();
    const auto *card = named<QWidget>(page, u"Estimate blind"_s);
    QVERIFY(card);
    auto *marketing = named<QLineEdit>(*card, u"Marketing believes"_s);
    auto *sales = named<QLineEdit>(*card, u"Sales believes"_s);
    QPushButton *reveal = button(*card, u"Show both and the actual figure"_s);
    QVERIFY(marketing && sales && reveal);
    QCOMPARE(marketing->echoMode(), QLineEdit::Password);
    QTest::keyClicks(marketing, u"5"_s);
    QVERIFY(!reveal->isEnabled());
    QVERIFY(page.result().isEmpty());
    QTest::keyClicks(sales, u"much"_s);
    reveal->click();
    const auto *refusal = card->findChild<InlineBar *>(); // where it was typed, and nowhere else
    QVERIFY(refusal && refusal->isVisible());
    QVERIFY(refusal->text().contains(u"Sales believes"_s) && !refusal->text().contains(u"much"));
    QVERIFY(bench.notifier.texts().isEmpty());
    sales->clear();
    QVERIFY(!refusal->isVisible()); // it is being mended
    QTest::keyClicks(sales, u"3.5"_s);
    reveal->click();
    QVERIFY2(page.result().contains(u"marketing believed 5.0\u00a0%, sales 3.5\u00a0%. In Q3 2026 it was"),
             qPrintable(page.result()));
    QVERIFY(marketing->text().isEmpty() && sales->text().isEmpty());
    QVERIFY(qobject_cast<QComboBox *>(page.focusWidget())); // goes on with the next step's rate
    const QList<BlindEstimate> estimates = readEstimates(bench.workbook.document());
    QCOMPARE(estimates.size(), before + 1);
    QCOMPARE(estimates.last().sales, 35'000);
    QVERIFY(!page.result().contains(u"is that meant?"));
    QVERIFY(estimates.last().actual.has_value());
    marketing->setText(u"120"_s);
    sales->setText(u"5"_s);
    reveal->click();
    QVERIFY2(page.result().endsWith(u"Marketing's 120.0\u00a0% is more than 100 %: is that meant?"_s),
             qPrintable(page.result()));
}

// What was estimated before is of the step as it was then.
void PlanPagesTest::estimatesTellTheStepTheyAreOf()
{
    PageBench bench(u"example"_s);
    Document &document = bench.workbook.document();
    EstimatesPage page(bench.context, bench.page(u"estimates"_s));
    page.show();
    const auto *gaps = page.findChild<FigureTableView *>();
    QVERIFY(gaps);
    QCOMPARE(gaps->item(0, 1)->text(), u"SQL of MQL"_s);
    QVERIFY(moveStage(document, readStages(document), 3, 2)); // SQL before MQL
    QTRY_COMPARE(gaps->item(0, 1)->text(), u"SQL of MQL; the step is now of Leads"_s);
    QVERIFY(document.edit(u"An older file"_s, [](const Database &database) {
        database.execute(u"UPDATE funnel_estimate SET from_stage = NULL"_s);
    }));
    QTRY_COMPARE(gaps->item(0, 1)->text(), u"into SQL"_s);
}

// A quarter that is not over has only a part of its figures.
void PlanPagesTest::estimateIsHeldAgainstWhatIsOver()
{
    PageBench bench(u"example"_s);
    const QDate today = QDate::currentDate();
    QVERIFY(bench.workbook.document().edit(u"Type"_s, [&](const Database &database) {
        for (const Period &period : {Period::containing(today, Grain::Quarter).next(),
                                     Period::containing(today, Grain::Quarter).plus(2)})
            for (const Stage &stage : readStages(bench.workbook.document()))
                database.insert(u"funnel_number"_s,
                                {{u"id"_s, newId()},
                                 {u"position"_s, newId()},
                                 {u"stage"_s, stage.id},
                                 {u"grain"_s, u"quarter"_s},
                                 {u"period_start"_s, period.start.toString(Qt::ISODate)},
                                 {u"amount"_s, 100}});
    }));
    EstimatesPage page(bench.context, bench.page(u"estimates"_s));
    page.show();
    named<QLineEdit>(page, u"Marketing believes"_s)->setText(u"5"_s);
    named<QLineEdit>(page, u"Sales believes"_s)->setText(u"4"_s);
    button(page, u"Show both and the actual figure"_s)->click();
    const BlindEstimate estimate = readEstimates(bench.workbook.document()).last();
    QVERIFY(estimate.period.isValid());
    QVERIFY2(estimate.period.end() <= today, qPrintable(estimate.period.key()));
}

void PlanPagesTest::capacityIsBesideTheForm()
{
    PageBench bench(u"example"_s);
    CapacityPage page(bench.context, bench.page(u"capacity"_s));
    page.show();
    QVERIFY2(page.result().contains(u"frees 532 hours a year"), qPrintable(page.result()));
    QVERIFY(bench.workbook.document().edit(u"Reps"_s, [](const Database &database) {
        database.execute(u"UPDATE funnel_capacity SET reps = NULL"_s);
    }));
    QVERIFY(page.result().contains(u"Reps"));
}

void PlanPagesTest::pipelineIsWorkedOut()
{
    PageBench bench(u"example"_s);
    PipelinePage page(bench.context, bench.page(u"pipeline"_s));
    page.resize(900, 900);
    page.show();
    QCOMPARE(cellText(*page.figures(), 0, 2), u"24.46\u00a0%"_s); // 34 of 139 closed
    QCOMPARE(cellText(*page.figures(), 3, 2), u"€11,765"_s);
    const Picture picture = page.stages()->picture();
    QCOMPARE(picture.table.rows.last().last(), u"€288,120"_s);
    QCOMPARE(page.sources()->rowCount(), 5);
    auto *period = named<QComboBox>(page, u"Which period"_s);
    QCOMPARE(period->currentText(), u"Q3 2026"_s);
    period->setCurrentIndex(0);
    Q_EMIT period->activated(0);
    QCOMPARE(cellText(*page.figures(), 0, 2), u"24.9\u00a0%"_s);
    for (const QString &kind : {u"png"_s, u"svg"_s}) {
        const QString file = bench.workbook.filePath(u"pipeline."_s + kind);
        QVERIFY(savePicture(picture, file));
        QVERIFY(QFile(file).size() > 1000);
    }
}

void PlanPagesTest::pipelineSaysWhatIsMissing()
{
    PageBench bench(u"blank"_s);
    PipelinePage page(bench.context, bench.page(u"pipeline"_s));
    page.show();
    for (int row = 0; row < page.figures()->rowCount(); ++row)
        QVERIFY(cellText(*page.figures(), row, 1).startsWith(u"Cannot be worked out"));
    QVERIFY(page.stages()->picture().table.rows.isEmpty());
}

// In one column, 25.00 % stands below 12.25 %.
void PlanPagesTest::ratesHaveAsManyDecimals()
{
    PlanInputs inputs;
    inputs.plan.stages
        = {{.id = 1, .name = u"Leads"_s}, {.id = 2, .name = u"SQL"_s}, {.id = 3, .name = u"Won"_s}};
    inputs.plan.rates.resize(3);
    inputs.plan.rates[1].likely = 122'500;
    inputs.plan.rates[2].likely = 250'000;
    const FigureTable table = planTable(inputs, QLocale::c());
    QStringList rates;
    for (const QStringList &row : table.rows)
        if (!row.at(1).isEmpty())
            rates.append(row.at(1).chopped(2));
    QCOMPARE(rates, (QStringList{u"100.00"_s, u"25.00"_s, u"12.25"_s}));
    inputs.plan.rates[1].likely = 120'000;
    QVERIFY(planTable(inputs, QLocale::c()).rows.at(1).at(1).startsWith(u"100\u00a0"));
}

QTEST_MAIN(PlanPagesTest)
#include "tst_plan_pages.moc"
