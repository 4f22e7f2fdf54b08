#include "models/funnel/import/columns.h"
#include "tests/support/command_line.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QThread>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

using Outcome = CommandLine::Outcome;

QJsonObject jsonOf(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.out.toUtf8()).object();
}

} // namespace

// Imports as a script makes them.
class TestImportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void importsDeals();
    void takesWhatTheDialogAsks();
    void takesTheChoicesOfTheLastImport();
    void takesWhatIsAnAnswer();
    void wrongChoicesAreTold_data();
    void wrongChoicesAreTold();
    void takesOneOfSeveralCurrencies();
    void mergesTextsAndPlacesTheLost();
    void helpNamesEveryRole();
    void joinsFiles();
    void aGrownExportKeepsTheDealsApart();
    void joinsEachFileByItsKey();
    void takesRegionAndProduct();
    void carriesGroupsDown();
    void importsAHistory();
    void refusesTablesWithoutDeals();
    void importsARealExport();
    void importsThroughAPipe();

private:
    Outcome run(const QStringList &arguments) const { return m_line->run(arguments); }
    QString path(const QString &name) const { return m_line->path(name); }
    QByteArray content(const QString &name) const { return m_line->content(name); }

    std::unique_ptr<CommandLine> m_line;
};

void TestImportCommand::init()
{
    m_line = std::make_unique<CommandLine>();
    QCOMPARE(run({u"new"_s, path(u"a.smarketing"_s)}).code, 0);
}

void TestImportCommand::takesOneOfSeveralCurrencies()
{
    const QString file = path(u"a.smarketing"_s);
    const QString data = m_line->write(u"deals.csv"_s,
                                       "Deal ID,Stage,Created,Closed,Amount,Currency\n"
                                       "1,Won,2026-01-13,2026-02-01,1000,EUR\n"
                                       "2,Won,2026-01-13,2026-02-01,400,USD\n"
                                       "3,Won,2026-01-13,2026-05-01,1500,EUR\n"
                                       "4,Won,2026-01-14,2026-05-01,70,USD\n");
    QCOMPARE(run({u"import"_s, file, data}).code, 0);
    const QStringList changed{u"what-changed"_s, file,         u"--from"_s, u"2026-Q1"_s,
                              u"--to"_s,         u"2026-Q2"_s, u"--json"_s, u"--currency"_s};
    const Outcome dollars = run(changed + QStringList{u"usd"_s});
    QCOMPARE(dollars.code, 0);
    QCOMPARE(jsonOf(dollars)[u"change"][u"amount"].toString(), u"-330.00"_s);
    QVERIFY(dollars.err.contains(u"Rows in other currencies: 2 in EUR"_s));
    const Outcome none = run(changed + QStringList{u"CHF"_s});
    QCOMPARE(none.code, 3);
    QVERIFY(none.err.contains(u"EUR, USD"_s));
    const auto wonIn = [&](const QStringList &more) {
        const QJsonObject report = jsonOf(run(QStringList{u"report"_s, file, u"--json"_s} + more));
        const QJsonArray stages = report[u"periods"].toArray().first()[u"stages"].toArray();
        return stages.last()[u"value"][u"amount"].toString();
    };
    QCOMPARE(wonIn({u"--currency"_s, u"EUR"_s}), u"1000.00"_s);
    QCOMPARE(wonIn({u"--currency"_s, u"USD"_s}), u"400.00"_s);
    // All began in the first quarter.
    QCOMPARE(wonIn({u"--currency"_s, u"EUR"_s, u"--count-by"_s, u"entry"_s}), u"2500.00"_s);
}

