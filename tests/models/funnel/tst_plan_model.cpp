#include "models/document/ids.h"
#include "models/exchange/workbook_figures.h"
#include "models/funnel/estimates.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/pace.h"
#include "models/funnel/plan_model.h"
#include "models/funnel/simulation.h"
#include "tests/support/workbook.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

// The plan of a workbook: read from its worksheets, shown step by step, changed in either direction.
class TestPlanModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void showsEveryStep();
    void aRateChangesWhatIsNeeded();
    void aNumberChangesTheGoal();
    void lessThanTypedIsExplained();
    void aShareAboveTheWholeIsAskedAbout();
    void refusesWhatCannotBeRead();
    void aFigureOutsideItsRangeIsSaid();
    void emptyPlanSaysWhy();
    void keepsScenarios();
    void becomesTheTargets();
    void becomesTheTargetsOfItsOwnYear();
    void paceRunsAsTheNumbersDo();
    void lastTargetOfAPeriodCounts();
    void keepsEstimates();

private:
    static QModelIndex cell(const PlanModel &model, const QString &step, int column);
    static QString text(const PlanModel &model, const QString &step, int column);
};

QModelIndex TestPlanModel::cell(const PlanModel &model, const QString &step, int column)
{
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, PlanModel::Step).data().toString() == step)
            return model.index(row, column);
    return {};
}

QString TestPlanModel::text(const PlanModel &model, const QString &step, int column)
{
    return cell(model, step, column).data().toString();
}

void TestPlanModel::showsEveryStep()
{
    TestWorkbook workbook(u"example"_s);
    PlanModel model(workbook.document());
    const QAbstractItemModelTester tester(&model);
    const auto spoken = [&](const QString &step) {
        return cell(model, step, PlanModel::Step).data(Qt::AccessibleTextRole);
    };
    QCOMPARE(spoken(u"Won"_s), u"Won · Sales"_s); // not by its colour alone
    QCOMPARE(spoken(u"MQL"_s), u"MQL · Both"_s);
    QCOMPARE(spoken(u"Deal size"_s), u"Deal size"_s);
    QCOMPARE(spoken(u"Sales capacity (SQL)"_s), u"Sales capacity (SQL)"_s);
    QCOMPARE(text(model, u"Won"_s, PlanModel::Number), u"84"_s);
    QCOMPARE(text(model, u"Opportunities"_s, PlanModel::Number), u"350"_s);
    QCOMPARE(text(model, u"Won"_s, PlanModel::RateInto), u"24.0\u00a0%"_s);
    QCOMPARE(text(model, u"Visitors"_s, PlanModel::Number), u"120,417"_s);
    QCOMPARE(text(model, u"Visitors"_s, PlanModel::PerUnit), u"10,035"_s);
    QVERIFY(text(model, u"Visitors"_s, PlanModel::RateInto).isEmpty());
    model.setUnit(PlanUnit::Quarter);
    QCOMPARE(text(model, u"Won"_s, PlanModel::PerUnit), u"21"_s);
    model.setNumbers(PlanModel::Numbers::Exact);
    QCOMPARE(text(model, u"Won"_s, PlanModel::Number), u"83.48"_s); // 960,000 ÷ 11,500
    QVERIFY(cell(model, u"Won"_s, PlanModel::Number).data(Qt::ToolTipRole).toString().contains(u"83.4783"));
}

void TestPlanModel::aRateChangesWhatIsNeeded()
{
    TestWorkbook workbook(u"example"_s);
    PlanModel model(workbook.document());
    const QAbstractItemModelTester tester(&model);
    QVERIFY(model.setData(cell(model, u"Won"_s, PlanModel::RateInto), u"30 %"_s));
    QCOMPARE(text(model, u"Opportunities"_s, PlanModel::Number), u"280"_s);
    QVERIFY(model.setData(cell(model, u"From marketing's leads"_s, PlanModel::RateInto), u"100"_s));
    QCOMPARE(text(model, u"Won"_s, PlanModel::Number), u"140"_s);
    QVERIFY(model.setData(cell(model, u"Deal size"_s, PlanModel::Number), u"20000"_s));
    QCOMPARE(text(model, u"Won"_s, PlanModel::Number), u"80"_s);
    QVERIFY(model.setData(cell(model, u"SQL"_s, PlanModel::RateInto), u"120"_s));
    QVERIFY(text(model, u"SQL"_s, PlanModel::Remark).contains(u"100"));
    for (int i = 0; i < 4; ++i)
        QVERIFY(workbook.document().undo());
    QCOMPARE(text(model, u"Opportunities"_s, PlanModel::Number), u"350"_s);
}

