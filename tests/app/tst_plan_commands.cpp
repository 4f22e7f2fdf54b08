#include "models/document/database.h"
#include "tests/support/command_line.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

// What the command line says of plans that are not like the example's.
class TestPlanCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_line = std::make_unique<CommandLine>(); }
    void saysWhyThereAreNoQuarters();
    void runsFromItsStart();
    void scenariosKeepTheirGoal();
    void scenarioInAnotherCurrencySaysWhy();
    void simulatesWithTheFiguresOfTheNewestPeriod();
    void asksWhichStageIsMeant();
    void doesNotReachForNothing();
    void refusesAPlanWithoutStages();
    void tellsRatesOfAnotherStep();
    void tellsWhatIsLeftOutOfAChange();

private:
    using Outcome = CommandLine::Outcome;

    // The example, changed.
    QString changed(const QStringList &statements) const
    {
        const QString file = m_line->path(u"a.smarketing"_s);
        (void)m_line->run({u"new"_s, file, u"--starter"_s, u"example"_s});
        Database database(file, Database::Access::ReadWrite);
        for (const QString &statement : statements)
            database.execute(statement);
        return file;
    }
    QJsonObject targets(const QString &file, const QStringList &options = {}) const
    {
        const Outcome outcome = m_line->run(QStringList{u"targets"_s, file, u"--json"_s} + options);
        return QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    }

    std::unique_ptr<CommandLine> m_line;
};

void TestPlanCommands::saysWhyThereAreNoQuarters()
{
    const QJsonObject month
        = targets(changed({u"UPDATE funnel_plan SET grain = 'month', period_start = '2027-02-01'"_s}));
    QCOMPARE(month[u"by_quarter"_s].toArray(), QJsonArray());
    QVERIFY(month[u"no_quarters"_s].toString().contains(u"longer than the plan"));
    QCOMPARE(month[u"by_month"_s].toArray().size(), 1);
}

void TestPlanCommands::runsFromItsStart()
{
    const QString file = changed({u"UPDATE funnel_plan SET period_start = '2027-07-01'"_s});
    const QJsonObject year = targets(file);
    QCOMPARE(year[u"first_month"_s].toString(), u"2027-07"_s);
    QCOMPARE(year[u"last_month"_s].toString(), u"2028-06"_s);
    QCOMPARE(year[u"by_month"_s][0][u"part"_s].toString(), u"2027-07"_s);
    QCOMPARE(year[u"by_quarter"_s][3][u"part"_s].toString(), u"2028-Q2"_s);
    QVERIFY(year[u"no_quarters"_s].isNull());
    QVERIFY(m_line->run({u"targets"_s, file}).out.contains(u"Runs from July 2027 to June 2028."));
}

void TestPlanCommands::scenariosKeepTheirGoal()
{
    const QString file
        = changed({u"UPDATE funnel_scenario SET revenue_goal = NULL, revenue_goal_currency = NULL"_s,
                   u"UPDATE funnel_scenario SET revenue_goal = 50000000, revenue_goal_currency = 'EUR' WHERE "
                   "position = (SELECT min(position) FROM funnel_scenario)"_s});
    const QJsonValue scenarios = targets(file, {u"--goal"_s, u"1150000 EUR"_s})[u"scenarios"_s];
    QCOMPARE(scenarios[0][u"goal"_s][u"amount"_s].toString(), u"500000.00"_s);
    QCOMPARE(scenarios[1][u"goal"_s][u"amount"_s].toString(), u"1150000.00"_s); // as the plan has it
}

void TestPlanCommands::scenarioInAnotherCurrencySaysWhy()
{
    const QJsonObject plan = targets(
        changed({u"UPDATE funnel_scenario SET revenue_goal = 50000000, revenue_goal_currency = 'USD'"_s}));
    QVERIFY(plan[u"scenarios"_s][0][u"problem"_s].toString().contains(u"different currencies"));
}

void TestPlanCommands::simulatesWithTheFiguresOfTheNewestPeriod()
{
    const QString file = changed({u"UPDATE funnel_plan SET deal_size = NULL, deal_size_currency = NULL"_s});
    const Outcome outcome = m_line->run({u"simulate"_s, file});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains(u"Deal size, the average of"), qPrintable(outcome.out));
    const Outcome json = m_line->run({u"simulate"_s, file, u"--json"_s});
    const QJsonObject taken = QJsonDocument::fromJson(json.out.toUtf8())[u"taken_from"_s].toObject();
    QVERIFY(taken[u"deal_size"_s].toBool());
    QCOMPARE(taken, targets(file)[u"taken_from"_s].toObject());
}

