#include "models/funnel/import/column_remarks.h"
#include "models/funnel/import/crm_table.h"
#include "models/funnel/import/decisions.h"
#include "models/funnel/import/joined_table.h"
#include "tests/support/byte_devices.h"
#include "tests/support/made_import.h"

#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;

// Exports that look like something else than they are: what they come to, and that nothing of it is guessed.
class TestImportPitfalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsDeals_data();
    void countsDeals();
    void totalsAreRefused();
    void sumsAreRefused();
    void otherDatesTellTheOrder();
    void asksWhetherTheYearIsFirst();
    void aDateOfEitherEndSaysNothingOfIt();
    void saysThatACurrencyIsNone();
    void onlyTakenAmountsAreSaidToLackACurrency();
    void textsMayBeVeryLong();
    void aTableMayHaveVeryManyColumns();
    void leavesOutWhatIsNoAmountOrDate_data();
    void leavesOutWhatIsNoAmountOrDate();
    void saysThatAnIdIsNone();
    void theUserSaysWhatAColumnIs();
    void theUserSaysWhereTheNamesStand();
    void lettersOfOtherCodePages_data();
    void lettersOfOtherCodePages();
    void whatWasDeletedIsLeftOut_data();
    void whatWasDeletedIsLeftOut();
    void deletedLeadsLeaveTheirDeals();
};

