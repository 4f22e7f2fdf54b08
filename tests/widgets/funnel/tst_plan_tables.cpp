#include "widgets/funnel/plan_tables.h"

#include <QTest>

using namespace Qt::StringLiterals;

// What the page of the plan and the report say of it in tables.
class TestPlanTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // With a stage in between, "MQL to SQL" is both steps together, and what begins at no stage of ours is
    // beside none.
    void publishedRatesKeepToTheirStages()
    {
        FunnelPlan plan;
        qint64 id = 0;
        for (const QString &name : {u"Leads"_s, u"MQL"_s, u"SAL"_s, u"SQL"_s, u"Won"_s})
            plan.stages.append({.id = ++id, .name = name});
        plan.rates
            = {{}, {{}, 200'000, {}}, {400'000, 500'000, 600'000}, {{}, 800'000, {}}, {{}, 250'000, {}}};
        const auto other
            = [](const QString &step) { return RateBenchmark{step, 4, 130'000, 130'000, u"Somebody"_s, {}}; };
        const FigureTable table = benchmarkTable(
            plan, {other(u"MQL to SQL"_s), other(u"Meeting to SQL"_s), other(u"SAL to SQL"_s)}, QLocale::c());
        QCOMPARE(table.rows.size(), 2);
        QCOMPARE(table.rows.at(0).at(0), u"SQL of MQL"_s);
        QCOMPARE(table.rows.at(0).at(2).simplified(), u"40 % likely, 32 % to 48 %"_s);
        QCOMPARE(table.rows.at(1).at(0), u"SQL of SAL"_s);
        QCOMPARE(table.rows.at(1).at(2).simplified(), u"80 % likely"_s);
    }

    // A dash alone does not tell what is wrong with the scenario and not with the plan.
    void scenariosSayWhyTheyHaveNoCounts()
    {
        PlanInputs inputs;
        inputs.plan.stages = {{.id = 1, .name = u"Leads"_s}, {.id = 2, .name = u"Won"_s}};
        inputs.plan.rates = {{}, {{}, 200'000, {}}};
        inputs.plan.goal = Money{100'000, u"EUR"_s};
        inputs.plan.dealSize = Money{1'000, u"EUR"_s};
        inputs.scenarios = {{.id = 1, .name = u"Alike"_s, .plan = inputs.plan},
                            {.id = 2, .name = u"In dollars"_s, .plan = inputs.plan}};
        inputs.scenarios.last().plan.goal = Money{100'000, u"USD"_s};
        QCOMPARE(scenarioRemarks(inputs).size(), 1);
        QVERIFY(scenarioRemarks(inputs).first().startsWith(u"“In dollars”: "));
        QVERIFY(scenarioRemarks(inputs).first().contains(u"different currencies"));
    }

    // What the plan itself says already is not repeated.
    void scenariosSayWhichRatesAreOfAnotherStep()
    {
        PlanInputs inputs;
        inputs.plan.stages = {{.id = 1, .name = u"Leads"_s}, {.id = 2, .name = u"Won"_s}};
        inputs.plan.rates = {{}, PlannedRate{.low = {}, .likely = 200'000, .high = {}, .from = u"MQL"_s}};
        inputs.scenarios = {{.id = 1, .name = u"Alike"_s, .plan = inputs.plan},
                            {.id = 2, .name = u"Other"_s, .plan = inputs.plan}};
        inputs.scenarios.last().plan.rates.last().from = u"SAL"_s;
        const QStringList remarks = scenarioRemarks(inputs);
        QCOMPARE(remarks.size(), 1);
        QVERIFY2(remarks.first().startsWith(u"“Other”: The rate was agreed for Won of SAL, "_s),
                 qPrintable(remarks.first()));
    }

    void monthlyPlanHasNoQuarters()
    {
        PlanInputs inputs;
        inputs.plan.grain = Grain::Month;
        inputs.plan.start = QDate(2027, 2, 1);
        inputs.monthWeights = QList<Rational>(12, Rational(1));
        QVERIFY(partsOf(inputs, PlanParts::Quarters).isEmpty());
        QVERIFY(partsRemark(inputs, PlanParts::Quarters).contains(u"longer than the plan"));
        QCOMPARE(partsRemark(inputs, PlanParts::Months), QString());
        QCOMPARE(partsRemark(inputs, PlanParts::Regions), QString());
    }

    void sharesThatAreStretchedAreToldOf()
    {
        QCOMPARE(shareRemark({}, QLocale::c()), QString());
        QList<PlanSegment> shares{{u"North"_s, Rational::of(60, 100)}, {u"South"_s, Rational::of(40, 100)}};
        QCOMPARE(shareRemark(shares, QLocale::c()), QString());
        shares[1].weight = Rational::of(35, 100);
        QCOMPARE(shareRemark(shares, QLocale::c()).simplified(),
                 u"The shares add up to 95 %; each is taken as its part of that."_s);
    }
};

QTEST_GUILESS_MAIN(TestPlanTables)
#include "tst_plan_tables.moc"
