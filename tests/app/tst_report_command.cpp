#include "models/document/document.h"
#include "tests/support/command_line.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

// What `report` says beside the funnel as a whole: its segments, and the plan beside other plans.
class TestReportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_line = std::make_unique<CommandLine>(); }
    void segmentsHaveTheFiguresOfAFunnel();
    void segmentsAreCountedAsPeriodsAre();
    void velocityIsToldPeriodByPeriod();
    void scenariosStandBesideThePlan();
    void plannedRatesStandBesideThoseOfOthers();
    void whatThereIsNoneOfIsEmpty();
    void typedNumbersThatContradictAreTold();

private:
    QJsonObject report(const QString &file, const QStringList &options = {}) const
    {
        const auto outcome = m_line->run(QStringList{u"report"_s, file, u"--json"_s} + options);
        return QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    }
    QString example() const
    {
        const QString file = m_line->path(u"example.smarketing"_s);
        return m_line->run({u"new"_s, file, u"--starter"_s, u"example"_s}).code == 0 ? file : QString();
    }
    QString imported(const QByteArray &csv) const
    {
        const QString file = m_line->path(u"imported.smarketing"_s);
        const QString deals = m_line->write(u"deals.csv"_s, csv);
        return m_line->run({u"new"_s, file}).code == 0
                && m_line->run({u"import"_s, file, deals, u"--currency"_s, u"EUR"_s}).code == 0
            ? file
            : QString();
    }

    std::unique_ptr<CommandLine> m_line;
};

namespace {

const QByteArray deals = "Deal ID,Stage,Created,Closed,Amount,Region,Source\n"
                         "1,Won,2026-03-20,2026-05-01,1500,North,Fair\n"
                         "2,Won,2026-04-06,2026-05-02,250,North,Web\n"
                         "3,Lead,2026-04-08,,90,North,Fair\n"
                         "4,Won,2026-04-07,2026-05-03,750,South,Web\n";

QJsonObject segment(const QJsonObject &report, const QString &kind, const QString &name)
{
    for (const QJsonValue &each : report[u"segments"][kind].toArray())
        if (each[u"segment"].toString() == name)
            return each.toObject();
    return {};
}

QJsonValue wonIn(const QJsonObject &funnel, const QString &period)
{
    for (const QJsonValue &each : funnel[u"periods"].toArray())
        if (each[u"period"].toString() == period)
            return each[u"stages"].toArray().last();
    return QJsonValue::Undefined;
}

} // namespace

void TestReportCommand::segmentsHaveTheFiguresOfAFunnel()
{
    const QJsonObject json = report(imported(deals));
    QCOMPARE(json[u"segments"][u"region"].toArray().size(), 2);
    QCOMPARE(json[u"segments"][u"source"].toArray().size(), 2);
    QCOMPARE(json[u"segments"][u"product"].toArray(), QJsonArray());
    const QJsonObject north = segment(json, u"region"_s, u"North"_s);
    const QJsonArray stages = north[u"periods"].toArray().last()[u"stages"].toArray();
    QCOMPARE(stages.at(1)[u"count"].toInt(), 2); // of the second quarter: 2 and 3
    QCOMPARE(stages.at(2)[u"step_rate"][u"value"].toString(), u"0.5000"_s);
    QCOMPARE(stages.at(5)[u"count"].toInt(), 2);
    QCOMPARE(stages.at(5)[u"value"][u"amount"].toString(), u"1750.00"_s);
    QCOMPARE(stages.at(5)[u"count_source"].toString(), u"computed"_s);
    QCOMPARE(stages.at(5)[u"overall_rate"][u"denominator"].toInt(), 2);
    QVERIFY(!stages.at(5).toObject().contains(u"target"_s));
    // Together the parts are the whole.
    for (const QString &kind : {u"region"_s, u"source"_s}) {
        int won = 0;
        for (const QJsonValue &each : json[u"segments"][kind].toArray())
            won += wonIn(each.toObject(), u"2026-Q2"_s)[u"count"].toInt();
        QCOMPARE(won, wonIn(json, u"2026-Q2"_s)[u"count"].toInt());
    }
}

void TestReportCommand::segmentsAreCountedAsPeriodsAre()
{
    const QString file = imported(deals);
    const QJsonObject entry = report(file, {u"--count-by"_s, u"entry"_s});
    QCOMPARE(wonIn(segment(entry, u"region"_s, u"North"_s), u"2026-Q1"_s)[u"count"].toInt(), 1);
    QCOMPARE(wonIn(segment(entry, u"region"_s, u"North"_s), u"2026-Q2"_s)[u"count"].toInt(), 1);
    QCOMPARE(wonIn(segment(report(file), u"region"_s, u"North"_s), u"2026-Q2"_s)[u"count"].toInt(), 2);
}