void TestImportPitfalls::countsDeals_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QList<int>>("counts"); // won, lost, open
    QTest::addColumn<qint64>("minor"); // of what was won
    QTest::newRow("names that come again are no history")
        << QByteArray("Deal Name,Company,Stage,Amount EUR,Created,Closed\n"
                      "Renewal,A,Won,1000,2024-01-01,2024-02-01\nRenewal,B,Won,2000,2024-01-05,2024-03-01\n"
                      "Renewal,C,Lost,500,2024-01-07,2024-02-20\nNew site,D,Won,4000,2024-02-01,2024-04-01\n"
                      "New site,E,Proposal,800,2024-03-01,\n")
        << QList<int>{3, 1, 1} << qint64(700'000);
    QTest::newRow("customers that come again are no history")
        << QByteArray("Customer ID,Deal,Stage,Amount EUR,Created Date,Close Date\n"
                      "7,A,Won,10,2024-01-01,2024-02-01\n7,B,Lost,20,2024-01-05,2024-03-01\n"
                      "7,C,Won,30,2024-01-07,2024-02-20\n8,D,Proposal,40,2024-02-01,\n")
        << QList<int>{2, 1, 1} << qint64(4'000);
    QTest::newRow("an id ruined by a spreadsheet is none")
        << QByteArray("ID,Deal Name,Stage,Amount EUR,Created Date,Close Date\n"
                      "9E+09,A,Won,10,2024-01-01,2024-02-01\n9E+09,B,Lost,20,2024-01-05,2024-03-01\n"
                      "9E+09,C,Won,30,2024-01-07,2024-02-20\n9E+09,D,Proposal,40,2024-02-01,\n")
        << QList<int>{2, 1, 1} << qint64(4'000);
    QTest::newRow("a deal with several products is one deal")
        << QByteArray("Opportunity ID,Opportunity Name,Product,Stage,Amount EUR,Created Date,Close Date\n"
                      "1,A,P1,Won,10,2024-01-01,2024-02-01\n1,A,P2,Won,10,2024-01-01,2024-02-01\n"
                      "2,B,P1,Lost,20,2024-01-05,2024-03-01\n2,B,P3,Lost,20,2024-01-05,2024-03-01\n")
        << QList<int>{1, 1, 0} << qint64(1'000);
    QTest::newRow("each amount as it is written")
        << QByteArray("ID;Stage;Amount;Closed\n1;Won;1.200 €;2024-02-01\n2;Won;3.500 €;2024-02-01\n"
                      "3;Won;1,800 €;2024-02-01\n")
        << QList<int>{3, 0, 0} << qint64(650'000);
    QTest::newRow("an amount in the currency of the company is not in that of the deal")
        << QByteArray("Record ID,Deal Stage,Amount in company currency,Currency,Close Date\n"
                      "1,Closed Won,900,USD,2024-02-21\n2,Closed Won,1000,EUR,2024-02-21\n")
        << QList<int>{2, 0, 0} << qint64(190'000);
    QTest::newRow("an estimate in the currency of the company counts where there is no other")
        << QByteArray("Opportunity,Est. Revenue (Base),Currency,Status,Actual Close Date\n"
                      "1001,900,US Dollar,Won,2024-02-21\n1002,900,US Dollar,Won,2024-02-21\n")
        << QList<int>{2, 0, 0} << qint64(180'000);
    QTest::newRow("numbers of the opportunities are no amounts")
        << QByteArray("Opportunity,Stage,Revenue,Close Date\n1001,Won,100,2024-02-01\n"
                      "1002,Won,200,2024-02-01\n1003,Lost,50,2024-02-01\n")
        << QList<int>{2, 1, 0} << qint64(30'000);
    QTest::newRow("a history is one still")
        << QByteArray("Opportunity ID,Stage,Created Date\n1,MQL,2024-01-01\n1,SQL,2024-01-11\n"
                      "1,Won,2024-02-01\n2,MQL,2024-01-03\n2,Lost,2024-02-03\n")
        << QList<int>{1, 1, 0} << qint64(0);
    QTest::newRow("thousands by their name")
        << QByteArray("ID;Stage;Umsatz (T€);Created;Closed\n1;Won;12,5;2024-01-01;2024-02-01\n")
        << QList<int>{1, 0, 0} << qint64(1'250'000);
    QTest::newRow("hundredths by their name")
        << QByteArray("id,stage,amount_cents,currency\n1,Won,125000,EUR\n") << QList<int>{1, 0, 0}
        << qint64(125'000);
    QTest::newRow("cells that a spreadsheet shall not change")
        << QByteArray("ID,Stage,Amount EUR,Closed\n=\"0001\",Won,=\"100.00\",=\"2024-02-01\"\n"
                      "=\"0002\",Lost,=\"50.00\",=\"2024-02-02\"\n")
        << QList<int>{1, 1, 0} << qint64(10'000);
    QTest::newRow("a note behind the stage")
        << QByteArray("ID,Stage\n1,Closed – Lost (no budget)\n2,Closed Won\n") << QList<int>{1, 1, 0}
        << qint64(0);
    for (const auto &[language, header, won, lost] :
         {std::tuple("Hungarian", "Azonosító,Szakasz,Összeg EUR", "Megnyert", "Elveszett"),
          std::tuple("Romanian", "Identificator,Etapă,Sumă EUR", "Câștigat", "Pierdut"),
          std::tuple("Greek", "Αναγνωριστικό,Στάδιο,Ποσό EUR", "Κερδισμένη", "Χαμένη"),
          std::tuple("Hebrew", "מזהה,שלב,סכום EUR", "זכייה", "הפסד"),
          std::tuple("Arabic", "المعرف,المرحلة,المبلغ EUR", "فوز", "خسارة"),
          std::tuple("Ukrainian", "Ідентифікатор,Етап,Сума EUR", "Виграно", "Програно"),
          std::tuple("Catalan", "ID,Etapa,Import EUR", "Guanyat", "Perdut")})
        QTest::newRow(language) << QByteArray(header) + "\n1," + won + ",100\n2," + lost + ",200\n"
                                << QList<int>{1, 1, 0} << qint64(10'000);
    QTest::newRow("fewer names than columns")
        << QByteArray("Deal,Stage,Amount EUR\n1,Won,100,Web\n2,Lost,200,Fair\n3,Won,300,\n")
        << QList<int>{2, 1, 0} << qint64(40'000);
    QTest::newRow("names that say nothing") << QByteArray(
        "A1,B1,C1,D1,E1,F1\n10017,Larkholm,Won,2024-01-05,2024-02-05,900\n"
        "10020,Osteria,Lost,2024-01-07,2024-02-09,12000\n10033,Brava,Proposal,2024-02-01,,450\n")
                                            << QList<int>{1, 1, 1} << qint64(90'000);
    QTest::newRow("points group round amounts")
        << QByteArray("ID;Phase;Betrag\n1;Gewonnen;25.000 €\n2;Gewonnen;40.000 €\n3;Verloren;12.500 €\n")
        << QList<int>{2, 1, 0} << qint64(6'500'000);
    QTest::newRow("a dash beside a currency is no amount")
        << QByteArray("ID,Stage,Amount\n1,Won,$ 10.50\n2,Won,$ -   \n") << QList<int>{2, 0, 0}
        << qint64(1'050);
    QTest::newRow("not won, and won by others") << QByteArray(
        "ID,Stage,Amount EUR,Close Date\n1,Closed Won,10,2024-01-01\n2,Closed - Not Won,20,2024-01-01\n"
        "3,Won by Competitor,30,2024-01-01\n4,Nicht gewonnen,40,2024-01-01\n5,Not Won,50,\n")
                                                << QList<int>{1, 3, 1} << qint64(1'000);
    QTest::newRow("words with customer in them")
        << QByteArray("ID,Stage,Amount EUR\n1,Customer,10\n2,Proposal sent to customer,20\n")
        << QList<int>{1, 0, 1} << qint64(1'000);
    QTest::newRow("converted or not") << QByteArray(
        "Lead Number,Converted,TotalVisits,Lead Profile\n1,1,5,Select\n2,0,7,Student\n3,0,2,Select\n")
                                      << QList<int>{1, 0, 2} << qint64(0);
    QTest::newRow("a result beside numbers of stages") << QByteArray(
        "Opportunity Number,Sales Stage Change Count,Opportunity Result,Opportunity Amount EUR\n"
        "1,3,Won,10\n2,5,Loss,20\n3,2,Loss,30\n") << QList<int>{1, 2, 0}
                                                       << qint64(1'000);
    QTest::newRow("the status of a lead beside the stage of the deal")
        << QByteArray("ID,Deal Stage,Lead Status,Amount EUR\n1,Closed Won,Open,10\n2,Closed Lost,Open,20\n")
        << QList<int>{1, 1, 0} << qint64(1'000);
    QTest::newRow("a milestone beside a reason of losing")
        << QByteArray("Id,Milestone,Lost Reason,Amount EUR\n1,Won,,10\n2,Lost,Price,20\n3,Proposal,,30\n")
        << QList<int>{1, 1, 1} << qint64(1'000);
    QTest::newRow("a label and a type of the status") << QByteArray(
        "id,status_id,status_label,status_type,value_eur\n1,s1,Won,won,10\n2,s2,Too expensive,lost,20\n"
        "3,s3,Demo Completed,active,30\n") << QList<int>{1, 1, 1}
                                                      << qint64(1'000);
    QTest::newRow("Russian") << QByteArray(
        "ID;Стадия сделки;Название сделки;Сумма;Валюта;Предполагаемая дата закрытия;Дата закрытия\n"
        "1;Сделка успешна;Котёл;125,50;Евро;14.02.2026;13.02.2026\n"
        "2;Сделка "
        "провалена;Насос;40,00;Евро;14.02.2026;13.02.2026\n3;Переговоры;Клапан;8,00;Евро;14.05.2026;\n")
                             << QList<int>{1, 1, 1} << qint64(12'550);
    QTest::newRow("groups within groups, with totals") << QByteArray(
        "Stage,Owner,Deal,Amount EUR,Created,Account\nWon,Ann,A,10,2026-01-01,X\n,Subtotal,,10,,\n"
        ",Bo,B,20,2026-01-01,X\n,Subtotal,,20,,\nSubtotal,,,30,,\nLost,Ann,C,5,2026-01-01,X\n"
        ",Subtotal,,5,,\nSubtotal,,,5,,\nTotal,,,35,,\nAverage,,,11.67,,\n")
                                                       << QList<int>{2, 1, 0} << qint64(3'000);
}

void TestImportPitfalls::countsDeals()
{
    QFETCH(QByteArray, csv);
    QFETCH(QList<int>, counts);
    QFETCH(qint64, minor);
    MadeImport made = madeImport(csv);
    QHash<QString, Deal> last; // the row that counts
    for (const Deal &deal : made.deals)
        last.insert(deal.key, deal);
    made.deals = last.values();
    using State = Deal::State;
    QCOMPARE(
        (QList<int>{int(made.count(State::Won)), int(made.count(State::Lost)), int(made.count(State::Open))}),
        counts);
    qint64 won = 0;
    for (const Deal &deal : std::as_const(made.deals))
        won += deal.state == State::Won && deal.value ? deal.value->minor : 0;
    QCOMPARE(won, minor);
    QCOMPARE(made.report.refused, 0);
    for (const TableRemark &remark : std::as_const(made.report.remarks))
        QVERIFY2(!remark.text.startsWith(u"The total shows"), qPrintable(remark.text));
}

// Dates of which only others in the same file say that the month stands first.
// Though they name a stage.
void TestImportPitfalls::totalsAreRefused()
{
    const MadeImport made
        = madeImport("Customer,Stage,Amount EUR,Currency,Created,Closed\n"
                     "A,Won,10,EUR,2024-01-01,2024-02-01\nB,Lost,20,EUR,2024-01-05,2024-03-01\n"
                     "Total Oil,Won,30,EUR,2024-01-07,2024-02-20\n"
                     "Total,Won,40,EUR,,\nSum won,Won,40,EUR,,\n");
    QCOMPARE(made.count(Deal::State::Won), 2);
    QCOMPARE(made.report.refused, 2);
    QVERIFY(made.report.refusedRows.last().text.contains(u"“Sum won”"_s));
}

void TestImportPitfalls::sumsAreRefused()
{
    for (const QByteArray &csv :
         {QByteArray("Stage,Number of deals,Amount\nWon,12,120000\nLost,8,50000\nProposal,20,200000\n"),
          QByteArray("Owner,Stage,Deals,Amount\nAnn,Won,12,120000\nAnn,Lost,8,50000\nBob,Won,2,5000\n"),
          QByteArray("Stage,Jan,Feb,Mar\nLead,100,110,120\nWon,3,4,5\n"),
          QByteArray("Stage,2025,2026\nLead,100,110\nMQL,30,40\nWon,3,4\n"),
          QByteArray("Stage,Count,Conversion rate\nLead,100,40 %\nMQL,40,50 %\nWon,3,\n"),
          QByteArray("Month,Leads,MQL,SQL,Opportunities,Won\n2026-01,100,40,20,9,3\n2026-02,120,44,21,8,2\n"),
          QByteArray(
              "Quartal;Leads;MQL;Lead → MQL %;Gewonnen\nQ1 2026;100;40;40 %;3\nQ2 2026;120;44;37 %;2\n"),
          QByteArray("Period,Stage,Count,Value\n2026-01-01,Lead,100,0\n2026-01-01,Won,3,5000\n"
                     "2026-02-01,Lead,120,0\n2026-02-01,Won,2,4000\n"),
          QByteArray("Date,Stage,Deals\n31.01.2026,Lead,100\n31.01.2026,Won,3\n28.02.2026,Lead,120\n"),
          QByteArray(",Q1,,Q2,\nStage,Deals,Value,Deals,Value\nLead,100,1000,120,1200\nWon,3,30,4,40\n")}) {
        const auto table = openCrmTable(bufferOf(csv));
        const auto suggestion = suggestMapping(**table, *profileTable(**table, {}), usualContext());
        QVERIFY2(!suggestion.ok(), csv.constData());
        QVERIFY2(suggestion.error().message.contains(u"added up before"),
                 qPrintable(suggestion.error().message));
    }
    for (const QByteArray &csv :
         {QByteArray("Company,Stage,Deals,Amount\nA,Won,12,1\nB,Lost,8,2\n"),
          QByteArray("Date,Lead,Won,Stage\n2026-01-01,0,1,Won\n2026-02-01,1,0,New\n"),
          QByteArray("Date,Stage,Amount\n2026-01-01,Won,1000\n2026-02-01,Lost,2000\n")})
        QCOMPARE(madeImport(**openCrmTable(bufferOf(csv))).deals.size(), 2);
}

void TestImportPitfalls::otherDatesTellTheOrder()
{
    const MadeImport made = madeImport("Id,Stage,Date Created,Last Updated\n1,Won,01/05/2026,02/14/2026\n");
    QCOMPARE(made.deals.first().created, QDate(2026, 1, 5));
    QVERIFY(made.suggestion.questions.isEmpty());
}

void TestImportPitfalls::asksWhetherTheYearIsFirst()
{
    const auto questionsOf = [](const QByteArray &csv) {
        QStringList subjects;
        for (const OpenQuestion &question : madeImport(csv).suggestion.questions)
            if (question.kind == OpenQuestion::Kind::DateOrder)
                subjects.append(question.subject);
        return subjects;
    };
    QCOMPARE(questionsOf("ID,Stage,Closed\n1,Won,24/01/15\n2,Won,24/02/16\n"), QStringList{u"Closed"_s});
    QCOMPARE(questionsOf("ID,Stage,Created,Closed\n1,Won,13/01/24,24/01/15\n2,Won,30/01/23,24/02/16\n"),
             QStringList()); // a program writes all its dates alike
}

// As Copper has it.
void TestImportPitfalls::aDateOfEitherEndSaysNothingOfIt()
{
    const MadeImport made = madeImport("ID,Stage,Status,Amount EUR,Date Created,Date Won/Lost\n"
                                       "1,Proposal,Won,5,2024-01-01,2024-02-20\n"
                                       "2,Proposal,Lost,5,2024-01-01,2024-02-21\n");
    QCOMPARE(made.count(Deal::State::Lost), 1);
    QCOMPARE(made.deals.at(1).closed, QDate(2024, 2, 21));
    for (const TableRemark &remark : made.report.remarks)
        QCOMPARE(remark.line, 0);
}

void TestImportPitfalls::saysThatACurrencyIsNone()
{
    const MadeImport made = madeImport("Id,Stage,Amount,Currency\n1,Won,10,gold\n2,Lost,20,gold\n");
    const QList<TableRemark> remarks = remarksOnColumns(made.profile, made.suggestion.mapping);
    QVERIFY(std::any_of(remarks.begin(), remarks.end(), [](const TableRemark &remark) {
        return remark.text.contains(u"“Currency” was left out: its cells cannot be read"_s);
    }));
    const MadeImport one = madeImport("Id,Stage,Amount,Currency\n1,Won,500,Bitcoin\n2,Won,100,EUR\n");
    QCOMPARE(one.report.refusedRows.size(), 1);
    QCOMPARE(one.report.refusedRows.first().text, u"“Bitcoin” in “Currency” is no currency that is known."_s);
}

void TestImportPitfalls::onlyTakenAmountsAreSaidToLackACurrency()
{
    const auto said = [](const QByteArray &more) {
        const MadeImport made = madeImport("Id,Stage,Amount\n1,Won,500 €\n2,xyz,100\n" + more);
        QStringList texts;
        for (const TableRemark &remark :
             made.report.remarks + remarksOnColumns(made.profile, made.suggestion.mapping))
            texts.append(remark.text);
        return texts.filter(u"some amounts name a currency"_s);
    };
    QCOMPARE(said({}), QStringList());
    QVERIFY(said("3,Won,100\n").value(0).contains(u"others do not: 1. These"_s));
}

void TestImportPitfalls::textsMayBeVeryLong()
{
    const QByteArray text = QByteArray("lorem ipsum dolor ").repeated(500'000);
    const MadeImport made
        = madeImport("ID,Stage,Closed,Note\n1," + text + ",2024-01-02,a\n2,Won,2024-01-03," + text + "\n");
    QCOMPARE(made.count(Deal::State::Won), 1);
    QCOMPARE(made.report.refused, 1);
}

void TestImportPitfalls::aTableMayHaveVeryManyColumns()
{
    constexpr int columns = 16'000;
    QByteArray names = "ID,Stage", cells = "\n1,Won";
    for (int i = 0; i < columns; ++i) {
        names += ",Date entered S" + QByteArray::number(i);
        cells += ",2024-01-02";
    }
    const MadeImport made = madeImport(names + cells + '\n');
    QCOMPARE(made.deals.size(), 1);
}

void TestImportPitfalls::leavesOutWhatIsNoAmountOrDate_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("column");
    const auto row = [](const char *column, const char *cell) {
        QTest::newRow(column) << "ID,Stage," + QByteArray(column) + "\n1,Won," + cell + "\n2,Lost," + cell
                + '\n' << QString::fromLatin1(column);
    };
    for (const char *number : {"Annual Revenue", "Quantity", "Unit Price", "Total Calls", "Discount Amount",
                               "Employees", "Page Views Per Visit", "Jahresumsatz"})
        row(number, "12");
    for (const char *date : {"Birthdate", "Contract Start Date", "Due Date", "Subscription Start Date"})
        row(date, "2024-05-06");
}

void TestImportPitfalls::leavesOutWhatIsNoAmountOrDate()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, column);
    QVERIFY(!madeImport(csv).suggestion.mapping.columns.contains(column));
}

void TestImportPitfalls::saysThatAnIdIsNone()
{
    const auto table = tableOf("ID,Deal Name,Stage\n9E+09,A,Won\n9E+09,B,Lost\n9E+09,C,Won\n");
    const auto profile = profileTable(*table, usualPlaceholders());
    const auto suggestion = suggestMapping(*table, *profile, usualContext());
    const QList<TableRemark> remarks = remarksOnColumns(*profile, suggestion->mapping);
    QVERIFY(std::any_of(remarks.begin(), remarks.end(), [](const TableRemark &remark) {
        return remark.text.startsWith(u"“ID” is the same in rows");
    }));
}

void TestImportPitfalls::theUserSaysWhatAColumnIs()
{
    const auto table = tableOf("ID,Stage,Worth,Score\n1,Won,10,3\n2,Lost,20,4\n");
    const auto profile = profileTable(*table, usualPlaceholders());
    ImportDecisions decisions;
    decisions.correctedColumns = {{u"Worth"_s, ColumnRole::Value}, {u"ID"_s, std::nullopt}};
    const ColumnRoles roles = decideMapping(*table, *profile, usualContext(), decisions)->mapping.columns;
    QCOMPARE(roles, (ColumnRoles{{u"Stage"_s, ColumnRole::Stage}, {u"Worth"_s, ColumnRole::Value}}));
}

void TestImportPitfalls::theUserSaysWhereTheNamesStand()
{
    const QByteArray csv = "Deal,Deal,Worth\nNumber,Stage,in EUR\n1,Won,10\n2,Lost,20\n";
    const auto opened
        = [&csv](std::optional<qint64> line) { return openCrmTable(bufferOf(csv), {.headerLine = line}); };
    QCOMPARE((*opened(2))->columns(), (QStringList{u"Number"_s, u"Stage"_s, u"in EUR"_s}));
    QCOMPARE((*opened(2))->format().headerLine, 2);
    QCOMPARE((*opened({}))->format().headerLine, 2);
    QCOMPARE((*opened(1))->columns(), (QStringList{u"Deal"_s, u"Deal (2)"_s, u"Worth"_s}));
    const auto numbered = opened(0);
    QCOMPARE((*numbered)->columns().first(), u"Column 1"_s);
    QVERIFY((*numbered)->next());
    QCOMPARE((*numbered)->cell(0).toString(), u"Number"_s);
    QVERIFY(!opened(30).ok());
}

void TestImportPitfalls::lettersOfOtherCodePages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::newRow("Russian")
        << u"Реклама в поиске и рекомендации клиентов, также выставки и почтовая рассылка"_s
        << TextEncoding::Windows1251;
    QTest::newRow("Polish")
        << u"wartość zł, data zamknięcia, źródło kontaktu, właściciel, społeczność, książka"_s
        << TextEncoding::Windows1250;
    QTest::newRow("Japanese") << u"検索広告とお客様の紹介、展示会やメールマガジンなどの流入元について"_s
                              << TextEncoding::ShiftJis;
    QTest::newRow("a little Japanese") << u"受注、失注、提案と作成日"_s << TextEncoding::ShiftJis;
    QTest::newRow("a little Turkish") << u"Şişli İnşaat, Çağrı, Kazanıldı"_s << TextEncoding::Windows1254;
    QTest::newRow("Icelandic") << u"Þórður Guðmundsson, Akureyri við Eyjafjörð, góð reynsla"_s
                               << TextEncoding::Windows1252;
    QTest::newRow("Chinese") << u"搜索广告和客户推荐，还有展览会和电子邮件通讯等来源渠道的说明"_s
                             << TextEncoding::Gb18030;
    QTest::newRow("German") << u"Größe, Überweisung, für Kölner Straße, später – „Zitat“ 5 €"_s
                            << TextEncoding::Windows1252;
    QTest::newRow("French") << u"Société générale, clôturé à Noël, reçu, œuvre, très bientôt"_s
                            << TextEncoding::Windows1252;
    QTest::newRow("Portuguese") << u"negociações, não, opção, três, avô, ação, você, 10 m³ e 2ª"_s
                                << TextEncoding::Windows1252;
    QTest::newRow("Spanish") << u"¿Cuándo? ¡Mañana! señor, año, compañía, opción, pingüino"_s
                             << TextEncoding::Windows1252;
}

void TestImportPitfalls::lettersOfOtherCodePages()
{
    QFETCH(QString, text);
    QFETCH(TextEncoding, encoding);
    QStringEncoder encoder(encodingName(encoding).toLatin1().constData());
    QVERIFY(encoder.isValid());
    QByteArray csv = "ID;Stage;Source\n";
    for (int i = 1; i <= 8; ++i)
        csv += QByteArray::number(i) + ";Won;\"" + QByteArray(encoder.encode(text)) + "\"\n";
    const auto table = openCrmTable(bufferOf(csv));
    QVERIFY(table.ok());
    QCOMPARE(*(*table)->format().encoding, encoding);
    QVERIFY((*table)->next());
    QCOMPARE((*table)->cell(2).toString(), text);
    QVERIFY((*table)->remarks().first().text.contains(encodingName(encoding)));
}

void TestImportPitfalls::whatWasDeletedIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("yes");
    QTest::addColumn<QByteArray>("no");
    QTest::newRow("Salesforce") << QByteArray("IsDeleted") << QByteArray("true") << QByteArray("false");
    QTest::newRow("SugarCRM") << QByteArray("Deleted") << QByteArray("1") << QByteArray("0");
    QTest::newRow("German") << QByteArray("Gelöscht") << QByteArray("Ja") << QByteArray("Nein");
    QTest::newRow("archived") << QByteArray("Archived") << QByteArray("TRUE") << QByteArray();
    QTest::newRow("French") << QByteArray("Supprimée") << QByteArray("oui") << QByteArray("non");
}

void TestImportPitfalls::whatWasDeletedIsLeftOut()
{
    QFETCH(QByteArray, column);
    QFETCH(QByteArray, yes);
    QFETCH(QByteArray, no);
    const MadeImport imported
        = madeImport("Id,StageName,Amount,CloseDate," + column + "\n1,Closed Won,100,2024-02-20," + no
                     + "\n2,Closed Won,900,2024-02-21," + yes + "\n3,xyz,?,?," + yes + "\n");
    QCOMPARE(imported.deals.size(), 1);
    QCOMPARE(imported.deals.first().key, u"1"_s);
    QCOMPARE(imported.report.ignored, 2);
    const QString said = u"Rows that “%1” says were deleted or archived: 2. They were left out."_s.arg(
        QString::fromUtf8(column));
    const QList<TableRemark> &remarks = imported.report.remarks;
    QVERIFY(std::any_of(remarks.begin(), remarks.end(),
                        [&said](const TableRemark &remark) { return remark.text == said; }));
}

// A lead may be deleted without its deal.
void TestImportPitfalls::deletedLeadsLeaveTheirDeals()
{
    auto joined = JoinedTable::join(
        tableOf("Lead ID,Lead Status,Created Date,IsDeleted\nL1,Qualified,2024-01-01,true\n"
                "L2,New,2024-01-02,true\nL3,New,2024-01-02,false\n"),
        tableOf("Deal ID,Lead ID,Stage,Close Date,IsDeleted\nD1,L1,Won,2024-03-01,false\n"),
        {.key = u"Lead ID"_s});
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
    const MadeImport imported = madeImport(**joined);
    QCOMPARE(imported.count(Deal::State::Won), 1);
    QCOMPARE(imported.deals.size(), 2);
    QCOMPARE(imported.report.ignored, 1);
}

QTEST_GUILESS_MAIN(TestImportPitfalls)
#include "tst_import_pitfalls.moc"
