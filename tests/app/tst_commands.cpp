#include "models/document/document.h"
#include "tests/support/command_line.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
using Outcome = CommandLine::Outcome;
}

// The program's command line, as a script uses it.
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesWorkbooks();
    void keepsAWorkbookThatIsThere();
    void exportsAllKinds();
    void replacesOutputsOnlyWhole();
    void neverWritesOverAWorkbook();
    void lostOutputIsAFailure();
    void choosesSections();
    void printsBlankForms();
    void reportsTheFigures();
    void reportsHandoversAndEstimates();
    void worksThePlanOut();
    void plansWithTheFiguresOfTheNewestPeriod();
    void splitsWhatChanged();
    void simulatesAlikeForOneSeed();
    void saysWhyItCannotWrite();
    void saysWhoHasItOpenElsewhere();
    void refusesWhatIsNoWorkbook();
    void wrongUsageIsTold_data();
    void wrongUsageIsTold();
    void windowNeedsADisplay();

private:
    Outcome run(const QStringList &arguments) const { return m_line->run(arguments); }
    QString path(const QString &name) const { return m_line->path(name); }
    QByteArray content(const QString &name) const { return m_line->content(name); }

    std::unique_ptr<CommandLine> m_line;
};

void TestCommands::init()
{
    m_line = std::make_unique<CommandLine>();
}

void TestCommands::makesWorkbooks()
{
    const Outcome made = run(
        {u"new"_s, path(u"a.smarketing"_s), u"--starter"_s, u"example"_s, u"--client"_s, u"Ørsted & Søn"_s});
    QCOMPARE(made.err, QString());
    QCOMPARE(made.code, 0);
    const auto document = Document::open(path(u"a.smarketing"_s), {.dataFolder = path(u"data"_s)});
    QVERIFY(document);
    QCOMPARE((*document)->rows(u"overview_workbook"_s).first().value(u"client"_s).toString(),
             u"Ørsted & Søn"_s);
    QVERIFY((*document)->rows(u"story_persona"_s).size() > 1);
    const QString logo = (*document)->rows(u"overview_workbook"_s).first().value(u"client_logo"_s).toString();
    QVERIFY((*document)->attachment(logo).startsWith("\x89PNG"));
    const Outcome named = run({u"new"_s, path(u"b"_s)});
    QCOMPARE(named.code, 0);
    QCOMPARE(named.out.trimmed(), path(u"b.smarketing"_s));
    QVERIFY(!content(u"b.smarketing"_s).isEmpty());
}

void TestCommands::keepsAWorkbookThatIsThere()
{
    QCOMPARE(run({u"new"_s, path(u"a.smarketing"_s)}).code, 0);
    const QByteArray before = content(u"a.smarketing"_s);
    const Outcome again = run({u"new"_s, path(u"a.smarketing"_s)});
    QCOMPARE(again.code, 1);
    QVERIFY(!again.err.isEmpty());
    QCOMPARE(content(u"a.smarketing"_s), before);
}

void TestCommands::exportsAllKinds()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file, u"--starter"_s, u"example"_s}).code, 0);
    const QByteArray before = content(u"a.smarketing"_s);
    for (const QString &kind : {u"pdf"_s, u"csv"_s, u"json"_s}) {
        const Outcome outcome = run({u"export"_s, file, u"--to"_s, path(u"out."_s + kind)});
        QCOMPARE(outcome.err, QString());
        QCOMPARE(outcome.code, 0);
    }
    QVERIFY(content(u"out.pdf"_s).startsWith("%PDF-"));
    QVERIFY(
        content(u"out.csv"_s).startsWith("worksheet,row,field,value,source,worksheet label,field label\r\n"));
    const QJsonObject json = QJsonDocument::fromJson(content(u"out.json"_s)).object();
    QVERIFY(json[u"worksheets"][u"story_persona"].toArray().size() > 1);
    QCOMPARE(content(u"a.smarketing"_s), before);
}