void TestPlanModel::aNumberChangesTheGoal()
{
    TestWorkbook workbook(u"example"_s);
    PlanModel model(workbook.document());
    QVERIFY(model.setData(cell(model, u"Won"_s, PlanModel::Number), u"60"_s));
    QCOMPARE(model.inputs().plan.goal, (Money{115'000'000, u"EUR"_s}));
    QCOMPARE(text(model, u"Won"_s, PlanModel::Number), u"60"_s);
    QVERIFY(model.setData(cell(model, u"Opportunities"_s, PlanModel::Number), u"350"_s));
    QCOMPARE(text(model, u"Won"_s, PlanModel::Number), u"84"_s);
    model.setUnit(PlanUnit::Quarter);
    QVERIFY(model.setData(cell(model, u"Won"_s, PlanModel::PerUnit), u"15"_s));
    QCOMPARE(text(model, u"Won"_s, PlanModel::Number), u"60"_s);
    QVERIFY(model.setData(cell(model, u"Revenue goal"_s, PlanModel::Number), u"1,600,000"_s));
    QCOMPARE(text(model, u"Won"_s, PlanModel::Number), u"84"_s);
}

void TestPlanModel::refusesWhatCannotBeRead()
{
    TestWorkbook workbook(u"example"_s);
    PlanModel model(workbook.document());
    QSignalSpy refused(&model, &PlanModel::refused);
    const QString before = contentOf(workbook.document());
    QVERIFY(!model.setData(cell(model, u"Won"_s, PlanModel::Number), u"many"_s));
    QVERIFY(!model.setData(cell(model, u"Won"_s, PlanModel::RateInto), QString()));
    QVERIFY(!model.setData(cell(model, u"Won"_s, PlanModel::Step), u"Lost"_s));
    QCOMPARE(refused.size(), 2);
    QCOMPARE(contentOf(workbook.document()), before);
}

// Its low and high stay as they were typed; that they do not fit is said at the figure, and no chance is
// worked out from them.
void TestPlanModel::aFigureOutsideItsRangeIsSaid()
{
    TestWorkbook workbook(u"example"_s);
    PlanModel model(workbook.document());
    const FunnelPlan before = model.inputs().plan;
    const QModelIndex won = cell(model, u"Won"_s, PlanModel::RateInto);
    const QModelIndex wonRemark = won.siblingAtColumn(PlanModel::Remark);
    QVERIFY(wonRemark.data().toString().isEmpty());
    QVERIFY(model.setData(won, u"240"_s));
    QVERIFY2(wonRemark.data().toString().contains(u"Above its High, 27.0\u00a0%"_s),
             qPrintable(wonRemark.data().toString()));
    QVERIFY(wonRemark.data().toString().contains(u"above 100"_s));
    QCOMPARE(simulate(model.inputs().plan).problem, (PlanProblem{PlanProblem::Kind::RangeTurned, u"Won"_s}));
    QVERIFY(model.setData(won, u"20"_s));
    QVERIFY(wonRemark.data().toString().contains(u"Below its Low, 22.5\u00a0%"_s));
    QVERIFY(wonRemark.data(PlanModel::WarningRole).toBool());
    QVERIFY(model.setData(won, u"24"_s));
    QVERIFY(wonRemark.data().toString().isEmpty());
    QCOMPARE(model.inputs().plan, before);

    const QModelIndex size = cell(model, u"Deal size"_s, PlanModel::Number);
    const QModelIndex sizeRemark = size.siblingAtColumn(PlanModel::Remark);
    QVERIFY(model.setData(size, u"115,000"_s));
    QVERIFY(sizeRemark.data().toString().contains(u"Above its High"_s));
    QVERIFY(!simulate(model.inputs().plan).problem.isNone());
    QVERIFY(model.setData(size, u"11,500 USD"_s));
    QVERIFY(sizeRemark.data().toString().contains(u"another currency"_s));
    QVERIFY(model.setData(size, u"11,500 EUR"_s));
    QCOMPARE(model.inputs().plan, before);
}

