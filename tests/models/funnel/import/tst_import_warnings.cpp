#include "models/funnel/import/column_remarks.h"
#include "tests/support/made_import.h"
#include "tests/support/made_xlsx.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Role = ColumnRole;

// All that is told of the table and of its rows.
QStringList toldOf(const MadeImport &made)
{
    QStringList texts;
    const auto all = remarksOnColumns(made.profile, made.suggestion.mapping) + made.report.remarks;
    for (const TableRemark &remark : all)
        texts.append(remark.text);
    return texts;
}

bool tells(const MadeImport &made, const QString &words)
{
    const QStringList told = toldOf(made);
    return std::any_of(told.begin(), told.end(),
                       [&words](const QString &text) { return text.contains(words); });
}

// What is left to the user, of columns or stages.
QStringList asked(const MadeImport &made)
{
    QStringList subjects;
    for (const OpenQuestion &question : made.suggestion.questions)
        subjects.append(question.subject);
    return subjects;
}

} // namespace

// Tables that contradict themselves or lack what they seem to have: it is told, and nothing is made up.
class TestImportWarnings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noOtherColumnStandsInForFormulas();
    void datesMayContradictEachOther();
    void columnsMayHaveDifferentOrders();
    void halfOfTheDatesMayBeSwapped_data();
    void halfOfTheDatesMayBeSwapped();
    void theNewestRowOfADealMayBeRefused();
    void remarksBelowAReportMayBeIndented();
    void saysAsWhatAContradictoryRowCounts();
    void countsADealOnceHoweverOftenItComes();
    void yesAndNoAreNoStages();
    void datesOfStagesTellTheStage();
    void columnsMayBeCalledLikeStages();
    void daysOfStagesStandBesideTheStage();
    void sumsOfStagesAreNoDeals_data();
    void sumsOfStagesAreNoDeals();
    void aDealMayHaveNothingButAValue();
    void rowsThatAreAlikeAreTold();
    void aStatusOfSomethingElseIsLeftOut_data();
    void aStatusOfSomethingElseIsLeftOut();
    void aStatusThatSaysSomethingStays();
    void amountsThatFillGapsAreTold();
    void theLatestSnapshotCounts_data();
    void theLatestSnapshotCounts();
    void snapshotsTellWhenADealWasClosed();
};

void TestImportWarnings::noOtherColumnStandsInForFormulas()
{
    MadeXlsx made;
    made.sheets = {{"Deals",
                    rowOf({"Deal", "Stage", "Seats", "Price", "Amount"})
                        + "<row><c t=\"str\"><v>Harbour</v></c><c t=\"str\"><v>Won</v></c><c><v>4</v></c>"
                          "<c><v>250</v></c><c><f>C2*D2</f><v></v></c></row>"
                          "<row><c t=\"str\"><v>Mill</v></c><c t=\"str\"><v>Proposal</v></c><c><v>3</v></c>"
                          "<c><v>100</v></c><c><f>C3*D3</f><v></v></c></row>"}};
    const MadeImport import = madeImport(made.packed());
    QCOMPARE(import.suggestion.mapping.columnsOf(Role::Value), QStringList(u"Amount"_s));
    QVERIFY(!import.deals.first().value);
    QVERIFY2(tells(import, u"“Amount” holds formulas without results: 2."_s),
             qPrintable(toldOf(import).join(u'|')));
}

void TestImportWarnings::datesMayContradictEachOther()
{
    const QByteArray table = "Deal,Stage,Created,Closed\n"
                             "A,Won,05/02/2026,20/03/2026\nB,Won,06/02/2026,03/25/2026\n"
                             "C,Won,07/03/2026,03/27/2026\nD,Won,07/03/2026,05/04/2026\n";
    const MadeImport made = madeImport(table);
    QVERIFY2(tells(made,
                   u"“Closed” contradict each other: 1 can only have the day first, 2 only the month, and 1 "
                   "could be either. They were taken as “Month first”"_s),
             qPrintable(toldOf(made).join(u'|')));
    // Nor does such a column tell of another.
    QCOMPARE(asked(made), QStringList(u"Created"_s));
    const MadeImport agreed = madeImport(QByteArray(table).replace("20/03/2026", "03/20/2026"));
    QVERIFY(!tells(agreed, u"contradict"_s));
    QVERIFY(agreed.suggestion.questions.isEmpty());
}