void TestImportCommand::mergesTextsAndPlacesTheLost()
{
    const QString file = path(u"a.smarketing"_s);
    const QString data = m_line->write(u"deals.csv"_s,
                                       "Deal ID,Stage,Created,Closed,Amount,Source\n"
                                       "1,Won,2026-01-13,2026-02-01,1000,Google\n"
                                       "2,Lead,2026-01-13,,400,google\n"
                                       "3,Lost,2026-01-13,2026-02-01,400,Fair\n");
    const Outcome apart = run({u"import"_s, file, data, u"--dry-run"_s});
    QVERIFY(apart.err.contains(u"--merge \"google=Google\""_s));
    const QString shouted = m_line->write(
        u"shouted.csv"_s, "Deal ID,Stage,Source\n1,Won,GOOGLE\n2,Lead,google\n3,Lead,Google\n");
    const Outcome three = run({u"import"_s, file, shouted, u"--dry-run"_s});
    QVERIFY(three.err.contains(u"--merge \"GOOGLE=Google\" --merge \"google=Google\""_s));
    const Outcome merged = run({u"import"_s, file, data, u"--json"_s, u"--merge"_s, u"google=Google"_s,
                                u"--merge"_s, u"Yahoo=Google"_s, u"--lost-at"_s, u"opportunity"_s});
    QCOMPARE(merged.code, 0);
    QVERIFY(!merged.err.contains(u"one in the figures"_s));
    QVERIFY(merged.err.contains(u"No row has “Yahoo”"_s));
    QCOMPARE(jsonOf(merged)[u"mapping"][u"stage_of_lost_name"].toString(), u"Opportunity"_s);
    const QJsonObject report = jsonOf(run({u"report"_s, file, u"--json"_s}));
    QCOMPARE(report[u"sources"].toArray().size(), 2);
    const QJsonArray stages = report[u"periods"].toArray().first()[u"stages"].toArray();
    QCOMPARE(stages.at(stages.size() - 2)[u"count"].toInteger(), 2); // the won one, and the lost
    // The next import of the file takes them as this one did, unless it is told otherwise.
    const Outcome again = run({u"import"_s, file, data, u"--json"_s, u"--lost-at"_s, u"unknown"_s});
    QCOMPARE(jsonOf(again)[u"mapping"][u"stage_of_lost_name"].toString(), QString());
    QVERIFY(!again.err.contains(u"one in the figures"_s));
    for (const QStringList &wrong :
         {QStringList{u"--merge"_s, u"google"_s}, QStringList{u"--lost-at"_s, u"Won"_s}}) {
        const Outcome refused = run(QStringList{u"import"_s, file, data} + wrong);
        QCOMPARE(refused.code, 2);
    }
}

void TestImportCommand::helpNamesEveryRole()
{
    const QString help = run({u"import"_s, u"--help"_s}).out;
    for (const ColumnRole role : allColumnRoles())
        QVERIFY2(help.contains(u"\n  "_s + roleKey(role) + u' '), qPrintable(roleKey(role)));
}

void TestImportCommand::takesWhatTheDialogAsks()
{
    const QString file = path(u"a.smarketing"_s);
    const QString data = m_line->write(u"deals.csv"_s,
                                       "Deal ID,Stage,Created,Closed,Amount\n"
                                       "1,Won,03/04/2026,05/06/2026,1000\n"
                                       "2,Mystery,03/05/2026,,500\n"
                                       "3,,03/05/2026,,500\n");
    const QStringList arguments{u"import"_s, file, data, u"--json"_s};
    const Outcome asked = run(arguments);
    QCOMPARE(asked.code, 0);
    QVERIFY(asked.err.contains(u"day was taken to be first"_s));
    QVERIFY(asked.err.contains(u"taken as EUR"_s));
    QCOMPARE(jsonOf(asked)[u"currency_assumed"].toBool(), true);
    QCOMPARE(jsonOf(asked)[u"refused"].toInteger(), 2);
    const QJsonArray remarks = jsonOf(asked)[u"remarks"].toArray();
    for (const QString &told : {u"day was taken to be first"_s, u"taken as EUR"_s})
        QVERIFY(std::any_of(remarks.begin(), remarks.end(), [&told](const QJsonValue &remark) {
            return remark[u"text"].toString().contains(told);
        }));

    const Outcome chosen
        = run(arguments
              + QStringList{u"--stage"_s, u"Mystery=mql"_s, u"--stage"_s, u"=Lead"_s, u"--date-order"_s,
                            u"mdy"_s, u"--currency"_s, u"usd"_s, u"--save-mapping"_s, u"Ours"_s});
    QCOMPARE(chosen.code, 0);
    QVERIFY(!chosen.err.contains(u"day was taken"_s));
    const QJsonObject json = jsonOf(chosen);
    QCOMPARE(json[u"refused"].toInteger(), 0);
    QCOMPARE(json[u"mapping"][u"stages"][u"Mystery"][u"name"].toString(), u"MQL"_s);
    QCOMPARE(json[u"mapping"][u"date_orders"][u"Created"].toString(), u"mdy"_s);
    QCOMPARE(json[u"deals"][u"won"][u"values"].toArray().first()[u"currency"].toString(), u"USD"_s);
    const Outcome again = run({u"import"_s, file, data, u"--mapping"_s, u"Ours"_s});
    QVERIFY(again.out.contains(u"nothing was changed"_s));
    const QString other = m_line->write(u"other.csv"_s, "Number,Phase\n7,Won\n");
    QVERIFY(run({u"import"_s, file, other, u"--mapping"_s, u"Ours"_s, u"--dry-run"_s})
                .err.contains(u"“Ours” names columns that this file does not have: Amount"_s));
    QVERIFY(run(arguments + QStringList{u"--stage"_s, u"Mistery=Lead"_s})
                .err.contains(u"No row is at the stage “Mistery”"_s));
}