void TestCommands::replacesOutputsOnlyWhole()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file}).code, 0);
    QFile out(path(u"out.json"_s));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("old");
    out.close();
    QCOMPARE(run({u"export"_s, path(u"missing.smarketing"_s), u"--to"_s, out.fileName()}).code, 1);
    QCOMPARE(content(u"out.json"_s), QByteArray("old"));
    QCOMPARE(run({u"export"_s, file, u"--to"_s, out.fileName()}).code, 0);
    QVERIFY(content(u"out.json"_s).startsWith('{'));
    const Outcome nowhere = run({u"export"_s, file, u"--to"_s, path(u"no folder/out.pdf"_s)});
    QCOMPARE(nowhere.code, 1);
    QVERIFY(nowhere.err.contains(u"no folder"));
}

void TestCommands::neverWritesOverAWorkbook()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file}).code, 0);
    QVERIFY(QFile::copy(file, path(u"b.json"_s)));
    QVERIFY(QFile::link(file, path(u"c.pdf"_s)));
    const QByteArray before = content(u"a.smarketing"_s);
    for (const QString &target : {path(u"b.json"_s), path(u"c.pdf"_s)}) {
        const Outcome refused = run({u"export"_s, file, u"--to"_s, target});
        QVERIFY(refused.code != 0);
        QVERIFY2(refused.err.contains(u"is a workbook"), qPrintable(refused.err));
    }
    QCOMPARE(content(u"a.smarketing"_s), before);
    QCOMPARE(content(u"b.json"_s), before);
}

void TestCommands::lostOutputIsAFailure()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("There is no device that is always full");
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file}).code, 0);
    const Outcome lost = m_line->run({u"report"_s, file, u"--json"_s}, u"/dev/full"_s);
    QCOMPARE(lost.code, 1);
    QVERIFY(lost.err.contains(u"could not be written"));
}

void TestCommands::choosesSections()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file, u"--starter"_s, u"example"_s}).code, 0);
    QCOMPARE(
        run({u"export"_s, file, u"--to"_s, path(u"out.json"_s), u"--sections"_s, u"crm,story/personas"_s})
            .code,
        0);
    const QJsonObject worksheets
        = QJsonDocument::fromJson(content(u"out.json"_s)).object()[u"worksheets"].toObject();
    QVERIFY(worksheets.contains(u"crm_access"_s));
    QVERIFY(worksheets.contains(u"story_persona"_s));
    QVERIFY(!worksheets.contains(u"funnel_stage"_s));
    QCOMPARE(run({u"export"_s, path(u"a.smarketing"_s), u"--to"_s, path(u"none.csv"_s), u"--sections"_s,
                  QString()})
                 .code,
             2);
}

void TestCommands::printsBlankForms()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file}).code, 0);
    QCOMPARE(run({u"export"_s, file, u"--to"_s, path(u"without.pdf"_s), u"--paper"_s, u"letter"_s}).code, 0);
    QCOMPARE(run({u"export"_s, file, u"--to"_s, path(u"with.pdf"_s), u"--blank-forms"_s}).code, 0);
    const Outcome other = run({u"export"_s, file, u"--to"_s, path(u"in.pdf"_s), u"--currency"_s, u"usd"_s});
    QCOMPARE(other.code, 3);
    QVERIFY2(other.err.contains(u"no values in USD"_s), qPrintable(other.err));
    QVERIFY(!QFile::exists(path(u"in.pdf"_s)));
    QVERIFY(content(u"with.pdf"_s).size() > content(u"without.pdf"_s).size());
}