void TestReportCommand::velocityIsToldPeriodByPeriod()
{
    const QJsonObject json = report(imported(deals));
    const QJsonArray trend = json[u"velocity_trend"].toArray();
    QCOMPARE(trend.size(), 1);
    QCOMPARE(trend.first()[u"currency"].toString(), u"EUR"_s);
    QCOMPARE(trend.first()[u"opportunity_stage"].toString(), json[u"opportunity_stage"].toString());
    const QJsonArray periods = trend.first()[u"periods"].toArray();
    QCOMPARE(periods.size(), json[u"periods"].toArray().size());
    // Opportunities that came: 2 and 4. × 100 % × 2,500 ÷ 3 ÷ (42 + 26 + 26) ÷ 3 days: 53.19 a day.
    QCOMPARE(periods.last()[u"period"].toString(), u"2026-Q2"_s);
    QCOMPARE(periods.last()[u"value"].toString(), u"53.19"_s);
    QVERIFY(!periods.first()[u"problem"].toString().isEmpty()); // nothing was won in it
}

void TestReportCommand::scenariosStandBesideThePlan()
{
    const QString file = example();
    const QJsonObject json = report(file);
    const QJsonObject plan = json[u"plan"].toObject();
    QVERIFY(plan[u"spend"][u"amount"].isString());
    QVERIFY(plan[u"hours_needed"].toInt() > 0);
    const auto simulated = m_line->run({u"simulate"_s, file, u"--json"_s});
    QCOMPARE(plan[u"chance"], QJsonDocument::fromJson(simulated.out.toUtf8())[u"chance"]);
    const QJsonArray scenarios = json[u"scenarios"].toArray();
    QVERIFY(scenarios.size() >= 2);
    for (const QJsonValue &scenario : scenarios) {
        QVERIFY(!scenario[u"name"].toString().isEmpty());
        for (const QString &key : {u"goal"_s, u"deal_size"_s, u"spend"_s})
            QVERIFY2(scenario[key][u"amount"].isString(), qPrintable(key));
        QVERIFY(scenario[u"hours_needed"].toInt() > 0);
        QCOMPARE(scenario[u"chance"][u"denominator"].toInt(), 10'000);
        QCOMPARE(scenario[u"counts"].toArray().size(), json[u"stages"].toArray().size());
        QCOMPARE(scenario[u"rates"].toArray().size(), json[u"stages"].toArray().size());
    }
    const auto targets = m_line->run({u"targets"_s, file, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(targets.out.toUtf8())[u"scenarios"].toArray(), scenarios);
}

void TestReportCommand::plannedRatesStandBesideThoseOfOthers()
{
    const QJsonArray rates = report(example())[u"benchmarks"].toArray();
    QVERIFY(!rates.isEmpty());
    for (const QJsonValue &rate : rates) {
        QVERIFY(rate[u"stage"].toString() != rate[u"from"].toString());
        QVERIFY(rate[u"likely"].isString());
        QVERIFY(rate[u"others_low"].isString() || rate[u"others_high"].isString());
        QVERIFY(!rate[u"source"].toString().isEmpty() && !rate[u"others_step"].toString().isEmpty());
    }
}

void TestReportCommand::whatThereIsNoneOfIsEmpty()
{
    const QString file = m_line->path(u"blank.smarketing"_s);
    QCOMPARE(m_line->run({u"new"_s, file}).code, 0);
    const QJsonObject json = report(file);
    for (const QString &kind : {u"region"_s, u"product"_s, u"source"_s})
        QCOMPARE(json[u"segments"][kind].toArray(), QJsonArray());
    QVERIFY(json.contains(u"velocity_trend"_s) && json[u"velocity_trend"].isNull());
    QCOMPARE(json[u"scenarios"].toArray(), QJsonArray());
    QVERIFY(json[u"plan"][u"goal"].isNull());
    QVERIFY(!json[u"plan"][u"chance"][u"problem"].toString().isEmpty());
}

// Neither of the two is taken for the other; `check` names them too, of a file that is whole.
void TestReportCommand::typedNumbersThatContradictAreTold()
{
    const QString file = example();
    QCOMPARE(report(file)[u"contradictions"_s].toArray(), QJsonArray());
    QVERIFY(m_line->run({u"check"_s, file}).err.isEmpty());
    Database(file, Database::Access::ReadWrite)
        .execute(u"INSERT INTO funnel_number (position, stage, grain, period_start, amount) SELECT 1, id, "
                 "'month', '2026-04-01', 9999 FROM funnel_stage WHERE name = 'MQL'"_s);
    const QJsonArray told = report(file)[u"contradictions"_s].toArray();
    QCOMPARE(told.size(), 1);
    const QJsonValue first = told.first();
    QCOMPARE(first[u"stage"_s].toString(), u"MQL"_s);
    QCOMPARE(first[u"period"_s].toString(), u"2026-Q2"_s);
    QCOMPARE(first[u"of"_s].toString(), u"count"_s);
    QCOMPARE(first[u"typed"_s].toInt(), 503);
    QCOMPARE(first[u"parts"_s].toInt(), 9'999);
    QVERIFY(first[u"segment"_s].isNull());
    const auto checked = m_line->run({u"check"_s, file});
    QCOMPARE(checked.code, 0);
    QVERIFY2(checked.err.contains(first[u"text"_s].toString()), qPrintable(checked.err));
}

int main(int argc, char **argv)
{
    qputenv("SMARKETING_PROGRAM", PROGRAM);
    QCoreApplication app(argc, argv);
    TestReportCommand test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_report_command.moc"