void TestImportCommand::takesTheChoicesOfTheLastImport()
{
    const QString data = m_line->write(
        u"deals.csv"_s, "Deal ID,Stage,Amount EUR,Campaign\n1,Won,100,Fair\n2,Waiting,200,Web\n");
    const QStringList arguments{u"import"_s, path(u"a.smarketing"_s), data, u"--json"_s};
    QCOMPARE(jsonOf(run(arguments + QStringList{u"--dry-run"_s}))[u"refused"].toInteger(), 1);
    const QJsonObject first = jsonOf(
        run(arguments + QStringList{u"--stage"_s, u"Waiting=SQL"_s, u"--column"_s, u"Campaign=source"_s}));
    QCOMPARE(first[u"added"].toInteger(), 2);
    QCOMPARE(first[u"as_last_import"].toBool(), false);

    const QJsonObject second = jsonOf(run(arguments));
    QCOMPARE(second[u"unchanged"].toInteger(), 2);
    QCOMPARE(second[u"as_last_import"].toBool(), true);
    QCOMPARE(second[u"mapping"][u"columns"][u"Campaign"].toString(), u"source"_s);
    const QJsonObject said = jsonOf(run(arguments + QStringList{u"--stage"_s, u"Waiting=lost"_s}));
    QCOMPARE(said[u"updated"].toInteger(), 1);
    QCOMPARE(said[u"mapping"][u"columns"][u"Campaign"].toString(), u"source"_s);

    const Outcome anew = run(arguments + QStringList{u"--anew"_s, u"--dry-run"_s});
    QCOMPARE(jsonOf(anew)[u"as_last_import"].toBool(), false);
    QCOMPARE(jsonOf(anew)[u"refused"].toInteger(), 1);
    // So is the next export, whatever it is called; one with other columns is recognised for itself.
    const QString next
        = m_line->write(u"next.csv"_s, "Deal ID,Stage,Amount EUR,Campaign\n8,Waiting,100,Fair\n");
    QCOMPARE(run({u"import"_s, path(u"a.smarketing"_s), next}).code, 0);
    const QString other = m_line->write(u"others.csv"_s, "Deal ID,Stage,Amount EUR\n9,Waiting,100\n");
    QCOMPARE(run({u"import"_s, path(u"a.smarketing"_s), other}).code, 3);
}

void TestImportCommand::takesWhatIsAnAnswer()
{
    const QString data
        = m_line->write(u"deals.csv"_s, "Deal ID,Stage,Region,Lead Source\n1,Won,NA,none\n2,Won,EMEA,x\n");
    const QStringList arguments{u"import"_s, path(u"a.smarketing"_s), data, u"--dry-run"_s};
    const Outcome usual = run(arguments);
    QVERIFY(usual.err.contains(u"“NA” was taken as an answer in “Region”"_s));
    QVERIFY(usual.err.contains(u"no answer in “Lead Source”: “none” (1)"_s));
    const Outcome chosen
        = run(arguments
              + QStringList{u"--no-answer"_s, u"NA"_s, u"--no-answer"_s, u"x"_s, u"--answer"_s, u"none"_s});
    QVERIFY(chosen.err.contains(u"no answer in “Region”: “NA” (1)"_s));
    QVERIFY(chosen.err.contains(u"no answer in “Lead Source”: “x” (1)"_s));
}