void TestImportWarnings::columnsMayHaveDifferentOrders()
{
    const QByteArray table = "Deal,Stage,Created,Closed\n"
                             "A,Won,25/02/2026,03/25/2026\nB,Won,06/02/2026,03/26/2026\n";
    const MadeImport made = madeImport(table);
    QVERIFY2(tells(made, u"“Created” were read with the day first, those of “Closed” with the month first"_s),
             qPrintable(toldOf(made).join(u'|')));
    const MadeImport agreed = madeImport(QByteArray(table).replace("25/02/2026", "02/25/2026"));
    QVERIFY(!tells(agreed, u"were read with the day first"_s));
}

void TestImportWarnings::halfOfTheDatesMayBeSwapped_data()
{
    QTest::addColumn<QByteArrayList>("dates");
    QTest::addColumn<bool>("isTold");
    const QByteArrayList swapped{"2026-03-02", "15/01/2026", "2026-01-09", "28/02/2026", "2026-05-05"};
    QTest::newRow("read in another order") << swapped << true;
    QTest::newRow("the other way round")
        << QByteArrayList{"2026-03-02", "01/15/2026", "2026-01-09", "02/28/2026", "2026-05-05"} << true;
    QTest::newRow("a true date late in its month") << swapped + QByteArrayList{"2026-05-13"} << false;
    QTest::newRow("a text that could be read") << swapped + QByteArrayList{"05/06/2026"} << false;
    QTest::newRow("always the first of the month")
        << QByteArrayList{"2026-03-01", "15/01/2026", "2026-01-01", "28/02/2026", "2026-05-01"} << false;
    QTest::newRow("true dates only") << QByteArrayList{"2026-03-02", "2026-01-09", "2026-05-05"} << false;
}

void TestImportWarnings::halfOfTheDatesMayBeSwapped()
{
    QFETCH(const QByteArrayList, dates);
    QFETCH(const bool, isTold);
    QByteArray table = "Deal,Stage,Created\n";
    for (const QByteArray &date : dates)
        table += "A,Lead," + date + '\n';
    const MadeImport made = madeImport(table);
    QVERIFY2(tells(made, u"probably swapped in dates of “Created”"_s) == isTold,
             qPrintable(toldOf(made).join(u'|')));
}

void TestImportWarnings::theNewestRowOfADealMayBeRefused()
{
    const QByteArray head = "Deal ID,Stage,Entered on,Amount\n";
    const MadeImport made = madeImport(head
                                       + "1,SQL,2026-01-02,100\n1,Frobnicated,2026-02-02,100\n"
                                         "2,Frobnicated,2026-01-05,200\n2,Proposal,2026-02-05,200\n"
                                         "3,SQL,2026-01-06,300\n3,Won,2026-03-06,300\n");
    QVERIFY(made.suggestion.mapping.isHistory());
    QVERIFY2(tells(made, u"Deals whose newest row was refused: 1 (“1”)."_s),
             qPrintable(toldOf(made).join(u'|')));
    // The order of the rows does not matter.
    const MadeImport turned = madeImport(head
                                         + "3,Won,2026-03-06,300\n3,SQL,2026-01-06,300\n"
                                           "1,Frobnicated,2026-02-02,100\n1,SQL,2026-01-02,100\n"
                                           "2,Proposal,2026-02-05,200\n2,Frobnicated,2026-01-05,200\n");
    QVERIFY2(tells(turned, u"Deals whose newest row was refused: 1 (“1”)."_s),
             qPrintable(toldOf(turned).join(u'|')));
    const MadeImport known = madeImport(head
                                        + "2,Frobnicated,2026-01-05,200\n2,Proposal,2026-02-05,200\n"
                                          "3,SQL,2026-01-06,300\n3,Won,2026-03-06,300\n");
    QVERIFY(!tells(known, u"newest row"_s));
}

