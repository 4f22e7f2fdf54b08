#include "models/funnel/deals/pipeline.h"
#include "models/funnel/import/column_remarks.h"
#include "models/funnel/import/decisions.h"
#include "models/funnel/import/joined_table.h"
#include "models/funnel/import/placeholder_texts.h"
#include "tests/support/made_import.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using State = Deal::State;

bool says(const QList<TableRemark> &remarks, const QString &text, qint64 line = 0)
{
    return std::any_of(remarks.begin(), remarks.end(), [&](const TableRemark &remark) {
        return remark.line == line && remark.text.contains(text);
    });
}

std::unique_ptr<TableSource> joined(const QByteArray &first, const QByteArray &second)
{
    auto table = JoinedTable::join(tableOf(first), tableOf(second),
                                   {.firstName = u"first.csv"_s, .secondName = u"second.csv"_s});
    if (!table)
        qFatal("%s", qPrintable(table.error().message));
    return std::move(table).value();
}

const Deal &dealOf(const MadeImport &made, const QString &key)
{
    const auto found = std::find_if(made.deals.begin(), made.deals.end(),
                                    [&key](const Deal &deal) { return deal.key == key; });
    if (found == made.deals.end())
        qFatal("no deal %s", qPrintable(key));
    return *found;
}

// As the command line and the window decide it.
ImportMapping decided(const QByteArray &csv, const ImportDecisions &decisions = {})
{
    const auto table = tableOf(csv);
    const auto profile = profileTable(*table, usualPlaceholders());
    return decideMapping(*table, *profile, usualContext(), decisions)->mapping;
}

QList<TableRemark> remarksOf(const QByteArray &csv)
{
    return remarksOnColumns(*profileTable(*tableOf(csv), usualPlaceholders()), decided(csv));
}

} // namespace

// Cells that contradict each other, or that look as if they said nothing: none of it is settled unseen.
class TestImportConflicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stagesOfTwoFilesContradictEachOther();
    void stagesUnderTwoNamesContradictEachOther();
    void leadsContradictTheirDeals();
    void reasonsOfLosingOfDealsThatWereWon();
    void currenciesContradictEachOther();
    void columnsOfOneKindAreNamed();
    void northAmericaIsAnAnswer_data();
    void northAmericaIsAnAnswer();
    void theUserSaysWhatNaIs();
    void saysWhatWasTakenAsNoAnswer();
    void wonAndLostAtOnceIsRefused();
    void flagsContradictTheStage();
    void flagsSayWhatBecameOfAnOpenStage();
    void datesOfWinningAndLosing();
    void negativeValuesAreRemarkedOn();
    void rowsWithoutAnIdAreRemarkedOn();
    void closedDates_data();
    void closedDates();
    void filesThatDiffer();
    void oneFileFillsInForTheOther();
    void dealsWithoutTheirLeadAreCounted();
    void aLeadWithSeveralDealsCountsOnce();
    void severalRowsOfADealAreNoFurtherDeals();
    void aLostDealHasComeAsFarAsItsLead();
    void datesThatCannotBeReadAreNamed_data();
    void datesThatCannotBeReadAreNamed();
    void decimalsThatACurrencyHasNotAreTold();
    void sumsThatAreTooLargeAreSaid();
};

void TestImportConflicts::northAmericaIsAnAnswer_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<bool>("isAnswer");
    QTest::newRow("a region") << u"Region"_s << QStringList{u"NA"_s, u"North"_s, u"South"_s} << true;
    QTest::newRow("a country alone") << u"Country"_s << QStringList{u"NA"_s, u"NA"_s} << true;
    QTest::newRow("among codes") << u"Market"_s << QStringList{u"NA"_s, u"EMEA"_s, u"APAC"_s} << true;
    QTest::newRow("a product") << u"Product"_s << QStringList{u"NA"_s, u"Cell"_s, u"Arm"_s} << false;
    QTest::newRow("another writing") << u"Region"_s << QStringList{u"n/a"_s, u"na"_s, u"EMEA"_s} << false;
}