void TestCommands::reportsTheFigures()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file, u"--starter"_s, u"example"_s}).code, 0);
    const Outcome outcome = run({u"report"_s, file, u"--json"_s});
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.code, 0);
    const QJsonObject json = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(json[u"grain"].toString(), u"quarter"_s);
    QCOMPARE(json[u"stages"].toArray().size(), 6);
    QCOMPARE(json[u"handovers"].toArray().size(), 2);
    const QJsonObject last = json[u"periods"].toArray().last().toObject();
    QCOMPARE(last[u"period"].toString(), u"2026-Q3"_s);
    const QJsonArray stages = last[u"stages"].toArray();
    QCOMPARE(stages.at(1)[u"count"].toInteger(), 2410);
    const QJsonObject step = stages.at(1)[u"step_rate"].toObject();
    QCOMPARE(step[u"value"].toString(), u"0.0500"_s); // 2,410 ÷ 48,200
    QCOMPARE(step[u"numerator"].toInteger(), 2410);
    QCOMPARE(step[u"denominator"].toInteger(), 48200);
    QCOMPARE(stages.at(5)[u"overall_rate"][u"value"].toString(), u"0.0007"_s); // 34 ÷ 48,200
    QCOMPARE(stages.at(5)[u"value"][u"amount"].toString(), u"400000.00"_s);
    QCOMPARE(stages.at(5)[u"value_source"].toString(), u"typed"_s);
    QVERIFY(stages.at(3)[u"value_source"].isNull()); // that of the deals is not the worth of a typed count
    QVERIFY(stages.at(0)[u"value_source"].isNull()); // no deal tells of visitors
    QVERIFY(!stages.at(0).toObject().contains(u"step_rate"_s));
    // The pipeline, as its page shows it.
    const QJsonArray outlook = json[u"outlook"].toArray();
    QCOMPARE(outlook.last()[u"win_rate"][u"numerator"].toInteger(), 34);
    QCOMPARE(outlook.last()[u"win_rate"][u"denominator"].toInteger(), 139);
    QCOMPARE(json[u"pipeline"][u"weighted"].toArray().first()[u"weighted"][u"amount"].toString(),
             u"288120.00"_s);
    const QJsonArray earned = json[u"earned"].toArray();
    QCOMPARE(earned.last()[u"sourced"][u"values"].toArray().first()[u"amount"].toString(), u"178000.00"_s);
    QCOMPARE(earned.last()[u"influenced"][u"values"].toArray().first()[u"amount"].toString(), u"280000.00"_s);
}