// As formatted reports have them, whose first column is empty.
void TestImportWarnings::remarksBelowAReportMayBeIndented()
{
    const auto row = [](const QByteArrayList &cells) {
        QByteArray xml = "<row><c></c>";
        for (const QByteArray &cell : cells)
            xml += "<c t=\"str\"><v>" + cell + "</v></c>";
        return QByteArray(xml + "</row>");
    };
    const QByteArray names = row({"Stage", "Deal", "Amount EUR", "Created"});
    MadeXlsx made;
    made.sheets = {{"Report",
                    names + row({"Won", "Harbour", "100.0", "2026-01-02"})
                        + row({"Lost", "Mill", "200.0", "2026-01-03"}) + names
                        + row({"Confidential - do not hand on"}) + row({"Copyright of somebody"})}};
    const MadeImport import = madeImport(made.packed());
    QCOMPARE(import.report.rows, 2);
    QCOMPARE(import.report.refused, 0);
    QVERIFY(import.suggestion.questions.isEmpty());
    QVERIFY(tells(import, u"the row has a single value"_s));
    QVERIFY(tells(import, u"repeats the column names"_s));
}

void TestImportWarnings::saysAsWhatAContradictoryRowCounts()
{
    const MadeImport made = madeImport("Deal ID,Stage,Status,Created,Won time,Lost time\n"
                                       "1,SQL,won,2026-01-01,2026-02-02,\n"
                                       "4,Proposal,lost,2026-01-01,2026-02-02,\n"
                                       "5,Proposal,open,2026-01-01,2026-02-03,\n"
                                       "6,Proposal,lost,2026-01-01,,2026-02-04\n");
    QVERIFY2(tells(made, u"a date of winning, but its status is “lost”. The row counts as lost."_s),
             qPrintable(toldOf(made).join(u'|')));
    QVERIFY2(tells(made, u"a date of winning, but its stage is “Proposal”. The row counts as open."_s),
             qPrintable(toldOf(made).join(u'|')));
}

void TestImportWarnings::countsADealOnceHoweverOftenItComes()
{
    const MadeImport made = madeImport("Deal ID,Stage,Created,Close date\n"
                                       "1,Won,2026-01-01,\n2,Won,2026-01-01,\n3,Won,2026-01-01,2026-02-02\n"
                                       "4,Won,,2026-02-02\n5,Won,2026-01-01,2026-02-02\n1,Won,2026-01-01,\n");
    QCOMPARE(made.report.repeated, 1);
    QVERIFY2(tells(made, u"Won deals without a close date: 2."_s), qPrintable(toldOf(made).join(u'|')));
    QVERIFY2(tells(made, u"Deals without a date of creation: 1."_s), qPrintable(toldOf(made).join(u'|')));
}

void TestImportWarnings::yesAndNoAreNoStages()
{
    const auto stagesIn = [](const QByteArray &csv) {
        QStringList stages;
        for (const Deal &deal : madeImport(csv).deals)
            stages.append(deal.crmStage);
        return stages;
    };
    QCOMPARE(stagesIn("Deal ID,IsWon,Created,Closed\n1,1,2026-01-01,2026-02-01\n2,0,2026-01-02,\n"),
             (QStringList{{}, {}}));
    QCOMPARE(
        stagesIn("Deal ID,Gewonnen,Abgeschlossen,Erstellt am\n1,Ja,Ja,01.01.2026\n2,Nein,Nein,13.01.2026\n"),
        (QStringList{{}, {}}));
    for (const QByteArray &names : {QByteArray("Ganada,Cerrada"), QByteArray("Gagnée,Fermée")}) {
        const MadeImport made
            = madeImport("ID,Deal," + names + "\n1,Harbour,Si,Si\n2,Mill,No,Si\n3,Quay,No,No\n");
        QCOMPARE(made.count(Deal::State::Won), 1);
        QCOMPARE(made.count(Deal::State::Lost), 1);
        QCOMPARE(made.count(Deal::State::Open), 1);
    }
    QCOMPARE(stagesIn("deal_id,is_closed,is_closed_won,create_date,date_entered_qualified,"
                      "date_entered_proposal,date_entered_closed_won\n"
                      "1,False,False,2026-01-01,2026-01-02,2026-01-05,\n"
                      "2,True,True,2026-01-01,2026-01-02,,2026-02-01\n3,False,False,2026-01-03,,,\n"),
             (QStringList{u"proposal"_s, {}, {}}));
}