void TestImportConflicts::northAmericaIsAnAnswer()
{
    QFETCH(QString, column);
    QFETCH(QStringList, cells);
    QFETCH(bool, isAnswer);
    QByteArray csv = "Deal ID,Stage,Close Date," + column.toUtf8() + '\n';
    for (qsizetype i = 0; i < cells.size(); ++i)
        csv += QByteArray::number(i) + ",Won,NA," + cells.at(i).toUtf8() + '\n';
    const ImportMapping mapping = decided(csv);
    QCOMPARE(mapping.columnsWithNA, isAnswer ? QStringList(column) : QStringList());
    const auto table = tableOf(csv);
    QList<Deal> deals;
    QVERIFY(readDeals(*table, mapping, usualStages(), [&deals](const QList<Deal> &batch) {
                deals += batch;
                return Result<void>();
            }).ok());
    QCOMPARE(deals.first().segment, isAnswer ? u"NA"_s : QString());
    QVERIFY(!deals.first().closed.isValid()); // a date is never North America
    QCOMPARE(*ImportMapping::fromJson(mapping.toJson()), mapping);
}

void TestImportConflicts::theUserSaysWhatNaIs()
{
    const QByteArray csv = "Deal ID,Stage,Region,Owner\n1,Won,NA,NA\n2,Won,EMEA,Ann\n3,Won,NA,Bob\n";
    ImportDecisions decisions;
    decisions.columnsWithNA = QStringList();
    QCOMPARE(decided(csv, decisions).columnsWithNA, QStringList());
    const auto profile = profileTable(*tableOf(csv), usualPlaceholders());
    const QList<PlaceholderText> found = findPlaceholders(*profile, decided(csv));
    QVERIFY(found.contains({.text = u"NA"_s, .cells = 2, .isTaken = false, .column = u"Region"_s}));
    QVERIFY(found.contains({.text = u"NA"_s, .cells = 1, .isTaken = true}));
}

void TestImportConflicts::saysWhatWasTakenAsNoAnswer()
{
    const auto remarks
        = remarksOf("Deal ID,Stage,Lead Source,Region\n1,Won,-,NA\n2,Won,Select,EMEA\n3,Lost,-,"
                    "n/a\n");
    QVERIFY(says(remarks, u"no answer in “Lead Source”: “-” (2), “Select” (1)."_s));
    QVERIFY(says(remarks, u"no answer in “Region”: “n/a” (1)."_s));
    QVERIFY(says(remarks, u"“NA” was taken as an answer in “Region”"_s));
    QVERIFY(!says(remarksOf("Deal ID,Stage\n1,Won\n"), u"no answer"_s));
}

void TestImportConflicts::wonAndLostAtOnceIsRefused()
{
    const MadeImport made = madeImport("id,created,closed,won,lost\n1,2025-01-05,2025-02-05,Yes,No\n"
                                       "2,2025-01-05,2025-02-05,Yes,Yes\n3,2025-01-05,2025-02-05,No,Yes\n"
                                       "4,2025-01-05,2025-02-05,No,No\n");
    QCOMPARE(made.count(State::Won), 1);
    QCOMPARE(made.count(State::Lost), 1);
    QCOMPARE(made.count(State::Open), 1);
    QCOMPARE(made.report.refused, 1);
    QVERIFY(says(made.report.refusedRows, u"“won” and “lost” both say yes"_s, 3));
}

void TestImportConflicts::flagsContradictTheStage()
{
    const MadeImport made = madeImport("Id,StageName,IsClosed,IsWon\n1,Closed Won,true,true\n"
                                       "2,Closed Lost,true,true\n3,Negotiation/Review,true,false\n"
                                       "4,Prospecting,false,false\n5,Closed Won,false,true\n");
    QCOMPARE(dealOf(made, u"2"_s).state, State::Lost);
    QCOMPARE(dealOf(made, u"3"_s).state, State::Lost);
    QCOMPARE(std::count_if(made.report.remarks.begin(), made.report.remarks.end(),
                           [](const TableRemark &remark) { return remark.line > 0; }),
             3);
    QVERIFY(says(made.report.remarks,
                 u"“IsWon” is “true”, but the stage is “Closed Lost”. The row counts as lost."_s, 3));
    QVERIFY(says(made.report.remarks, u"“IsClosed” is “true”, but the stage is “Negotiation/Review”."_s, 4));
    QVERIFY(says(made.report.remarks, u"“IsClosed” is “false”, but the stage is “Closed Won”."_s, 6));
}