void TestImportCommand::wrongChoicesAreTold_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("order of dates") << QStringList{u"--date-order"_s, u"dym"_s};
    QTest::newRow("currency") << QStringList{u"--currency"_s, u"EURO"_s};
    QTest::newRow("no stage") << QStringList{u"--stage"_s, u"Mystery"_s};
    QTest::newRow("unknown stage") << QStringList{u"--stage"_s, u"Mystery=Nowhere"_s};
    QTest::newRow("no name") << QStringList{u"--save-mapping"_s, u" "_s};
    QTest::newRow("rows") << QStringList{u"--rows"_s, u"month"_s};
}

void TestImportCommand::wrongChoicesAreTold()
{
    QFETCH(const QStringList, options);
    const QString data = m_line->write(u"deals.csv"_s, "Deal ID,Stage\n1,Won\n");
    const Outcome outcome = run(QStringList{u"import"_s, path(u"a.smarketing"_s), data} + options);
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.err.contains(u"--help"));
    QVERIFY(outcome.out.isEmpty());
}

void TestImportCommand::importsDeals()
{
    const QString file = path(u"a.smarketing"_s);
    QFile data(path(u"deals.csv"_s));
    QVERIFY(data.open(QIODevice::WriteOnly));
    data.write("Deal ID,Stage,Created,Closed,Amount\n"
               "1,Won,2026-01-05,2026-02-01,1000\n"
               "2,Lost,2026-01-06,2026-02-02,500\n"
               "3,Won,2026-01-07,2026-04-01,700.50\n"
               "4,Mystery,2026-01-07,2026-04-02,700\n");
    data.close();
    const QStringList arguments{u"import"_s, file, data.fileName()};
    const QByteArray before = content(u"a.smarketing"_s);
    const Outcome rehearsal = run(arguments + QStringList{u"--dry-run"_s, u"--json"_s});
    QCOMPARE(rehearsal.code, 0);
    QVERIFY(rehearsal.err.contains(u'5')); // the line
    const QJsonObject would = QJsonDocument::fromJson(rehearsal.out.toUtf8()).object();
    QCOMPARE(would[u"rows"].toInteger(), 4);
    QCOMPARE(would[u"added"].toInteger(), 3);
    QCOMPARE(would[u"refused"].toInteger(), 1);
    QCOMPARE(would[u"refused_rows"].toArray().first()[u"line"].toInteger(), 5);
    QCOMPARE(content(u"a.smarketing"_s), before);

    const Outcome done = run(arguments);
    QCOMPARE(done.code, 0);
    QVERIFY(done.out.contains(u"66.67"));
    const QJsonObject again
        = QJsonDocument::fromJson(run(arguments + QStringList{u"--json"_s}).out.toUtf8()).object();
    QCOMPARE(again[u"unchanged"].toInteger(), 3);
    const QJsonValue deals = again[u"deals"];
    QCOMPARE(deals[u"won"][u"count"].toInteger(), 2);
    QCOMPARE(deals[u"won"][u"values"].toArray().first()[u"amount"].toString(), u"1700.50"_s);
    QCOMPARE(deals[u"win_rate"][u"value"].toString(), u"0.6667"_s);
    QCOMPARE(deals[u"deal_size"].toArray().first()[u"amount"].toString(), u"850.25"_s);
    QCOMPARE(deals[u"cycle_days"][u"median"].toString(), u"55.50"_s); // 27 and 84 days
    QCOMPARE(deals[u"won_by_close"].toArray().size(), 2);
    QCOMPARE(QJsonDocument::fromJson(run({u"report"_s, file, u"--json"_s}).out.toUtf8()).object()[u"deals"],
             deals);
}

