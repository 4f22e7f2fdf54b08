#include "models/exchange/plan_figures.h"
#include "models/funnel/estimates.h"
#include "models/funnel/funnel_edits.h"
#include "models/funnel/plan_model.h"
#include "models/funnel/step_origins.h"
#include "models/plan/review_freeze.h"
#include "models/worksheet/sheet_model.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

qint64 idOf(const Document &document, const QString &name)
{
    for (const Stage &stage : readStages(document))
        if (stage.name == name)
            return stage.id;
    return 0;
}

int indexIn(const FunnelPlan &plan, const QString &name)
{
    for (int i = 0; i < plan.stages.size(); ++i)
        if (plan.stages.at(i).name == name)
            return i;
    return -1;
}

QString remarkOf(const Document &document, const QString &stage)
{
    const FunnelPlan plan = readPlan(document).plan;
    return otherStepRemark(plan, indexIn(plan, stage));
}

} // namespace

// Rates keep the step that they are of, whatever becomes of the stages.
class TestStepOrigins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void aStageInBetweenMakesItAnotherStep();
    void aStageThatGoesMakesItAnotherStep();
    void stagesThatMoveMakeItAnotherStep();
    void anotherNameIsNoOtherStep();
    void rowsOfTheWorksheetKeepTheirStep();
    void estimatesKeepTheStepOfTheirDay();
    void scenariosKeepTheirSteps();
    void whatIsNotKnownIsNotAskedAbout();
    void reviewsFreezeTheStep();
};

void TestStepOrigins::aStageInBetweenMakesItAnotherStep()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    PlanModel model(document);
    const auto remark = [&model] {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, PlanModel::Step).data() == u"SQL"_s)
                return model.index(row, PlanModel::Remark);
        return QModelIndex();
    };
    QVERIFY(otherStepRemarks(readPlan(document).plan).isEmpty());
    QVERIFY(!remark().data(PlanModel::WarningRole).toBool());
    const auto added = addStageAfter(document, readStages(document), 2); // after MQL
    QVERIFY(added.ok());
    const QString between = nameBefore(readStages(document), idOf(document, u"SQL"_s));
    const QString told = remarkOf(document, u"SQL"_s);
    QVERIFY2(
        told.startsWith(u"The rate was agreed for SQL of MQL, and the step is SQL of %1 now"_s.arg(between)),
        qPrintable(told));
    QCOMPARE(remark().data().toString(), told); // where the rate stands
    QVERIFY(remark().data(PlanModel::WarningRole).toBool());
    const PlanInputs inputs = readPlan(document);
    QCOMPARE(inputs.plan.rates.at(indexIn(inputs.plan, u"SQL"_s)).likely, 500'000); // it still counts
    const QJsonValue stage = targetsToJson(inputs, PlanUnit::Year)[u"stages"_s][4];
    QCOMPARE(stage[u"agreed_from"_s].toString(), u"MQL"_s);
    QCOMPARE(stage[u"other_step"_s].toString(), told);
    QCOMPARE(planToJson(inputs.plan)[u"other_steps"_s].toArray(), QJsonArray{told});

    QVERIFY(setPlanRate(document, idOf(document, u"SQL"_s), 600'000)); // typed anew
    QVERIFY(remarkOf(document, u"SQL"_s).isEmpty());
    QVERIFY(document.undo());
    QCOMPARE(remarkOf(document, u"SQL"_s), told);
    QVERIFY(document.undo()); // the stage
    QVERIFY(remarkOf(document, u"SQL"_s).isEmpty());
}

void TestStepOrigins::aStageThatGoesMakesItAnotherStep()
{
    TestWorkbook workbook(u"example"_s);
    SheetModel stages(workbook.document(), workbook.catalogue(),
                      *workbook.catalogue().sheet(u"funnel_stage"_s));
    QVERIFY(stages.removeRowsById({idOf(workbook.document(), u"MQL"_s)}));
    const QString told = remarkOf(workbook.document(), u"SQL"_s);
    QVERIFY2(told.startsWith(u"The rate was agreed for SQL of MQL, and the step is SQL of Leads now"_s),
             qPrintable(told)); // although the stage is gone
}

void TestStepOrigins::stagesThatMoveMakeItAnotherStep()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    QVERIFY(moveStage(document, readStages(document), 3, 2)); // SQL before MQL
    QVERIFY(remarkOf(document, u"SQL"_s).contains(u"SQL of Leads now"));
    QVERIFY(remarkOf(document, u"MQL"_s).contains(u"MQL of SQL now"));
    QVERIFY(remarkOf(document, u"Leads"_s).isEmpty());
    QCOMPARE(otherStepRemarks(readPlan(document).plan).size(), 3); // Opportunities are of MQL now
    QVERIFY(moveStage(document, readStages(document), 2, 4)); // and back
    QVERIFY(otherStepRemarks(readPlan(document).plan).isEmpty());
}

void TestStepOrigins::anotherNameIsNoOtherStep()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    SheetModel stages(document, workbook.catalogue(), *workbook.catalogue().sheet(u"funnel_stage"_s));
    QVERIFY(stages.setValue(stages.rowOf(idOf(document, u"MQL"_s)), u"name"_s, u"Marketing's"_s));
    QVERIFY(otherStepRemarks(readPlan(document).plan).isEmpty());
    const FunnelPlan plan = readPlan(document).plan;
    QCOMPARE(plan.rates.at(indexIn(plan, u"SQL"_s)).from, u"Marketing's"_s);
    QCOMPARE(readEstimates(document).first().from, u"Marketing's"_s);
}