void TestImportConflicts::flagsSayWhatBecameOfAnOpenStage()
{
    const QByteArray csv = "id,stage,is_won,is_lost\n1,SQL,1,0\n2,SQL,1,1\n3,MQL,0,1\n4,MQL,0,0\n5,SQL,,\n";
    const MadeImport made = madeImport(csv);
    QCOMPARE(dealOf(made, u"1"_s).state, State::Won);
    QCOMPARE(dealOf(made, u"3"_s).state, State::Lost);
    QCOMPARE(dealOf(made, u"3"_s).stage, 2);
    QCOMPARE(made.count(State::Open), 2);
    QCOMPARE(made.report.refused, 1);
    QVERIFY(std::none_of(made.report.remarks.begin(), made.report.remarks.end(),
                         [](const TableRemark &remark) { return remark.line > 0; }));
    QVERIFY(says(remarksOf(csv), u"yes in “is_won” count as won"_s));
    QVERIFY(says(remarksOf(csv), u"yes in “is_lost” count as lost"_s));
}

void TestImportConflicts::datesOfWinningAndLosing()
{
    const MadeImport made = madeImport("Deal ID,Deal Status,Deal Stage,Won time,Lost time\n"
                                       "1,Won,Proposal Made,2025-03-03,\n"
                                       "2,Lost,Proposal Made,2025-03-03,2025-02-10\n");
    QVERIFY(says(made.report.remarks, u"It counts as lost."_s, 3));
}

void TestImportConflicts::negativeValuesAreRemarkedOn()
{
    const MadeImport made = madeImport("Deal ID,Stage,Amount EUR\n1,Won,100\n2,Won,-300\n");
    QVERIFY(says(made.report.remarks, u"negative value"_s, 3));
    QVERIFY(!says(made.report.remarks, u"negative value"_s, 2));
}

void TestImportConflicts::rowsWithoutAnIdAreRemarkedOn()
{
    QVERIFY(
        says(remarksOf("Deal Name,Stage,Amount EUR\nA,Won,100\nA,Lost,300\n"), u"No column is the id."_s));
    QVERIFY(!says(remarksOf("Deal ID,Stage,Amount EUR\n1,Won,100\n"), u"No column is the id."_s));
}