void TestImportWarnings::datesOfStagesTellTheStage()
{
    const MadeImport made = madeImport(
        "deal_id,created_date,stage_date_qualified,stage_date_frobnicated,stage_date_proposal,"
        "stage_date_closed_won,stage_date_closed_lost\n"
        "1,2026-01-01,2026-01-02,,2026-01-03,2026-01-09,\n2,2026-01-01,2026-01-02,,,,2026-01-08\n"
        "3,2026-01-01,2026-01-05,,2026-01-04,,\n4,2026-01-01,,,,,\n5,2026-01-01,2026-01-02,2026-01-05,,,\n"
        "6,2026-01-01,,,2026-01-06,,2026-01-05\n7,2026-01-01,2026-01-05,,,2026-01-06,2026-01-07\n");
    QCOMPARE(asked(made), QStringList(u"frobnicated"_s));
    QCOMPARE(made.report.refused, 2); // 5 and 7
    QCOMPARE(made.deals.size(), 5);
    using State = Deal::State;
    QCOMPARE(made.deals.at(0).state, State::Won);
    QCOMPARE(made.deals.at(0).closed, QDate(2026, 1, 9));
    QCOMPARE(made.deals.at(1).state, State::Lost);
    QCOMPARE(made.deals.at(1).stage, 3); // SQL
    QCOMPARE(made.deals.at(2).state, State::Open);
    QCOMPARE(made.deals.at(2).crmStage, u"qualified"_s);
    QCOMPARE(made.deals.at(2).stage, 4); // it came to be an opportunity before
    QCOMPARE(made.deals.at(3).stage, 1);
    QCOMPARE(made.deals.at(4).state, State::Lost);
    QVERIFY(tells(made, u"came to “proposal” on a later day than it was lost. It counts as lost."_s));
}

void TestImportWarnings::columnsMayBeCalledLikeStages()
{
    const MadeImport made = madeImport("CreateDate,Erstgespräch,Zwischending,Angebot,Absage,Kampagne\n"
                                       "2026-04-03,2026-04-09,,2026-04-15,,A\n2026-04-05,,,,,B\n"
                                       "2026-04-07,2026-04-11,2026-04-28,,,C\n2026-04-09,,,,2026-04-11,B\n");
    QCOMPARE(made.suggestion.mapping.columnsOf(Role::EnteredOn).size(), 4);
    QCOMPARE(asked(made), QStringList(u"Zwischending"_s));
    QCOMPARE(made.report.refused, 1);
    QCOMPARE(made.count(Deal::State::Lost), 1);
    QCOMPARE(made.count(Deal::State::Open), 2);
}

// Beside a stage, days of the funnel's own stages; a demo has a day for other reasons too.
void TestImportWarnings::daysOfStagesStandBesideTheStage()
{
    for (const QByteArray names :
         {"Erstellt am,MQL am,SQL am,Demo am", "Created Date,MQL Date,SQL Date,Demo Date"}) {
        const MadeImport made
            = madeImport("Deal ID,Stage," + names
                         + "\n1,Lost,2026-01-02,2026-01-05,2026-01-09,\n2,Lost,2026-01-02,2026-01-05,,\n"
                           "3,Lead,2026-01-02,,,2026-01-09\n4,Won,2026-01-02,2026-01-03,2026-01-04,\n");
        QCOMPARE(made.suggestion.mapping.columnsOf(Role::EnteredOn).size(), 2);
        QCOMPARE(made.deals.at(0).stage, 3); // SQL
        QCOMPARE(made.deals.at(1).stage, 2); // MQL
    }
}