void TestImportCommand::joinsFiles()
{
    const QString file = path(u"a.smarketing"_s);
    const QString data = QStringLiteral(SOURCE_DIR "/tests/data/crm/");
    const QStringList arguments{u"import"_s, file, data + u"olist_leads.csv"_s, data + u"olist_deals.csv"_s,
                                u"--json"_s};
    const QJsonObject done = QJsonDocument::fromJson(run(arguments).out.toUtf8()).object();
    QCOMPARE(done[u"added"].toInteger(), 3);
    QCOMPARE(done[u"deals"][u"won"][u"count"].toInteger(), 1);
    const QByteArray before = content(u"a.smarketing"_s);
    const Outcome again = run(arguments.mid(0, 4) + QStringList{u"--join"_s, u"MQL_ID"_s});
    QVERIFY(again.out.contains(u"nothing was changed"_s));
    QCOMPARE(content(u"a.smarketing"_s), before);
    QCOMPARE(run(arguments + QStringList{u"--join"_s, u"nothing"_s}).code, 3);
    QCOMPARE(run({u"report"_s, file, file}).code, 2);
    QCOMPARE(run(arguments + QStringList{u"--join"_s, u"mql_id"_s, u"--join"_s, u"mql_id"_s}).code, 2);
}

// A lead has one deal in the first export, and two in the next.
void TestImportCommand::aGrownExportKeepsTheDealsApart()
{
    const QString leads = m_line->write(u"leads.csv"_s,
                                        "Lead ID,Created,Source\nL1,2026-01-02,Web\n"
                                        "L2,2026-02-02,Fair\nL3,2026-03-02,Web\n");
    const QByteArray first = "Deal ID,Lead ID,Stage,Closed,Amount\nD1,L1,Won,2026-04-10,1000 EUR\n"
                             "D2,L2,Negotiation,,500 EUR\n";
    const QString deals = m_line->write(u"deals.csv"_s, first);
    const QStringList arguments{u"import"_s, path(u"a.smarketing"_s), leads, deals, u"--json"_s};
    QCOMPARE(jsonOf(run(arguments))[u"deals"][u"won"][u"count"].toInteger(), 1);
    m_line->write(u"deals.csv"_s, first + "D3,L1,Won,2026-05-10,700 EUR\nD4,L3,Won,2026-05-11,30 EUR\n");
    for (int times = 0; times < 2; ++times) {
        const QJsonObject grown = jsonOf(run(arguments));
        QCOMPARE(grown[u"deals"][u"rows"].toInteger(), 4);
        QCOMPARE(grown[u"deals"][u"won"][u"count"].toInteger(), 3);
        QCOMPARE(grown[u"deals"][u"won"][u"values"].toArray().first()[u"amount"].toString(), u"1730.00"_s);
    }
}