void TestCommands::reportsHandoversAndEstimates()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file, u"--starter"_s, u"example"_s}).code, 0);
    const Outcome outcome = run({u"report"_s, file, u"--json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonObject json = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    const QJsonObject toSales = json[u"handovers"].toArray().last().toObject();
    QCOMPARE(toSales[u"accept_within_minutes"].toInt(), 1440);
    QCOMPARE(toSales[u"reject_reasons"].toArray().size(), 4);
    QCOMPARE(toSales[u"actual"][u"state"].toString(), u"broken"_s);
    const QJsonObject quarter = toSales[u"periods"].toArray().first().toObject();
    QCOMPARE(quarter[u"period"].toString(), u"2026-Q3"_s);
    QCOMPARE(quarter[u"median_minutes"].toString(), u"1560.00"_s); // 26 h against 24 agreed
    QCOMPARE(quarter[u"breaches"].toArray(), (QJsonArray{u"late"_s, u"mostly_late"_s}));
    QCOMPARE(quarter[u"inside_agreement"][u"numerator"].toInt(), 3);
    QCOMPARE(quarter[u"inside_agreement"][u"denominator"].toInt(), 7);
    QCOMPARE(quarter[u"rejected_because"].toArray().size(), 1);
    const QJsonArray estimates = json[u"estimates"].toArray();
    QCOMPARE(estimates.size(), 6);
    QCOMPARE(estimates.first()[u"stage"].toString(), u"SQL"_s);
    QCOMPARE(estimates.first()[u"marketing"].toString(), u"0.6500"_s);
    QCOMPARE(estimates.first()[u"marketing_gap"].toString(), u"0.1337"_s);
    // A stage without owner stays with the one before, and that one hands over.
    Database(file, Database::Access::ReadWrite)
        .execute(u"UPDATE funnel_stage SET owner = NULL WHERE name = ?"_s, {toSales[u"after"].toString()});
    const QByteArray ownerless = run({u"report"_s, file, u"--json"_s}).out.toUtf8();
    QCOMPARE(QJsonDocument::fromJson(ownerless)[u"handovers"].toArray().last()[u"from"], toSales[u"from"]);
}

void TestCommands::worksThePlanOut()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file, u"--starter"_s, u"example"_s}).code, 0);
    const Outcome outcome = run({u"targets"_s, file, u"--json"_s, u"--goal"_s, u"1150000 EUR"_s, u"--from"_s,
                                 u"opportunities=250"_s, u"--per"_s, u"quarter"_s});
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.code, 0);
    const QJsonObject plan = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(plan[u"marketing_goal"_s][u"amount"_s].toString(), u"690000.00"_s); // 60 %
    // 60 deals of 11,500; 24, 49.5, 50, 24.5 and 4.8 %, up at each step.
    QList<int> counts, quarters;
    for (const QJsonValue &stage : plan[u"stages"_s].toArray()) {
        counts.append(stage[u"count"_s].toInt());
        quarters.append(stage[u"per_unit"_s].toInt());
    }
    QCOMPARE(counts, (QList<int>{86'063, 4'131, 1'012, 506, 250, 60}));
    QCOMPARE(plan[u"stages"_s][1][u"rate"_s].toString(), u"0.048000"_s); // as exactly as it is kept
    QCOMPARE(quarters.last(), 15);
    QCOMPARE(quarters.first(), 21'516);
    QCOMPARE(plan[u"by_month"_s].toArray().size(), 12);
    QCOMPARE(plan[u"reached"_s][u"counts"_s].toArray(), (QJsonArray{250, 60}));
    QCOMPARE(plan[u"reached"_s][u"goal"_s][u"amount"_s].toString(), u"1150000.00"_s);
    QVERIFY(run({u"targets"_s, file}).out.contains(u"Opportunities: "));
    QCOMPARE(run({u"targets"_s, file, u"--goal"_s, u"a lot"_s}).code, 2);
    const QString empty = path(u"empty.smarketing"_s);
    QCOMPARE(run({u"new"_s, empty}).code, 0);
    const Outcome undecided = run({u"targets"_s, empty, u"--goal"_s, u"600000"_s});
    QCOMPARE(undecided.code, 3);
    QVERIFY2(undecided.err.contains(u"--deal-size"_s), qPrintable(undecided.err));
    const Outcome given = run({u"targets"_s, empty, u"--goal"_s, u"600000"_s, u"--deal-size"_s, u"20000"_s});
    QCOMPARE(given.code, 0);
    QVERIFY2(given.out.contains(u"Won: 30"_s), qPrintable(given.out));
    QCOMPARE(run({u"targets"_s, file, u"--from"_s, u"Nobody=5"_s}).code, 2);
}

// Nobody has typed a plan, but the figures of a quarter.
void TestCommands::plansWithTheFiguresOfTheNewestPeriod()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file}).code, 0);
    const QString csv = path(u"deals.csv"_s);
    QFile deals(csv);
    QVERIFY(deals.open(QIODevice::WriteOnly));
    deals.write("Deal ID,Created,Closed,Stage,Amount\n"
                "1,2026-04-02,2026-05-10,Won,10000\n2,2026-04-03,2026-05-11,Won,20000\n"
                "3,2026-04-04,2026-05-12,Won,15001\n4,2026-04-05,2026-05-13,Lost,\n");
    deals.close();
    QCOMPARE(run({u"import"_s, file, csv, u"--currency"_s, u"EUR"_s, u"--date-order"_s, u"ymd"_s}).code, 0);
    const Outcome outcome = run({u"targets"_s, file, u"--goal"_s, u"600000"_s, u"--json"_s});
    QCOMPARE(outcome.err, QString());
    const QJsonObject plan = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(plan[u"deal_size"_s][u"amount"_s].toString(), u"15000.33"_s); // 45,001 ÷ 3
    QCOMPARE(plan[u"taken_from"_s][u"period"_s].toString(), u"2026-Q2"_s);
    QVERIFY(plan[u"taken_from"_s][u"deal_size"_s].toBool());
    const QJsonArray stages = plan[u"stages"_s].toArray();
    QCOMPARE(stages.last()[u"count"_s].toInt(), 40); // 39.9991
    const Outcome told = run({u"targets"_s, file, u"--goal"_s, u"600000"_s});
    QVERIFY2(told.out.contains(u"Deal size, the average of Q2 2026: 15,000.33"_s), qPrintable(told.out));
}