void TestImportConflicts::closedDates_data()
{
    QTest::addColumn<QString>("column");
    for (const QString &name : {u"Geschlossen am"_s, u"Geschlossen"_s, u"Abgeschlossen"_s, u"Cerrado"_s,
                                u"Fechado"_s, u"Clôturé"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestImportConflicts::closedDates()
{
    QFETCH(QString, column);
    const QByteArray name = column.toUtf8();
    QCOMPARE(decided("ID,Stage,Created," + name + "\n1,Won,2025-01-02,2025-02-03\n").columns.value(column),
             ColumnRole::Closed);
    QCOMPARE(decided("ID,Gewonnen," + name + "\n1,ja,ja\n2,nein,ja\n").columns.value(column),
             ColumnRole::IsClosed);
}

void TestImportConflicts::filesThatDiffer()
{
    const QByteArray deals = "Opportunity ID,Stage,Close Date,Amount,Currency\n"
                             "O1,Closed Lost,2025-02-25,501,EUR\nO2,SQL,,502,EUR\n";
    const QByteArray history = "Opportunity ID,From Stage,To Stage,Last Modified,Amount\n"
                               "O1,,Lead,2025-01-13,490\nO1,Lead,Closed Lost,2025-02-02,500\n"
                               "O2,,Lead,2025-01-20,502\nO2,Lead,SQL,2025-01-20,502\n"
                               "O3,,Lead,2025-01-27,503\nO3,Lead,Closed Lost,2025-02-06,503\n";
    const MadeImport made = madeImport(*joined(deals, history));
    QCOMPARE(dealOf(made, u"O1"_s).value->minor, 50'100);
    QCOMPARE(dealOf(made, u"O3"_s).value->minor, 50'300);
    QVERIFY(says(made.report.remarks, u"“Amount” is “501” in one file and “500” in another."_s, 3));
    QVERIFY(says(made.report.remarks, u"The deal “O1” was closed on"_s, 3));
    QVERIFY(says(made.report.remarks, u"one that “first.csv” does not have: 2 (O3, …)"_s));
}

void TestImportConflicts::oneFileFillsInForTheOther()
{
    const MadeImport made
        = madeImport(*joined("Deal ID,Stage,Amount EUR,Close Date\n1,Won,100,2025-02-03\n2,Won,,2025-02-03\n",
                             "Deal ID,Amount EUR,Close Date\n1,100.00,2025-02-04\n2,200,2025-02-03\n"));
    QCOMPARE(dealOf(made, u"2"_s).value->minor, 20'000);
    QVERIFY(!says(made.report.remarks, u"“Amount EUR” is"_s, 2));
    QVERIFY(says(made.report.remarks, u"“Close Date” is “2025-02-03” in one file and “2025-02-04”"_s, 2));
}

void TestImportConflicts::dealsWithoutTheirLeadAreCounted()
{
    const MadeImport made = madeImport(*joined("Lead ID,Name,Created\nL1,Ann,2025-01-01\nL2,Bob,2025-01-02\n",
                                               "Deal ID,Lead ID,Stage,Close Date\nD1,L1,Won,2025-03-01\n"
                                               "D2,L1,Lost,2025-04-01\nD4,L9,Won,2025-03-06\n"));
    QVERIFY(says(made.report.remarks, u"one that “first.csv” does not have: 1 (L9)"_s));
}

void TestImportConflicts::aLeadWithSeveralDealsCountsOnce()
{
    const MadeImport made = madeImport(
        *joined("Lead ID,Name,Created,Lead Source\nL1,Ann,2025-01-01,Web\nL2,Bob,2025-01-02,Fair\n"
                "L3,Cat,2025-01-03,Web\n",
                "Deal ID,Lead ID,Stage,Close Date,Amount,Currency\nD1,L1,Won,2025-03-01,100,EUR\n"
                "D2,L1,Lost,2025-04-01,200,EUR\nD3,L2,Won,2025-03-05,300,EUR\n"));
    QVERIFY(!dealOf(made, u"D1"_s).isFurther());
    QVERIFY(dealOf(made, u"D2"_s).isFurther());
    QVERIFY(says(made.report.remarks, u"Further deals of leads that have one already: 1."_s));
    DealSums sums;
    for (const Deal &deal : made.deals)
        sums.add(deal, deal.stage);
    const PipelineFigures pipeline
        = pipelineOf(sums, int(usualStages().size()), [](qint64 stage) { return int(stage); });
    QCOMPARE(pipeline.sources.first().source, u"Web"_s);
    QCOMPARE(pipeline.sources.first().leads, 2);
    QCOMPARE(pipeline.sources.first().leadValue(u"EUR"_s).value, Rational(50)); // 100 × 1 of 2
    const auto kept = DealCounts::fromBytes(sums.all().toBytes());
    QCOMPARE(kept->further().count, 1);
    for (const Deal &deal : made.deals)
        sums.add(deal, deal.stage, -1);
    QCOMPARE(sums.all().further().count, 0);
}

void TestImportConflicts::severalRowsOfADealAreNoFurtherDeals()
{
    const MadeImport made = madeImport(*joined("Deal ID,Stage,Lead Source\n1,Won,Web\n2,Lost,Web\n",
                                               "Line,Deal ID,Product\na,1,Cell\nb,1,Arm\nc,2,Arm\n"));
    QVERIFY(std::none_of(made.deals.begin(), made.deals.end(),
                         [](const Deal &deal) { return deal.isFurther(); }));
}

void TestImportConflicts::aLostDealHasComeAsFarAsItsLead()
{
    const MadeImport made = madeImport(
        *joined("Lead ID,Created,Lead Status\nL1,2025-01-01,SQL\nL2,2025-01-02,MQL\nL3,2025-01-03,Lead\n",
                "Deal ID,Lead ID,Deal Stage,Close Date\nD1,L1,Closed Lost,2025-03-01\n"
                "D2,L2,Closed Won,2025-04-01\n"));
    QCOMPARE(dealOf(made, u"D1"_s).state, State::Lost);
    QCOMPARE(dealOf(made, u"D1"_s).stage, 3);
    QCOMPARE(dealOf(made, u"D2"_s).state, State::Won);
    QCOMPARE(dealOf(made, u"lead-L3"_s).stage, 1);
}

void TestImportConflicts::datesThatCannotBeReadAreNamed_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("column");
    QTest::addColumn<ColumnRole>("role");
    QTest::newRow("created") << QByteArray("Id,Stage,Create Date,Close Date\n1,Won,2025-01-05,2025-02-05\n"
                                           "2,Won,week 7,2025-02-05\n3,Won,spring,2025-02-05\n"
                                           "4,Won,2025-01-05,2025-02-05\n")
                             << u"Create Date"_s << ColumnRole::Created;
    QTest::newRow("closed") << QByteArray(
        "Id;Phase;Erstellt am;Abgeschlossen am\n1;Gewonnen;05.01.2025;06.02.2025\n"
        "2;Gewonnen;05.01.2025;KW 7\n3;Gewonnen;05.01.2025;bald\n"
        "4;Gewonnen;05.01.2025;06.02.2025\n")
                            << u"Abgeschlossen am"_s << ColumnRole::Closed;
    QTest::newRow("a stage") << QByteArray("Id,Stage,Created,Date entered SQL\n1,SQL,2025-01-05,2025-01-05\n"
                                           "2,SQL,2025-01-05,week 7\n3,SQL,2025-01-05,?!\n"
                                           "4,SQL,2025-01-05,2025-01-05\n")
                             << u"Date entered SQL"_s << ColumnRole::EnteredOn;
}

// Half of them: none of that is left out unseen.
void TestImportConflicts::datesThatCannotBeReadAreNamed()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, column);
    QFETCH(ColumnRole, role);
    const MadeImport made = madeImport(csv);
    QCOMPARE(made.suggestion.mapping.columns.value(column), role);
    QCOMPARE(made.report.refused, 2);
    QVERIFY(says(made.report.refusedRows, u"in “%1” cannot be read as a date."_s.arg(column), 3));
    QVERIFY(says(made.report.refusedRows, u"in “%1” cannot be read as a date."_s.arg(column), 4));
    QCOMPARE(made.report.taken, 2);
}

void TestImportConflicts::decimalsThatACurrencyHasNotAreTold()
{
    const MadeImport made
        = madeImport("Id,Stage,Amount,Currency\n1,Won,12.345,EUR\n2,Won,12.3400,EUR\n3,Won,12.5,JPY\n"
                     "4,Won,1.125,KWD\n");
    QCOMPARE(made.deals.first().value->minor, 1235);
    QVERIFY(says(made.report.remarks, u"“12.345” in “Amount” has more decimals than its currency."_s, 2));
    QVERIFY(!says(made.report.remarks, u"decimals"_s, 3));
    QVERIFY(says(made.report.remarks, u"“12.5” in “Amount”"_s, 4));
    QVERIFY(!says(made.report.remarks, u"decimals"_s, 5));
    QVERIFY(says(made.report.remarks, u"more decimals than their currency has: 2."_s));
}

void TestImportConflicts::sumsThatAreTooLargeAreSaid()
{
    MoneyTotals totals;
    totals.add({5, u"CHF"_s});
    for (int i = 0; i < 2; ++i)
        totals.add({std::numeric_limits<qint64>::max(), u"EUR"_s});
    const QStringList texts = totals.texts(QLocale::c());
    QCOMPARE(texts.size(), 2);
    QCOMPARE(texts.last(), u"EUR: cannot be worked out, the sum is too large"_s);
    QCOMPARE(totals.tooLarge(), QStringList(u"EUR"_s));
}

void TestImportConflicts::stagesOfTwoFilesContradictEachOther()
{
    const auto table
        = joined("Deal ID,Stage,Amount\n1,Closed Won,100 EUR\n2,Proposal,50 EUR\n3,Closed Won,70 EUR\n",
                 "Deal ID,Stage,Amount\n1,Closed Lost,100 EUR\n2,Proposal,50 EUR\n3,Won,70 EUR\n");
    const MadeImport made = madeImport(*table);
    QCOMPARE(dealOf(made, u"1"_s).state, State::Won); // that of the first file
    QVERIFY(
        says(made.report.remarks, u"“Stage” is “Closed Won” in one file and “Closed Lost” in another"_s, 2));
    QVERIFY(!says(made.report.remarks, u"“Stage” is “Proposal”"_s, 3));
    QVERIFY(
        !says(made.report.remarks, u"“Stage” is “Closed Won” in one file and “Won”"_s, 4)); // means the same
}

void TestImportConflicts::stagesUnderTwoNamesContradictEachOther()
{
    const MadeImport made = madeImport(*joined(
        "Deal ID,Stage,Created Date,Amount\n1,Closed Won,2026-01-02,100 EUR\n2,Proposal,2026-01-03,50 EUR\n",
        "Deal ID,Deal Stage,Created Date\n1,Closed Lost,2026-01-02\n2,Proposal,2026-01-09\n"));
    QVERIFY(says(made.report.remarks,
                 u"“Deal Stage” is “Closed Lost”, but the stage of the deal is “Closed Won”."_s, 2));
    QVERIFY(!says(made.report.remarks, u"Stage” is “Proposal”"_s, 3));
    QVERIFY(says(made.report.remarks, u"“Created Date” is “2026-01-03” in one file and “2026-01-09”"_s, 3));
    QVERIFY(!says(made.report.remarks, u"“Created Date” is “2026-01-02”"_s, 2));
}

void TestImportConflicts::leadsContradictTheirDeals()
{
    const MadeImport made = madeImport(*joined(
        "Lead ID,Lead Status,Created\nL1,Unqualified,2026-01-01\nL2,MQL,2026-01-02\nL3,Lead,2026-01-02\n",
        "Deal ID,Lead ID,Stage,Created\nD1,L1,Closed Won,2026-02-01\nD2,L2,Proposal,2026-02-02\n"));
    QVERIFY(says(made.report.remarks,
                 u"“Lead Status” is “Unqualified”, but the stage of the deal is “Closed Won”."_s, 2));
    QVERIFY(!says(made.report.remarks, u"“Created” is"_s)); // leads come before their deals
}

void TestImportConflicts::reasonsOfLosingOfDealsThatWereWon()
{
    const MadeImport made
        = madeImport("Id,Stage,Closed Lost Reason\n1,Closed Won,Price\n2,Closed Lost,Price\n"
                     "3,Closed Won,\n");
    QVERIFY(says(made.report.remarks, u"The deal was won, but “Closed Lost Reason” says “Price”."_s, 2));
    QVERIFY(!says(made.report.remarks, u"The deal was won"_s, 3));
    QVERIFY(!says(made.report.remarks, u"The deal was won"_s, 4));
    QCOMPARE(dealOf(made, u"1"_s).state, State::Won);
}

void TestImportConflicts::currenciesContradictEachOther()
{
    const MadeImport made = madeImport("ID,Stage,Amount,Currency\n1,Won,$100.00,CAD\n2,Won,$5.00,EUR\n"
                                       "3,Won,7.00,\n4,Won,7.00,BTC\n5,Won,7.00,USD - US Dollar\n"
                                       "6,Won,8.00,Euro (€)\n");
    QCOMPARE(dealOf(made, u"1"_s).value->currency, u"CAD"_s);
    QCOMPARE(dealOf(made, u"2"_s).value->currency, u"USD"_s);
    QCOMPARE(dealOf(made, u"5"_s).value->currency, u"USD"_s);
    QCOMPARE(dealOf(made, u"6"_s).value->currency, u"EUR"_s);
    QVERIFY(!says(made.report.remarks, u"“$100.00” is in"_s, 2));
    QVERIFY(says(made.report.remarks, u"“$5.00” is in USD, but “Currency” says EUR. It counts as USD."_s, 3));
    QVERIFY(says(made.report.remarks, u"the column of currencies says nothing: 1."_s));
    QCOMPARE(made.report.refused, 1);
    QCOMPARE(made.report.refusedRows.first().line, 5);

    // Times a thousand it fits into no amount; as it stands it would.
    QCOMPARE(madeImport("ID,Stage,Amount (TEUR)\n1,Won,50000000000000000\n").report.refused, 1);

    const MadeImport named
        = madeImport("ID,Stage,Amount (EUR),Currency\n1,Won,100.00,USD\n2,Won,100.00,EUR\n");
    QVERIFY(
        says(named.report.remarks, u"The amount is in USD, but its column is called “Amount (EUR)”."_s, 2));
    QVERIFY(!says(named.report.remarks, u"The amount is in"_s, 3));
}

void TestImportConflicts::columnsOfOneKindAreNamed()
{
    const QByteArray csv
        = "ID,Stage,Close Date,Close Date,MRR,ARR\n1,Won,2024-02-01,2024-03-01,10 EUR,120 EUR\n"
          "2,Lost,2024-02-01,2024-03-01,20 EUR,240 EUR\n";
    const QList<TableRemark> remarks = remarksOf(csv);
    QVERIFY(says(remarks, u"Left out: “Close Date (2)”. “Close Date” was taken as “Closed on”"_s));
    QVERIFY(says(remarks, u"Left out: “MRR”. “ARR” was taken as “Value”"_s));
    QVERIFY(!madeImport(csv).suggestion.mapping.columns.contains(u"Close Date (2)"_s));
}

QTEST_GUILESS_MAIN(TestImportConflicts)
#include "tst_import_conflicts.moc"