void TestImportWarnings::theLatestSnapshotCounts_data()
{
    QTest::addColumn<QString>("column");
    for (const char *column : {"Snapshot Date", "As of", "report_date", "Stichtag", "Datenstand",
                               "Date de l'instantané", "Fecha de corte", "Data do relatório"})
        QTest::newRow(column) << QString::fromUtf8(column);
}

// Of so many deals a part changes from month to month; where most do, the rows are a history by themselves.
void TestImportWarnings::theLatestSnapshotCounts()
{
    QFETCH(const QString, column);
    const QByteArray head = column.toUtf8() + ",Opportunity ID,Opportunity Name,Stage,Amount,Opened on\n";
    const QByteArrayList newest{"2026-03-31,1,Harbour,Won,110,2026-01-05\n",
                                "2026-03-31,2,Mill,Lost,200,2026-01-06\n",
                                "2026-03-31,3,Quay,Proposal,300,2026-01-07\n"};
    const QByteArrayList before{"2026-02-28,1,Harbour,Proposal,100,2026-01-05\n",
                                "2026-02-28,2,Mill,Proposal,200,2026-01-06\n",
                                "2026-02-28,3,Quay,Proposal,300,2026-01-07\n"};
    const QByteArrayList first{
        "2026-01-31,3,Quay,Proposal,300,2026-01-07\n", "2025-12-31,3,Quay,Proposal,300,2026-01-07\n",
        "2025-11-30,3,Quay,Proposal,300,2026-01-07\n", "2025-10-31,3,Quay,Proposal,300,2026-01-07\n",
        "2025-09-30,3,Quay,Proposal,300,2026-01-07\n", "2025-08-31,3,Quay,Proposal,300,2026-01-07\n"};
    for (const QByteArrayList &order :
         {newest + before + first, first + before + newest, before + newest + first, newest + before}) {
        const MadeImport made = madeImport(head + order.join());
        QHash<QString, Deal> last;
        for (const Deal &deal : made.deals)
            last.insert(deal.key, deal);
        QCOMPARE(last.size(), 3);
        QCOMPARE(last.value(u"1"_s).state, Deal::State::Won);
        QCOMPARE(last.value(u"1"_s).value->minor, 11'000);
        QCOMPARE(last.value(u"2"_s).state, Deal::State::Lost);
        QCOMPARE(last.value(u"3"_s).state, Deal::State::Open);
        QCOMPARE(last.value(u"3"_s).created, QDate(2026, 1, 7));
        QVERIFY(!tells(made, u"stands in an earlier row"_s));
        if (made.suggestion.mapping.isHistory())
            continue;
        QCOMPARE(made.suggestion.mapping.columnsOf(Role::SnapshotOn), QStringList(column));
        QCOMPARE(made.suggestion.mapping.columnsOf(Role::Created), QStringList(u"Opened on"_s));
        QCOMPARE(made.report.repeated, order.size() - 3);
        QVERIFY2(tells(made, u"than another of the same id: %1."_s.arg(order.size() - 3)),
                 qPrintable(toldOf(made).join(u'|')));
    }
    QVERIFY(!madeImport(head + (newest + before + first).join()).suggestion.mapping.isHistory());
}

// Not in the first month whose snapshot has it as won.
void TestImportWarnings::snapshotsTellWhenADealWasClosed()
{
    const MadeImport made
        = madeImport("Snapshot Date,Opportunity ID,Opportunity Name,Stage,Created,Close Date\n"
                     "2026-04-30,1,Harbour,Won,2026-01-05,2026-03-20\n"
                     "2026-04-30,2,Mill,Lost,2026-01-06,2026-03-21\n"
                     "2026-02-28,1,Harbour,Proposal,2026-01-05,2026-03-31\n"
                     "2026-02-28,2,Mill,Proposal,2026-01-06,2026-03-31\n");
    QVERIFY(!made.suggestion.mapping.isHistory());
    QCOMPARE(made.deals.size(), 2);
    QCOMPARE(made.deals.first().closed, QDate(2026, 3, 20));
    QCOMPARE(made.deals.last().closed, QDate(2026, 3, 21));
}

void TestImportWarnings::sumsOfStagesAreNoDeals_data()
{
    QTest::addColumn<QByteArray>("rows");
    const QByteArray won = "1,Anna,Won,100,USD,2026-01-05\n2,Ben,Won,250,USD,2026-01-06\n",
                     open = "3,Anna,Demo,70,USD,2026-01-07\n";
    QTest::newRow("below each") << won + ",,Won,350,USD,\n" + open + ",,Demo,70,USD,\n";
    QTest::newRow("below all") << won + open + ",,Won,350,,\n,,Demo,70,,\n";
    QTest::newRow("above each") << ",,Won,350,USD,\n" + won + ",,Demo,70,USD,\n" + open;
    QTest::newRow("of parts") << QByteArray("1,Anna,Won,100,USD,2026-01-05\n,,Won,100,,\n"
                                            "2,Ben,Won,250,USD,2026-01-06\n,,Won,250,,\n")
            + open;
    QTest::newRow("with how many there are") << won + open + ",2 deals,Won,350,,\n,1 deal,Demo,70,,\n";
    QTest::newRow("below all, and a total") << won + open + ",,Won,350,,\n,,Demo,70,,\n,Total,,420,,\n";
}

void TestImportWarnings::sumsOfStagesAreNoDeals()
{
    QFETCH(const QByteArray, rows);
    ImportContext context = usualContext();
    context.earlier = ImportMapping{};
    context.earlier->stages.insert(u"Demo"_s, {StageTarget::Kind::Open, 0});
    // With an id, and without one.
    for (const QByteArray &id : {QByteArray("Id"), QByteArray("Note")}) {
        if (rows.contains("deals") && id == "Note")
            continue; // without ids such a row may be a deal
        const MadeImport made = madeImport(id + ",Owner,Stage,Amount,Currency,Created\n" + rows, context);
        QCOMPARE(made.deals.size(), 3);
        QCOMPARE(made.report.taken, 3);
        QCOMPARE(made.report.ignored, 2);
        QVERIFY(tells(made, u"the sum of those at its stage"_s));
        QVERIFY(!tells(made, u"Deals without a date of creation"_s));
        QVERIFY(!tells(made, u"The total shows"_s));
    }
}

void TestImportWarnings::aDealMayHaveNothingButAValue()
{
    const QByteArray csv = "Owner,Stage,Amount,Created\n"
                           "Anna,Won,100,2026-01-05\nBen,Won,250,2026-01-06\n,Won,90,\n";
    const MadeImport made = madeImport(csv);
    QCOMPARE(made.deals.size(), 3);
    QCOMPARE(made.report.taken, 3);
    QVERIFY(tells(made, u"nothing but a stage and a value"_s));
    // Where there are no other columns, no row has more.
    const MadeImport bare = madeImport("Stage,Amount\nWon,100\nWon,50\nWon,150\n");
    QCOMPARE(bare.deals.size(), 3);
    QVERIFY(!tells(bare, u"nothing but a stage"_s));
}

void TestImportWarnings::rowsThatAreAlikeAreTold()
{
    const QByteArray csv = "Deal Name,Stage,Amount,Created,Contact Email\n"
                           "A,Won,100,2026-01-05,a@x.de\nA,Won,100,2026-01-05,b@x.de\n"
                           "A,Won,100,2026-01-05,c@x.de\nB,Won,100,2026-01-05,a@x.de\n";
    const MadeImport made = madeImport(csv);
    QCOMPARE(made.deals.size(), 4);
    QVERIFY(tells(made, u"beside the first of each: 2"_s));
    ImportContext context = usualContext();
    context.correctedColumns.insert(u"Deal Name"_s, ColumnRole::Key);
    const MadeImport once = madeImport(csv, context);
    QCOMPARE(once.report.repeated, 2);
    QVERIFY(!tells(once, u"alike"_s));
}

void TestImportWarnings::aStatusOfSomethingElseIsLeftOut_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("of an address") << u"State"_s << QStringList{u"FL"_s, u"TX"_s, u"MO"_s};
    QTest::newRow("in Spanish") << u"Estado"_s << QStringList{u"Madrid"_s, u"Sevilla"_s, u"Barcelona"_s};
    QTest::newRow("a traffic light") << u"Status"_s << QStringList{u"Green"_s, u"Yellow"_s, u"Red"_s};
    QTest::newRow("a forecast") << u"Status"_s << QStringList{u"On track"_s, u"At risk"_s, u"At risk"_s};
    QTest::newRow("a judgement") << u"Result"_s << QStringList{u"Good"_s, u"Bad"_s, u"Good"_s};
}

