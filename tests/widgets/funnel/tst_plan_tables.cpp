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