void TestPlanCommands::asksWhichStageIsMeant()
{
    const QString file = changed({u"UPDATE funnel_stage SET name = 'SQL' WHERE name IN ('MQL', 'SQL')"_s});
    const Outcome outcome = m_line->run({u"targets"_s, file, u"--from"_s, u"sql=100"_s});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains(u"places 3 and 4"), qPrintable(outcome.err));
    const QString csv = m_line->write(u"deals.csv"_s,
                                      "Deal ID,Created,Closed,Stage,Amount\n"
                                      "1,2026-04-02,2026-05-10,Called,10000\n");
    for (const QStringList &option :
         {QStringList{u"--stage"_s, u"Called=SQL"_s}, {u"--lost-at"_s, u"SQL"_s}}) {
        const Outcome import = m_line->run(QStringList{u"import"_s, file, csv} + option);
        QCOMPARE(import.code, 2);
        QVERIFY2(import.err.contains(u"places 3 and 4"), qPrintable(import.err));
    }
}

// A chance of 100 % would be true, and mean nothing.
void TestPlanCommands::doesNotReachForNothing()
{
    for (const QString &nothing : {u"marketing_share"_s, u"revenue_goal"_s}) {
        init();
        const Outcome outcome
            = m_line->run({u"simulate"_s, changed({u"UPDATE funnel_plan SET %1 = 0"_s.arg(nothing)})});
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.contains(u"nothing to reach"), qPrintable(outcome.err));
    }
}

void TestPlanCommands::refusesAPlanWithoutStages()
{
    const QString file = changed({u"DELETE FROM funnel_stage"_s});
    for (const QString &verb : {u"targets"_s, u"simulate"_s}) {
        const Outcome outcome = m_line->run({verb, file});
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.contains(u"no stages"), qPrintable(outcome.err));
    }
}

void TestPlanCommands::tellsRatesOfAnotherStep()
{
    const QString file
        = changed({u"UPDATE funnel_plan_rate SET from_stage = 'SAL' WHERE from_stage = 'MQL'"_s});
    const QString told = u"The rate was agreed for SQL of SAL, and the step is SQL of MQL now"_s;
    const QJsonValue stages = targets(file)[u"stages"_s];
    QCOMPARE(stages[3][u"agreed_from"_s].toString(), u"SAL"_s);
    QVERIFY(stages[3][u"other_step"_s].toString().startsWith(told));
    QVERIFY(stages[4][u"other_step"_s].isNull());
    QVERIFY(m_line->run({u"targets"_s, file}).out.contains(told));
    QVERIFY(m_line->run({u"simulate"_s, file, u"--runs"_s, u"10"_s}).out.contains(told));
    const QString report = m_line->run({u"report"_s, file, u"--json"_s}).out;
    const QJsonValue plan = QJsonDocument::fromJson(report.toUtf8()).object()[u"plan"_s];
    QVERIFY(plan[u"other_steps"_s][0].toString().startsWith(told));
}

void TestPlanCommands::tellsWhatIsLeftOutOfAChange()
{
    const QString file
        = changed({u"DELETE FROM funnel_number WHERE period_start = '2026-04-01' AND stage = (SELECT id FROM "
                   "funnel_stage WHERE name = 'MQL')"_s});
    const QStringList verb{u"what-changed"_s, file, u"--from"_s, u"2026-Q2"_s, u"--to"_s, u"2026-Q3"_s};
    const QString text = m_line->run(verb).out;
    QVERIFY2(text.contains(u"Left out: MQL (its number in Q2 2026 is not known)."_s), qPrintable(text));
    const QJsonObject json
        = QJsonDocument::fromJson(m_line->run(verb + QStringList{u"--json"_s}).out.toUtf8()).object();
    QCOMPARE(json[u"left_out"_s].toArray(), QJsonArray{u"MQL"_s});
    QCOMPARE(json[u"left_out_because"_s].toArray(), QJsonArray{u"its number in Q2 2026 is not known"_s});
}

int main(int argc, char **argv)
{
    qputenv("SMARKETING_PROGRAM", PROGRAM);
    QCoreApplication app(argc, argv);
    TestPlanCommands test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_plan_commands.moc"