void TestImportCommand::joinsEachFileByItsKey()
{
    const QStringList arguments{
        u"import"_s, path(u"a.smarketing"_s),
        m_line->write(u"deals.csv"_s, "Deal ID,Account ID,Stage\n1,a,Won\n2,b,Won\n3,b,New\n"),
        m_line->write(u"amounts.csv"_s, "Deal ID,Amount\n1,100\n2,200\n3,300\n"),
        m_line->write(u"accounts.csv"_s, "Account ID,Deal ID,Country\na,2,Norway\nb,1,Chile\n")};
    const Outcome outcome
        = run(arguments + QStringList{u"--join"_s, u"Deal ID"_s, u"--join"_s, u"Account ID"_s, u"--json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonObject json = jsonOf(outcome);
    QCOMPARE(json[u"rows"].toInteger(), 3);
    QCOMPARE(json[u"mapping"][u"columns"][u"Country"].toString(), u"segment"_s);
    QCOMPARE(json[u"deals"][u"won"][u"values"].toArray().first()[u"amount"].toString(), u"300.00"_s);
}

void TestImportCommand::takesRegionAndProduct()
{
    const QString file = path(u"a.smarketing"_s);
    const QString data = m_line->write(u"deals.csv"_s,
                                       "Deal ID,Stage,Created,Closed,Amount,Where,Region,Product\n"
                                       "1,Won,2026-01-05,2026-02-01,100,North,EMEA,Cell\n"
                                       "2,Won,2026-01-05,2026-05-01,300,North,EMEA,Cell\n"
                                       "3,Won,2026-01-05,2026-05-01,50,South,EMEA,Arm\n");
    const QJsonObject json
        = jsonOf(run({u"import"_s, file, data, u"--column"_s, u"Where=region"_s, u"--json"_s}));
    QCOMPARE(json[u"mapping"][u"columns"][u"Where"].toString(), u"segment"_s);
    QCOMPARE(json[u"mapping"][u"columns"][u"Product"].toString(), u"product"_s);
    QVERIFY(json[u"mapping"][u"columns"][u"Region"].isUndefined()); // a deal is of one

    const auto namesOf = [](const QJsonValue &by) {
        QStringList names;
        for (const QJsonValue &segment : by[u"segments"].toArray())
            names.append(segment[u"segment"].toString() + u' ' + segment[u"change"][u"amount"].toString());
        return names;
    };
    const QStringList products{u"Cell 200.00"_s, u"Arm 50.00"_s};
    const QJsonValue changed = jsonOf(run({u"report"_s, file, u"--json"_s}))[u"what_changed"];
    QCOMPARE(namesOf(changed[u"by_region"]), (QStringList{u"North 200.00"_s, u"South 50.00"_s}));
    QCOMPARE(namesOf(changed[u"by_product"]), products);
    QCOMPARE(changed[u"by_product"][u"rest"][u"amount"].toString(), u"0.00"_s);
    QCOMPARE(namesOf(jsonOf(run({u"what-changed"_s, file, u"--from"_s, u"2026-Q1"_s, u"--to"_s, u"2026-Q2"_s,
                                 u"--by"_s, u"product"_s, u"--json"_s}))),
             products);
    const QJsonObject other
        = jsonOf(run({u"import"_s, file, data, u"--column"_s, u"Where=product"_s, u"--json"_s}));
    QCOMPARE(other[u"mapping"][u"columns"][u"Where"].toString(), u"product"_s);
    QCOMPARE(other[u"updated"].toInteger(), 3);
}

void TestImportCommand::carriesGroupsDown()
{
    const QStringList arguments{u"import"_s, path(u"a.smarketing"_s),
                                m_line->write(u"report.csv"_s,
                                              "Stage,Deal ID,Amount\nClosed Won,1,100\n"
                                              ",2,50\nClosed Lost,3,10\n,4,20\n"),
                                u"--dry-run"_s, u"--json"_s};
    const QJsonObject carried = jsonOf(run(arguments));
    QCOMPARE(carried[u"taken"].toInteger(), 4);
    const QJsonArray remarks = carried[u"remarks"].toArray();
    QVERIFY(std::any_of(remarks.begin(), remarks.end(), [](const QJsonValue &remark) {
        return remark[u"text"].toString().contains(u"carried down"_s);
    }));
    QCOMPARE(jsonOf(run(arguments + QStringList{u"--keep-blanks"_s}))[u"taken"].toInteger(), 2);
}

void TestImportCommand::importsAHistory()
{
    const QString file = path(u"a.smarketing"_s);
    const QString data = QStringLiteral(SOURCE_DIR "/tests/data/crm/");
    const QStringList arguments{u"import"_s, file, data + u"pipeline_deals_en.csv"_s,
                                data + u"pipeline_history_en.csv"_s, u"--json"_s};
    const QJsonObject done = QJsonDocument::fromJson(run(arguments).out.toUtf8()).object();
    QCOMPARE(done[u"added"].toInteger(), 5);
    QCOMPARE(done[u"rows"].toInteger(), done[u"added"].toInteger() + done[u"further_stages"].toInteger());
    QCOMPARE(done[u"deals"][u"won"][u"count"].toInteger(), 1);
    const QByteArray before = content(u"a.smarketing"_s);
    QVERIFY(
        run({u"import"_s, file, data + u"pipeline_history_en.csv"_s}).out.contains(u"nothing was changed"_s));
    QCOMPARE(content(u"a.smarketing"_s), before);
    const Outcome asDeals = run({u"import"_s, file, data + u"pipeline_history_en.csv"_s, u"--rows"_s,
                                 u"deal"_s, u"--dry-run"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(asDeals.out.toUtf8()).object()[u"further_stages"].toInteger(), 0);
}

void TestImportCommand::refusesTablesWithoutDeals()
{
    const QString file = path(u"a.smarketing"_s);
    QFile data(path(u"poem.csv"_s));
    QVERIFY(data.open(QIODevice::WriteOnly));
    data.write("Roses,Violets\nred,blue\n");
    data.close();
    const QByteArray before = content(u"a.smarketing"_s);
    const Outcome refused = run({u"import"_s, file, data.fileName()});
    QCOMPARE(refused.code, 3);
    QVERIFY(!refused.err.isEmpty());
    QVERIFY(refused.out.isEmpty());
    QFile mysteries(path(u"mysteries.csv"_s));
    QVERIFY(mysteries.open(QIODevice::WriteOnly));
    mysteries.write("Deal ID,Stage,Amount\n1,Mystery,10\n");
    mysteries.close();
    const Outcome none
        = run({u"import"_s, file, mysteries.fileName(), u"--json"_s, u"--save-mapping"_s, u"Mysteries"_s});
    QCOMPARE(none.code, 3);
    const QJsonObject json = QJsonDocument::fromJson(none.out.toUtf8()).object();
    QCOMPARE(json[u"refused_rows"].toArray().size(), 1);
    QCOMPARE(json[u"mapping"][u"columns"][u"Amount"].toString(), u"value"_s);
    QCOMPARE(run({u"import"_s, file, path(u"missing.csv"_s)}).code, 1);
    QVERIFY(run({u"import"_s, file, data.fileName(), u"--mapping"_s, u"Other CRM"_s}).code != 0);
    QCOMPARE(content(u"a.smarketing"_s), before);
}

void TestImportCommand::importsARealExport()
{
    const QString data = qEnvironmentVariable("SMARKETING_SHARED_DATA") + u"/crm/derived/maven_iso.csv"_s;
    if (!QFile::exists(data))
        QSKIP("SMARKETING_SHARED_DATA names no folder with crm/derived/maven_iso.csv");
    const QString file = path(u"a.smarketing"_s);
    const Outcome outcome = run({u"import"_s, file, data, u"--json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonValue json = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(json[u"rows"].toInteger(), 8800);
    QCOMPARE(json[u"refused"].toInteger(), 0);
    const QJsonValue deals = json[u"deals"];
    QCOMPARE(deals[u"won"][u"count"].toInteger(), 4238);
    QCOMPARE(deals[u"lost"][u"count"].toInteger(), 2473);
    QCOMPARE(deals[u"open_by_crm_stage"],
             QJsonValue(QJsonObject({{u"Engaging"_s, 1589}, {u"Prospecting"_s, 500}})));
    QCOMPARE(deals[u"won"][u"values"].toArray().first()[u"amount"].toString(), u"10005534.00"_s);
    QCOMPARE(deals[u"win_rate"],
             QJsonValue(
                 QJsonObject({{u"value"_s, u"0.6315"_s}, {u"numerator"_s, 4238}, {u"denominator"_s, 6711}})));
    QList<qint64> quarters;
    for (const QJsonValue &quarter : deals[u"won_by_close"].toArray())
        quarters.append(quarter[u"count"].toInteger());
    QCOMPARE(quarters, QList<qint64>({531, 1254, 1257, 1196}));
}

void TestImportCommand::importsThroughAPipe()
{
    const QString pipe = path(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR), 0);
    const std::unique_ptr<QThread> writer(QThread::create([&pipe] {
        QFile file(pipe);
        if (file.open(QIODevice::WriteOnly))
            file.write("Deal ID,Stage,Created,Closed,Amount\n1,Won,2026-01-05,2026-02-01,10\n");
    }));
    writer->start();
    const Outcome outcome = run({u"import"_s, path(u"a.smarketing"_s), pipe});
    QVERIFY(writer->wait());
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains(u"1"), qPrintable(outcome.out));
}

int main(int argc, char **argv)
{
    qputenv("SMARKETING_PROGRAM", PROGRAM);
    QCoreApplication app(argc, argv);
    TestImportCommand test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_import_command.moc"