void TestImportWarnings::aStatusOfSomethingElseIsLeftOut()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, texts);
    const QByteArray csv = "Deal ID,Stage,Amount," + name.toUtf8() + "\n1,Proposal,1," + texts.at(0).toUtf8()
        + "\n2,Qualification,2," + texts.at(1).toUtf8() + "\n3,Proposal,3," + texts.at(2).toUtf8() + '\n';
    const MadeImport made = madeImport(csv);
    QCOMPARE(made.suggestion.mapping.columns.value(u"Stage"_s), ColumnRole::Stage);
    QVERIFY(made.suggestion.mapping.columnsOf(ColumnRole::Status).isEmpty());
    QVERIFY(made.suggestion.questions.isEmpty());
    QCOMPARE(made.deals.size(), 3);
    QVERIFY(tells(made, u"“%1” was not taken as the status"_s.arg(name)));
}

void TestImportWarnings::aStatusThatSaysSomethingStays()
{
    const auto statusOf = [](const QByteArray &csv) {
        return madeImport(csv).suggestion.mapping.columnsOf(ColumnRole::Status);
    };
    const QStringList status{u"Status"_s};
    QCOMPARE(statusOf("Deal ID,Stage,Status\n1,Proposal,Open\n2,Proposal,Won\n3,Proposal,Asleep\n"), status);
    QCOMPARE(statusOf("Deal ID,Stage,Status\n1,Proposal,In progress\n2,Demo,On hold\n"), status);
    QCOMPARE(statusOf("Deal ID,Stage,Lost Reason\n1,Proposal,\n2,Demo,Price\n"),
             QStringList{u"Lost Reason"_s});
    // Where no other column is the stage, it is asked about.
    const MadeImport alone = madeImport("Deal ID,Status\n1,Green\n2,Red\n");
    QCOMPARE(alone.suggestion.mapping.columns.value(u"Status"_s), ColumnRole::Stage);
    QCOMPARE(asked(alone).size(), 2);
}

void TestImportWarnings::amountsThatFillGapsAreTold()
{
    const QByteArray csv = "Deal ID,Stage,Amount,Deal Value\n1,Won,100,\n2,Won,,200\n3,Won,,0\n4,Won,,300\n";
    const MadeImport made = madeImport(csv);
    QCOMPARE(made.suggestion.mapping.columnsOf(Role::Value).size(), 1);
    QVERIFY2(tells(made, u"which was left out: "_s), qPrintable(toldOf(made).join(u'\n')));
    ImportContext both = usualContext();
    both.correctedColumns = {{u"Amount"_s, Role::Value}, {u"Deal Value"_s, Role::Value}};
    const MadeImport taken = madeImport(csv, both);
    QCOMPARE(taken.deals.at(1).value, (Money{20000, u"EUR"_s}));
    QVERIFY(!tells(taken, u"which was left out"_s));
}

QTEST_GUILESS_MAIN(TestImportWarnings)
#include "tst_import_warnings.moc"