void TestCommands::splitsWhatChanged()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file, u"--starter"_s, u"example"_s}).code, 0);
    const Outcome outcome
        = run({u"what-changed"_s, file, u"--from"_s, u"2025-Q4"_s, u"--to"_s, u"2026-Q3"_s, u"--json"_s});
    QCOMPARE(outcome.err, u"Values are those of the rows that tell one. Without a value: 97.\n"_s);
    const QJsonObject changed = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    const auto cents
        = [](const QJsonValue &money) { return money[u"amount"_s].toString().remove(u'.').toLongLong(); };
    qint64 sum = 0;
    for (const QJsonValue &factor : changed[u"factors"_s].toArray())
        sum += cents(factor[u"part"_s]);
    QCOMPARE(changed[u"factors"_s].toArray().size(), 7); // volume, five rates, deal size
    QCOMPARE(sum, cents(changed[u"after"_s]) - cents(changed[u"before"_s]));
    QCOMPARE(sum, cents(changed[u"change"_s]));
    QVERIFY(!changed[u"notes"_s].toArray().isEmpty());
    const Outcome bySource = run({u"what-changed"_s, file, u"--from"_s, u"2026-Q2"_s, u"--to"_s, u"2026-Q3"_s,
                                  u"--by"_s, u"source"_s, u"--json"_s});
    const QJsonObject sources = QJsonDocument::fromJson(bySource.out.toUtf8()).object();
    QCOMPARE(sources[u"segments"_s].toArray().size(), 5);
    qint64 total = cents(sources[u"rest"_s]);
    for (const QJsonValue &source : sources[u"segments"_s].toArray())
        total += cents(source[u"change"_s]);
    QCOMPARE(total, cents(sources[u"change"_s]));
    const Outcome all = run({u"report"_s, file, u"--json"_s});
    const QJsonValue newest = QJsonDocument::fromJson(all.out.toUtf8()).object()[u"what_changed"_s];
    QCOMPARE(newest[u"by_source"_s][u"segments"_s], sources.value(u"segments"_s));
    QCOMPARE(run({u"what-changed"_s, file, u"--from"_s, u"2026-Q2"_s, u"--to"_s, u"2026-Q3"_s, u"--by"_s,
                  u"colour"_s})
                 .code,
             2);
    const Outcome nothing
        = run({u"what-changed"_s, file, u"--from"_s, u"1999-Q4"_s, u"--to"_s, u"2026-Q3"_s});
    QCOMPARE(nothing.code, 3);
    QVERIFY(nothing.out.isEmpty() && !nothing.err.isEmpty());
}

void TestCommands::simulatesAlikeForOneSeed()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file, u"--starter"_s, u"example"_s}).code, 0);
    const QStringList seven{u"simulate"_s, file, u"--seed"_s, u"7"_s, u"--runs"_s, u"500"_s, u"--json"_s};
    const Outcome first = run(seven);
    QCOMPARE(first.code, 0);
    QCOMPARE(run(seven).out, first.out);
    QStringList eight = seven;
    eight[3] = u"8"_s;
    QVERIFY(run(eight).out != first.out);
    const QJsonObject result = QJsonDocument::fromJson(first.out.toUtf8()).object();
    QCOMPARE(result[u"chance"_s][u"denominator"_s].toInt(), 500);
    QCOMPARE(run({u"new"_s, path(u"b.smarketing"_s)}).code, 0);
    QCOMPARE(run({u"simulate"_s, path(u"b.smarketing"_s)}).code, 3); // no plan yet

    QVERIFY(first.err.isEmpty());
    Database(file, Database::Access::ReadWrite).execute(u"UPDATE funnel_plan_rate SET high = 1500000"_s);
    QVERIFY(run(seven).err.contains(u"is above 100 %: is that meant?"_s));
}

void TestCommands::saysWhyItCannotWrite()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file}).code, 0);
    const auto window = Document::open(file, {.dataFolder = path(u"home/smarketing-workbook"_s)});
    QVERIFY(window && !(*window)->isReadOnly());
    const QString deals = m_line->write(u"deals.csv"_s, "Id,Stage,Amount\n1,Won,5 EUR\n");
    const Outcome outcome = run({u"import"_s, file, deals});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains(u"open in another window"_s), qPrintable(outcome.err));
    const QByteArray before = content(u"a.smarketing"_s);
    const Outcome tried = run({u"import"_s, file, deals, u"--dry-run"_s}); // it only looks
    QVERIFY2(tried.code == 0, qPrintable(tried.err));
    QCOMPARE(content(u"a.smarketing"_s), before);
    QVERIFY((*window)->rows(u"funnel_deal"_s).isEmpty());
}

void TestCommands::saysWhoHasItOpenElsewhere()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file}).code, 0);
    m_line->write(u".~lock.a.smarketing#"_s, "workshop-pc\n0\nben\nBen Kaya\n");
    const QString deals = m_line->write(u"deals.csv"_s, "Id,Stage,Amount\n1,Won,5 EUR\n");
    const Outcome outcome = run({u"import"_s, file, deals});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains(u"Ben Kaya has this workbook open on the computer workshop-pc"_s),
             qPrintable(outcome.err));
    QCOMPARE(run({u"check"_s, file}).code, 0); // who only reads is not kept from it
}