// Whoever types a rate there need not say of which step it is.
void TestStepOrigins::rowsOfTheWorksheetKeepTheirStep()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    SheetModel rates(document, workbook.catalogue(), *workbook.catalogue().sheet(u"funnel_plan_rate"_s));
    const QList<Stage> stages = readStages(document);
    const qint64 id = rates.addRow(-1);
    const auto origin = [&] { return rates.index(rates.rowOf(id), rates.columnOf(u"from_stage"_s)).data(); };
    QVERIFY(origin().toString().isEmpty());
    QVERIFY(rates.setValue(rates.rowOf(id), u"stage"_s, stages.at(2).id));
    QVERIFY(rates.setValue(rates.rowOf(id), u"likely"_s, u"40 %"_s));
    QCOMPARE(origin(), stages.at(1).name);
    QVERIFY(moveStage(document, stages, 1, 0)); // the first one comes before it
    QCOMPARE(origin(), stages.at(1).name);
    QVERIFY(!otherStepRemarks(readPlan(document).plan).isEmpty());
    QVERIFY(rates.setValue(rates.rowOf(id), u"reason"_s, u"So it is"_s)); // which agrees to nothing
    QCOMPARE(origin(), stages.at(1).name);
    QVERIFY(rates.setValue(rates.rowOf(id), u"likely"_s, u"30 %"_s));
    QCOMPARE(origin(), stages.at(0).name);
    QVERIFY(otherStepRemarks(readPlan(document).plan).isEmpty());
    QVERIFY(rates.setValue(rates.rowOf(id), u"from_stage"_s, u"Elsewhere"_s)); // the user's word
    QCOMPARE(origin(), u"Elsewhere"_s);
}

void TestStepOrigins::estimatesKeepTheStepOfTheirDay()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    const qint64 sql = idOf(document, u"SQL"_s);
    QVERIFY(keepEstimate(document,
                         {.on = QDate(2026, 11, 5),
                          .stage = sql,
                          .marketing = 550'000,
                          .sales = 300'000,
                          .actual = {},
                          .period = {}}));
    QCOMPARE(readEstimates(document).last().from, u"MQL"_s);
    QVERIFY(moveStage(document, readStages(document), 3, 2));
    SheetModel sheet(document, workbook.catalogue(), *workbook.catalogue().sheet(u"funnel_estimate"_s));
    QVERIFY(sheet.setValue(0, u"learned"_s, u"Something"_s));
    QVERIFY(sheet.setValue(0, u"actual"_s, u"40 %"_s)); // a slip is mended; the step was what it was
    for (const BlindEstimate &estimate : readEstimates(document))
        QVERIFY(estimate.stage != sql || estimate.from == u"MQL"_s);
}

void TestStepOrigins::scenariosKeepTheirSteps()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    QVERIFY(keepScenario(document, u"As it was"_s, readPlan(document).plan));
    QVERIFY(moveStage(document, readStages(document), 3, 2));
    const FunnelPlan scenario = readPlan(document).scenarios.last().plan;
    QVERIFY(otherStepRemark(scenario, indexIn(scenario, u"SQL"_s)).contains(u"agreed for SQL of MQL"));
    QVERIFY(setPlanRate(document, idOf(document, u"SQL"_s), 600'000));
    QVERIFY(remarkOf(document, u"SQL"_s).isEmpty());
    QVERIFY(applyScenario(document, scenario)); // and what was agreed with it comes along
    QVERIFY(remarkOf(document, u"SQL"_s).contains(u"agreed for SQL of MQL"));
}

// A file of an older version has rates of which nobody wrote down the step.
void TestStepOrigins::whatIsNotKnownIsNotAskedAbout()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    QVERIFY(document.edit(u"As it was"_s, [](const Database &database) {
        database.execute(u"UPDATE funnel_plan_rate SET from_stage = NULL"_s);
    }));
    QVERIFY(moveStage(document, readStages(document), 3, 2));
    QVERIFY(otherStepRemarks(readPlan(document).plan).isEmpty());
}

void TestStepOrigins::reviewsFreezeTheStep()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    const auto today = numbersOfToday(document, QDate(2026, 12, 1));
    QVERIFY(today.ok());
    QVERIFY(freezeReview(document, *today));
    const ReviewNumbers frozen = heldReviews(document).last();
    for (const FrozenNumber &number : frozen.numbers) {
        QCOMPARE(number.from.isEmpty(), !number.rate.has_value());
        QVERIFY(number.measure != u"SQL"_s || number.from == u"MQL"_s);
    }
}

QTEST_GUILESS_MAIN(TestStepOrigins)
#include "tst_step_origins.moc"