void TestPlanModel::emptyPlanSaysWhy()
{
    TestWorkbook workbook;
    PlanModel model(workbook.document());
    const QAbstractItemModelTester tester(&model);
    QVERIFY(model.rowCount() > 6);
    QVERIFY(text(model, u"Revenue goal"_s, PlanModel::Remark).contains(u"the goal"));
    QVERIFY(text(model, u"Deal size"_s, PlanModel::Remark).contains(u"the deal size"_s));
    QVERIFY(text(model, u"Won"_s, PlanModel::Remark).contains(u"the rate"_s));
    for (int row = 0; row < model.rowCount(); ++row) // an empty plan is not wrong
        QVERIFY(!model.index(row, PlanModel::Remark).data(PlanModel::WarningRole).toBool());
    QVERIFY(!model.setData(cell(model, u"Won"_s, PlanModel::Number), u"5"_s)); // no deal size
    QVERIFY(model.setData(cell(model, u"Deal size"_s, PlanModel::Number), u"1,000 USD"_s));
    QVERIFY(model.setData(cell(model, u"Won"_s, PlanModel::Number), u"5"_s));
    QCOMPARE(model.inputs().plan.goal, (Money{500'000, u"USD"_s}));
}

void TestPlanModel::keepsScenarios()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    PlanInputs inputs = readPlan(document);
    const FunnelPlan plan = inputs.plan;
    QCOMPARE(inputs.scenarios.size(), 2);
    QCOMPARE(inputs.scenarios.first().plan.rates.last().likely, 290'000);
    QCOMPARE(inputs.scenarios.first().plan.goal, plan.goal);
    const PlannedRate &pilots = inputs.scenarios.first().plan.rates.last();
    QVERIFY(!pilots.low && !pilots.high); // above 22.5 to 27 %: it stands fast

    QVERIFY(keepScenario(document, u"As it was"_s, plan));
    QVERIFY(applyScenario(document, inputs.scenarios.at(1).plan));
    inputs = readPlan(document);
    QCOMPARE(inputs.plan.dealSize, (Money{890'000, u"EUR"_s}));
    QCOMPARE(inputs.plan.marketingShare, 650'000);
    QCOMPARE(inputs.plan.dealSizeLow, plan.dealSizeLow); // the ranges are the user's
    QCOMPARE(inputs.plan.rates.last().high, plan.rates.last().high);
    QCOMPARE(inputs.scenarios.size(), 3);
    QCOMPARE(inputs.scenarios.last().plan.dealSize, plan.dealSize);
    QCOMPARE(inputs.scenarios.last().plan.rates.last().likely, plan.rates.last().likely);
    const QString before = contentOf(document);
    QVERIFY(removeScenario(document, inputs.scenarios.last().id));
    QCOMPARE(readPlan(document).scenarios.size(), 2);
    QVERIFY(document.undo());
    QCOMPARE(contentOf(document), before);
}

// Of rows whose dates lie in one period the last says what its target is, to every page alike.
void TestPlanModel::lastTargetOfAPeriodCounts()
{
    TestWorkbook workbook;
    const Stage won = readStages(workbook.document()).last();
    QVERIFY(workbook.document().edit({}, [&won](const Database &database) {
        for (const auto &[day, amount] : {std::pair(u"2026-07-01"_s, 10), std::pair(u"2026-07-15"_s, 12)})
            database.insert(u"funnel_target"_s,
                            {{u"id"_s, newId()},
                             {u"position"_s, newId()},
                             {u"stage"_s, won.id},
                             {u"grain"_s, u"quarter"_s},
                             {u"period_start"_s, day},
                             {u"amount"_s, amount}});
    }));
    const FunnelInputs inputs = readFunnel(workbook.document());
    QCOMPARE(inputs.targets.size(), 1);
    const Period quarter = Period::fromKey(u"2026-Q3"_s);
    QCOMPARE(inputs.targetOf(won.id, quarter)->amount, 12);
    const Pace pace = paceOf({}, inputs.targets, won.id, Measure::Amount, Grain::Quarter, quarter.start);
    QCOMPARE(pace.targetInAll, 12);
}

void TestPlanModel::keepsEstimates()
{
    TestWorkbook workbook(u"example"_s);
    const qsizetype before = readEstimates(workbook.document()).size();
    const qint64 stage = readPlan(workbook.document()).plan.stages.last().id;
    QVERIFY(keepEstimate(workbook.document(),
                         {.on = QDate(2026, 11, 5),
                          .stage = stage,
                          .marketing = 550'000,
                          .sales = 300'000,
                          .actual = 410'000,
                          .period = Period::fromKey(u"2026-Q3"_s)}));
    const QList<BlindEstimate> estimates = readEstimates(workbook.document());
    QCOMPARE(estimates.size(), before + 1);
    QCOMPARE(estimates.last().stage, stage);
    QCOMPARE(estimates.last().period.key(), u"2026-Q3"_s);
    QCOMPARE(estimates.last().gapOf(Team::Marketing), Fraction::of(14, 100));
    QCOMPARE(estimates.last().gapOf(Team::Sales), Fraction::of(-11, 100));
    QVERIFY(!BlindEstimate().gapOf(Team::Sales).isValid());
}

void TestPlanModel::lessThanTypedIsExplained()
{
    TestWorkbook workbook(u"example"_s);
    PlanModel model(workbook.document());
    const QAbstractItemModelTester tester(&model);
    QVERIFY(model.setData(cell(model, u"Visitors"_s, PlanModel::Number), u"10,000"_s));
    const QString enough = text(model, u"Visitors"_s, PlanModel::Number);
    QVERIFY(enough != u"10,000");
    const QString remark = text(model, u"Visitors"_s, PlanModel::Remark);
    QVERIFY2(remark.startsWith(u"Whole deals from 10,000: "_s) && remark.contains(enough),
             qPrintable(remark));
    QVERIFY(!cell(model, u"Visitors"_s, PlanModel::Remark).data(PlanModel::WarningRole).toBool());
    QVERIFY(workbook.document().undo());
    QVERIFY(text(model, u"Visitors"_s, PlanModel::Remark).isEmpty());
}

void TestPlanModel::aShareAboveTheWholeIsAskedAbout()
{
    TestWorkbook workbook(u"example"_s);
    PlanModel model(workbook.document());
    const QModelIndex share = cell(model, u"From marketing's leads"_s, PlanModel::RateInto);
    const auto remark = [&share] { return share.siblingAtColumn(PlanModel::Remark); };
    QVERIFY(!remark().data(PlanModel::WarningRole).toBool());
    QVERIFY(model.setData(share, u"250 %"_s));
    QVERIFY(remark().data(PlanModel::WarningRole).toBool());
    QVERIFY(remark().data().toString().contains(u"is that meant?"));
    QVERIFY(model.setData(share, u"100 %"_s));
    QVERIFY(!remark().data(PlanModel::WarningRole).toBool());
}

// For the whole house; what was typed for a month, a quarter or the year gets the plan's count too, and the
// won their part of the goal as their value; all in one undo step.
void TestPlanModel::becomesTheTargets()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    const QString before = contentOf(document);
    const qsizetype rows = document.rows(u"funnel_target"_s).size();
    const PlanInputs inputs = readPlan(document);
    const qint64 won = inputs.plan.stages.constLast().id;
    QCOMPARE(targetsOf(inputs.plan).stages.constLast().count, 84); // from marketing's leads
    const auto target = [&](const QString &period) {
        const FunnelInputs funnel = readFunnel(document);
        const TypedFigure *found = funnel.targetOf(won, Period::fromKey(period));
        return found ? *found : TypedFigure();
    };
    const TypedFigure lastYear = target(u"2025-Q4"_s), second = target(u"2026-Q2"_s);
    QVERIFY(lastYear.amount && second.worth);

    QCOMPARE(targetsToReplace(document, inputs, Grain::Month), 24); // of the four quarters of the year
    QVERIFY(usePlanAsTargets(document, inputs, Grain::Month));
    QCOMPARE(document.rows(u"funnel_target"_s).size(), rows + 12 * inputs.plan.stages.size());
    QCOMPARE(target(u"2026"_s).amount, 140); // 1,600,000 ÷ 11,500
    QVERIFY(target(u"2026-Q2"_s).amount != second.amount);
    QVERIFY(target(u"2026-Q2"_s).worth != second.worth);
    qint64 sum = 0, worth = 0;
    for (const QString &month : {u"2026-04"_s, u"2026-05"_s, u"2026-06"_s}) {
        sum += target(month).amount.value_or(-1);
        worth += target(month).worth.value_or(Money()).minor;
    }
    QCOMPARE(target(u"2026-Q2"_s).amount, sum);
    QCOMPARE(target(u"2026-Q2"_s).worth, (Money{worth, u"EUR"_s}));
    QCOMPARE(target(u"2026"_s).worth, inputs.plan.goal); // all of it
    QCOMPARE(target(u"2025-Q4"_s).amount, lastYear.amount);
    QCOMPARE(targetsToReplace(document, inputs, Grain::Month), 0);
    QCOMPARE(targetsToReplace(document, inputs, Grain::Quarter), 0); // the same plan
    QVERIFY(!usePlanAsTargets(document, inputs, Grain::Month).value()); // nothing to undo

    QVERIFY(document.undo());
    QCOMPARE(contentOf(document), before);
}

// A year from July gives no month before it a target, nor the year of the calendar, of which it has a half.
void TestPlanModel::becomesTheTargetsOfItsOwnYear()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    QVERIFY(document.edit({}, [](const Database &database) {
        database.execute(u"DELETE FROM funnel_target"_s);
        database.execute(u"UPDATE funnel_plan SET period_start = '2027-07-01'"_s);
    }));
    const PlanInputs inputs = readPlan(document);
    const qint64 won = inputs.plan.stages.constLast().id;
    QVERIFY(usePlanAsTargets(document, inputs, Grain::Month));
    const QList<TypedFigure> targets = readFunnel(document).targets;
    QCOMPARE(document.rows(u"funnel_target"_s).size(), 12 * inputs.plan.stages.size());
    const Pace pace = paceOf({}, targets, won, Measure::Amount, Grain::Month, QDate(2027, 9, 1),
                             firstMonthOfYear(inputs.plan));
    QCOMPARE(pace.points.size(), 12);
    QCOMPARE(pace.points.first().period.key(), u"2027-07"_s);
    QCOMPARE(pace.targetInAll, 140); // all of the plan
    const PlanModel model(document);
    QVERIFY(text(model, u"Revenue goal"_s, PlanModel::Remark).contains(u"July 2027"_s));
}

// The report as the page: by quarters, of which the numbers are, though the targets are of months; by the
// year where there are no others.
void TestPlanModel::paceRunsAsTheNumbersDo()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    const auto paceOfReport = [&] {
        const auto report = readFunnelReport(document);
        return report ? report->pace : Pace();
    };
    QVERIFY(usePlanAsTargets(document, readPlan(document), Grain::Month));
    QCOMPARE(paceOfReport().points.size(), 4);
    QCOMPARE(paceOfReport().targetInAll, 140);
    const qint64 won = readStages(document).constLast().id;
    QVERIFY(document.edit({}, [won](const Database &database) {
        database.execute(u"DELETE FROM funnel_target"_s);
        database.insert(u"funnel_target"_s,
                        {{u"id"_s, newId()},
                         {u"position"_s, newId()},
                         {u"stage"_s, won},
                         {u"grain"_s, u"year"_s},
                         {u"period_start"_s, u"2026-01-01"_s},
                         {u"amount"_s, 150}});
    }));
    QCOMPARE(paceOfReport().points.size(), 1);
    QCOMPARE(paceOfReport().targetInAll, 150);
}

QTEST_GUILESS_MAIN(TestPlanModel)
#include "tst_plan_model.moc"