void TestCommands::refusesWhatIsNoWorkbook()
{
    QFile file(path(u"a.smarketing"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("This is a letter, not a workbook.");
    file.close();
    for (const QStringList &arguments :
         {QStringList{u"check"_s, file.fileName()},
          QStringList{u"export"_s, file.fileName(), u"--to"_s, path(u"out.pdf"_s)}}) {
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.code, 3);
        QVERIFY(outcome.err.contains(u"a.smarketing"));
        QVERIFY(outcome.out.isEmpty());
    }
    QVERIFY(!QFile::exists(path(u"out.pdf"_s)));
    QCOMPARE(content(u"a.smarketing"_s), QByteArray("This is a letter, not a workbook."));
}

void TestCommands::wrongUsageIsTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("mistyped verb") << QStringList{u"exprot"_s, u"a"_s};
    QTest::newRow("option of the window") << QStringList{u"--nonsense"_s};
    QTest::newRow("option beside a file") << QStringList{u"a.smarketing"_s, u"--json"_s};
    QTest::newRow("two files for the window") << QStringList{u"a.smarketing"_s, u"b.smarketing"_s};
    QTest::newRow("no name") << QStringList{u"new"_s, QString()};
    QTest::newRow("no file") << QStringList{u"new"_s};
    QTest::newRow("two files") << QStringList{u"check"_s, u"a"_s, u"b"_s};
    QTest::newRow("option") << QStringList{u"check"_s, u"a"_s, u"--loudly"_s};
    QTest::newRow("starter") << QStringList{u"new"_s, u"a"_s, u"--starter"_s, u"empty"_s};
    QTest::newRow("report of what") << QStringList{u"report"_s, u"a"_s};
    QTest::newRow("per century") << QStringList{u"targets"_s, u"a"_s, u"--per"_s, u"century"_s};
    QTest::newRow("one period") << QStringList{u"what-changed"_s, u"a"_s, u"--from"_s, u"2026-Q1"_s};
    QTest::newRow("two grains") << QStringList{u"what-changed"_s, u"a"_s,    u"--from"_s,
                                               u"2026-Q1"_s,      u"--to"_s, u"2026-04"_s};
    QTest::newRow("two answers") << QStringList{u"export"_s,  u"a"_s,    u"--to"_s,
                                                u"one.pdf"_s, u"--to"_s, u"two.pdf"_s};
    QTest::newRow("two currencies") << QStringList{u"report"_s, u"a"_s,          u"--json"_s, u"--currency"_s,
                                                   u"EUR"_s,    u"--currency"_s, u"USD"_s};
    QTest::newRow("counted by") << QStringList{u"report"_s, u"a"_s, u"--json"_s, u"--count-by"_s, u"moon"_s};
    QTest::newRow("no runs") << QStringList{u"simulate"_s, u"a"_s, u"--runs"_s, u"0"_s};
    QTest::newRow("no data") << QStringList{u"import"_s, u"a"_s};
    QTest::newRow("no output") << QStringList{u"export"_s, u"a"_s};
    QTest::newRow("output kind") << QStringList{u"export"_s, u"a"_s, u"--to"_s, u"out.doc"_s};
    QTest::newRow("paper") << QStringList{u"export"_s,  u"a"_s,       u"--to"_s,
                                          u"out.pdf"_s, u"--paper"_s, u"a0"_s};
    QTest::newRow("section") << QStringList{u"export"_s,  u"a"_s,          u"--to"_s,
                                            u"out.pdf"_s, u"--sections"_s, u"stories"_s};
}

void TestCommands::wrongUsageIsTold()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.err.contains(u"--help"));
    QVERIFY(outcome.out.isEmpty());
}

void TestCommands::windowNeedsADisplay()
{
    QCOMPARE(run({u"new"_s, path(u"a.smarketing"_s)}).code, 0);
    const Outcome outcome = run({path(u"a.smarketing"_s)});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.err.contains(u"--help"));
}

int main(int argc, char **argv)
{
    qputenv("SMARKETING_PROGRAM", PROGRAM);
    QCoreApplication app(argc, argv);
    TestCommands test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_commands.moc"
